import os from 'node:os';
import * as vscode from 'vscode';
import { contactColumns, sampleContacts } from '../../core/contact';
import type { Handler } from '../commandIds';
import { untitledCsv } from '../untitledCsv';

/** New Contact CSV from Template: an unsaved file with the six columns and two rows to write over. */
export function newContactCsv(): Handler {
  return async () => {
    const rows = sampleContacts.map((sample) => contactColumns.map((column) => sample[column]).join(','));
    const content = [contactColumns.join(','), ...rows, ''].join('\n');
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(os.homedir());
    const document = await untitledCsv(vscode.Uri.joinPath(folder, 'contacts.csv'), content);
    const firstName = new vscode.Range(1, 0, 1, sampleContacts[0]?.firstName.length ?? 0);
    await vscode.window.showTextDocument(document, { selection: firstName, preview: false });
  };
}
