import * as vscode from 'vscode';
import { EncodedRows } from '../../protocol/encodedPage';
import type { Results } from '../../protocol/results';
import { UserError } from '../errors';
import { fileMissing } from '../fileMissing';
import { isThere, shownName } from '../files';
import { goToPlace } from '../pages/goToPlace';
import type { FileRows } from './fileRows';

/**
 * Puts the cursor at the beginning of a row of the file, wherever it is by now.
 * @param place of the row in the import
 * @throws UserError when the file is not found, or the row was edited or removed since: on its line may stand another one
 */
export async function goToRow(place: number, results: Results, file: Pick<FileRows, 'rowOf'>): Promise<void> {
  const line = lineSent(place, results);
  if (line === undefined) return;
  const uri = vscode.Uri.parse(results.fileUri);
  if (!(await isThere(uri)))
    throw fileMissing(uri, results.importId, (chosen) =>
      goToRow(place, { ...results, fileUri: chosen.toString() }, file),
    );
  const document = await vscode.workspace.openTextDocument(uri).then(
    (open) => open,
    // Too large for an extension: where the row is by now cannot be known.
    () => undefined,
  );
  // Of an import whose ledger was deleted, no more is known than where its rows were.
  const found = document && (await file.rowOf(document, results.importId, place));
  if (found !== undefined && found.row === undefined)
    throw new UserError(
      vscode.l10n.t(
        'The row from line {0} is no longer in {1} as it was sent. Search the file for its name or number.',
        String(line),
        shownName(uri),
      ),
    );
  await goToPlace(uri, { line: found?.row ? found.row.first + 1 : line });
}

/** The line, from 1, on which the row stood that was sent. */
function lineSent(place: number, { rows }: Results): number | undefined {
  for (const row of new EncodedRows(rows)) if (row.place === place) return row.line ?? undefined;
  return undefined;
}
