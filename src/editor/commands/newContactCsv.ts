import os from 'node:os';
import * as vscode from 'vscode';
import { contactColumns } from '../../core/contact';
import type { Handler } from '../commandIds';
import { untitledCsv } from '../untitledCsv';

/** New Contact CSV from Template: an unsaved file with the six columns and two rows to write over. */
export function newContactCsv(): Handler {
  return async () => {
    // The extension column holds a dialing prefix: the API's own samples have `+` and `91` there.
    const rows = ['Asha,Rao,Mrs,9876543210,+91,+91', 'John,Doe,Mr,2025550123,+1,+1'];
    const content = [contactColumns.join(','), ...rows, ''].join('\n');
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(os.homedir());
    const document = await untitledCsv(vscode.Uri.joinPath(folder, 'contacts.csv'), content);
    const firstName = new vscode.Range(1, 0, 1, 'Asha'.length);
    await vscode.window.showTextDocument(document, { selection: firstName, preview: false });
  };
}
