import * as vscode from 'vscode';
import { isCsv } from '../checking/documents';
import { UserError } from '../commands/run';
import { shownName } from './files';

/** VS Code gives no extension a document above this size, in bytes; see `openTextDocument`. */
const largestDocumentBytes = 50 * 1024 * 1024;

/**
 * Opens a CSV as a document, unsaved edits included, without showing it.
 * @throws UserError when it is no CSV, is too large, or cannot be read as text
 */
export async function openCsv(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const name = shownName(uri);
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    throw new UserError(await whyNotOpened(uri, name));
  }
  if (isCsv(document)) return document;
  throw new UserError(vscode.l10n.t('{0} is not a CSV, so it was left alone.', name));
}

async function whyNotOpened(uri: vscode.Uri, name: string): Promise<string> {
  const size = await sizeOf(uri);
  if (size === undefined) return vscode.l10n.t('{0} was not found, so it was left alone.', name);
  if (size > largestDocumentBytes) {
    return vscode.l10n.t(
      '{0} is too large: VS Code shows an extension no file above 50 MB. Split it into smaller files, each with the header, and try again.',
      name,
    );
  }
  return vscode.l10n.t(
    '{0} cannot be read as text, so it was left alone. If a spreadsheet saved it, save it again as CSV UTF-8.',
    name,
  );
}

async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return undefined;
  }
}
