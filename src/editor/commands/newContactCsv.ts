import * as vscode from 'vscode';
import { contactColumns } from '../../core/contact';
import type { Handler } from '../commandIds';

/** New Contact CSV: an unsaved file with the six columns and two rows to write over. */
export function newContactCsv(): Handler {
  return async () => {
    // The extension column holds a dialing prefix: the API's own samples have `+` and `91` there.
    const rows = ['Asha,Rao,Mrs,9876543210,+91,+91', 'John,Doe,Mr,2025550123,+1,+1'];
    const content = [contactColumns.join(','), ...rows, ''].join('\n');
    const document = await vscode.workspace.openTextDocument({ language: 'csv', content });
    await vscode.window.showTextDocument(document);
  };
}
