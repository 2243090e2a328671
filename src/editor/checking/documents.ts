import * as vscode from 'vscode';
import { csvLanguages } from '../csvLanguages';

const csvName = /\.csv$/i;

/** Whether the document is a CSV by its language or its name, whatever its case. */
export function isCsv(document: vscode.TextDocument): boolean {
  return csvLanguages.includes(document.languageId) || csvName.test(document.uri.path);
}

/**
 * Whether the document is to be checked as it is edited.
 * @param globs the setting `check.files`; one that starts with `!` leaves files out, also those whose language is CSV
 */
export function isChecked(document: vscode.TextDocument, globs: readonly string[]): boolean {
  if (!isFile(document)) return false;
  const matches = (pattern: string) => vscode.languages.match({ pattern }, document) > 0;
  if (globs.some((glob) => glob.startsWith('!') && matches(glob.slice(1)))) return false;
  return (
    csvLanguages.includes(document.languageId) || globs.some((glob) => !glob.startsWith('!') && matches(glob))
  );
}

/**
 * Whether the document is a file that can be saved, or becomes one: not an old version in a source-control view, a
 * block of a chat, a cell of a notebook, or a snapshot that an agent keeps. `undefined` stands for a scheme of which no
 * file system is known.
 */
function isFile({ uri, isUntitled }: vscode.TextDocument): boolean {
  return isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}
