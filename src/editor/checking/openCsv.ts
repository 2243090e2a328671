import * as vscode from 'vscode';
import { readSheet, sampleLength } from '../../core/checks';
import { isCsv } from './documents';
import { isSpreadsheet, shownName } from '../files';
import { UserError } from '../errors';
import { fullId } from '../commandIds';

/** VS Code gives no extension a document above this size, in UTF-16 units; see `openTextDocument`. */
const largestDocument = 50 * 1024 * 1024;

/**
 * Opens a CSV as a document, unsaved edits included, without showing it.
 * @returns `undefined` when VS Code refuses it for its size, so that it must be read from the disk
 * @throws UserError when it is no CSV, or cannot be read as text
 */
export async function openCsv(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const name = shownName(uri);
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    const size = await sizeOf(uri);
    // VS Code counts UTF-16 units, of which a file never has more than bytes.
    if (size !== undefined && isSpreadsheet(uri)) throw isWorkbook(uri);
    if (size !== undefined && size > largestDocument) return undefined;
    throw new UserError(
      size === undefined
        ? vscode.l10n.t('{0} was not found.', name)
        : vscode.l10n.t('{0} is not text. Save it as “CSV UTF-8” in its spreadsheet.', name),
    );
  }
  if (isCsv(document)) return document;
  if (isSpreadsheet(uri)) throw isWorkbook(uri);
  throw mayBeCsv(document)
    ? isNotOpenAsCsv(document)
    : new UserError(vscode.l10n.t('{0} is not a CSV.', name));
}

/** Whether a document that is no CSV by its name or language may be one: plain text, separated by tabs, or a contact list. */
function mayBeCsv(document: vscode.TextDocument): boolean {
  if (document.languageId === 'plaintext' || /\.(?:tsv|tab)$/i.test(document.uri.path)) return true;
  const sample = new vscode.Range(new vscode.Position(0, 0), document.positionAt(sampleLength));
  return readSheet(document.getText(sample)).isContactList;
}

function isNotOpenAsCsv({ uri }: vscode.TextDocument): UserError {
  return new UserError(vscode.l10n.t('{0} is not open as CSV.', shownName(uri)), {
    label: vscode.l10n.t('Treat as CSV'),
    run: () => treatAsCsv(uri),
    thenAgain: true,
  });
}

/** From then on, until it is closed, everything that works on a CSV works on it. */
export async function treatAsCsv(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const csv = await vscode.languages.setTextDocumentLanguage(document, 'csv');
  // In a tab that the next file would take, it would not stay one.
  await vscode.window.showTextDocument(csv, { preview: false });
}

function isWorkbook(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t('{0} is a spreadsheet. Open one of its sheets as CSV.', shownName(uri)),
    {
      label: vscode.l10n.t('Open Spreadsheet as Contact CSV…'),
      run: () => vscode.commands.executeCommand(fullId('openSpreadsheet'), uri),
    },
  );
}

/**
 * As {@link openCsv}, for what can be done with documents only.
 * @throws UserError also when it is too large
 */
export async function openSmallCsv(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await openCsv(uri);
  if (document) return document;
  throw tooLarge(uri);
}

/** The error when something cannot be done with a file that is read from the disk. */
export function tooLarge(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t(
      'Split {0} into files of up to 50 MB, each with the header: extensions cannot open larger ones.',
      shownName(uri),
    ),
  );
}

async function sizeOf(uri: vscode.Uri): Promise<number | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return undefined;
  }
}
