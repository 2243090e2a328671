import * as vscode from 'vscode';

/**
 * Language ids that mean CSV: VS Code's own (contributed by this extension), and those that Rainbow CSV gives to the
 * same files, one for each delimiter.
 */
const csvLanguage = /^(?:csv|tsv|dynamic csv)\b/;
const csvName = /\.csv$/i;

/** Whether the document is a CSV by its language or its name, whatever its case. */
export function isCsv(document: vscode.TextDocument): boolean {
  return csvLanguage.test(document.languageId) || csvName.test(document.uri.path);
}

/**
 * Whether the document is to be checked as it is edited.
 * @param globs the setting `check.files`; one that starts with `!` leaves files out, also those whose language is CSV
 */
export function isChecked(document: vscode.TextDocument, globs: readonly string[]): boolean {
  // Old versions in a source-control view and the like: nothing there can be mended.
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return false;
  const matches = (pattern: string) => vscode.languages.match({ pattern }, document) > 0;
  if (globs.some((glob) => glob.startsWith('!') && matches(glob.slice(1)))) return false;
  return (
    csvLanguage.test(document.languageId) || globs.some((glob) => !glob.startsWith('!') && matches(glob))
  );
}
