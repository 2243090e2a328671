import * as vscode from 'vscode';
import { pastedRows, rowsText } from '../../core/assist/pastedRows';
import type { Checker } from '../checking/checker';

const plain = 'text/plain';
const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('agentassistContacts', 'rows');

export const rowPasteMetadata: vscode.DocumentPasteProviderMetadata = {
  providedPasteEditKinds: [kind],
  pasteMimeTypes: [plain],
};

/** Cells copied in a spreadsheet become rows of a contact list, on an empty line and at its end; elsewhere they stay text. */
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
    const text = rowsText(rows, line, isAtEnd);
    return text === undefined
      ? undefined
      : [new vscode.DocumentPasteEdit(text, vscode.l10n.t('Paste as Contact Rows'), kind)];
  }
}
