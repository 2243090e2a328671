import * as vscode from 'vscode';
import { pastedRows, rowsText } from '../../core/assist/pastedRows';
import type { ContactSheet } from '../../core/checks';
import type { Checker } from '../checking/checker';

const plain = 'text/plain';
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('agentassistContacts', 'rows');

export const rowPasteMetadata: vscode.DocumentPasteProviderMetadata = {
  providedPasteEditKinds: [kind],
  pasteMimeTypes: [plain],
};

/**
 * Cells copied in a spreadsheet become rows of a contact list, on an empty line and at its end. Elsewhere they stay text, and
 * Paste As… puts them below the row of the cursor.
 */
export class RowPaste implements vscode.DocumentPasteEditProvider {
  constructor(private readonly checker: Pick<Checker, 'lastReportOf'>) {}

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range, ...others]: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const sheet = this.checker.lastReportOf(document)?.sheet;
    if (!sheet?.isContactList || sheet.table.delimiter !== ',') return undefined;
    if (range?.isEmpty !== true || others.length > 0) return undefined;
    const rows = pastedRows((await data.get(plain)?.asString()) ?? '');
    if (rows === undefined) return undefined;
    const line = document.lineAt(range.end.line).text;
    const isAtEnd = document.lineAt(document.lineCount - 1).range.end.isEqual(range.end);
    const title = vscode.l10n.t('Paste as Contact Rows');
    const text = rowsText(rows, line, isAtEnd);
    if (text !== undefined) return [new vscode.DocumentPasteEdit(text, title, kind)];
    const below = endOfRow(document, sheet, range.end);
    if (below === undefined) return undefined;
    const edit = new vscode.DocumentPasteEdit('', title, kind);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    edit.additionalEdit.insert(document.uri, below, `\n${rows.join('\n')}`);
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }
}

/** Where the row at a position ends; `undefined` while the document is not checked as it is now. */
function endOfRow(
  document: vscode.TextDocument,
  { table }: ContactSheet,
  position: vscode.Position,
): vscode.Position | undefined {
  const cell = table.text === document.getText() ? table.cellAt(document.offsetAt(position)) : undefined;
  return cell && document.positionAt(table.recordRange(cell.record).end);
}
