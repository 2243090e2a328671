import * as vscode from 'vscode';
import type { Results } from '../../protocol/results';
import { EncodedRows } from '../../protocol/encodedPage';
import { counted } from '../counted';
import { UserError } from '../errors';
import { fileMissing } from '../fileMissing';
import { isThere, shownName } from '../files';
import type { FileRows } from './fileRows';
import { toast } from '../toast';

/** As many cursors as an editor still takes in its stride. */
const mostRows = 500;

/**
 * Selects rows in their file, each by a selection of its own, and gives it the focus. Only when the user asks for it:
 * to do so with every row that is selected on the page would throw away what is selected in the editor.
 * @param indices of the rows among those that are listed
 * @throws UserError when the file is not found, there are too many, or none of them is in the file any more
 */
export async function selectInFile(
  indices: readonly number[],
  results: Results,
  file: Pick<FileRows, 'rowsOf'>,
): Promise<void> {
  const uri = vscode.Uri.parse(results.fileUri);
  const name = shownName(uri);
  const count = indices.length;
  if (count > mostRows)
    throw new UserError(
      counted(
        vscode.l10n.t(
          '{count, plural, one {# row is} other {# rows are}} selected on the page. Select at most {most} to select them in {name}.',
        ),
        { count, most: mostRows, name },
      ),
    );
  if (!(await isThere(uri)))
    throw fileMissing(uri, results.importId, (chosen) =>
      selectInFile(indices, { ...results, fileUri: chosen.toString() }, file),
    );
  const document = await vscode.workspace.openTextDocument(uri).then(
    (open) => open,
    () => {
      throw new UserError(vscode.l10n.t('{0} cannot be opened as text.', name));
    },
  );
  const rows = new EncodedRows(results.rows);
  // In order: a page of rows is decoded once.
  const places = new Set(
    indices
      .toSorted((a, b) => a - b)
      .map((index) => rows.at(index)?.place)
      .filter((place) => typeof place === 'number'),
  );
  const found = await file.rowsOf(document, results.importId, places);
  const lost = counted(
    vscode.l10n.t(
      '{count, plural, one {# row is no longer in {name} as it was sent, and is not selected.} other {# rows are no longer in {name} as they were sent, and are not selected.}}',
    ),
    { count: count - found.length, name },
  );
  if (found.length === 0) throw new UserError(lost);
  const visible = vscode.window.visibleTextEditors.find((each) => each.document === document);
  const editor = await vscode.window.showTextDocument(document, visible?.viewColumn ?? vscode.ViewColumn.One);
  editor.selections = found.map(
    ({ first, last, lastLength }) => new vscode.Selection(first, 0, last, lastLength),
  );
  const [first] = editor.selections;
  if (first) editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (found.length < count) void toast('warning', lost);
}
