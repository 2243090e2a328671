import * as vscode from 'vscode';
import { spreadsheetLimits } from '../../core/spreadsheet/limits';
import { readInWorker, type ReadResult } from '../../core/spreadsheet/readInWorker';
import type { SheetCsv } from '../../core/spreadsheet/sheetCsv';
import { fullId } from '../commandIds';
import { withSignal } from '../cancellation';
import { errorText, UserError } from '../errors';
import { shownName } from '../files';
import type { Log } from '../log';
import { spreadsheetMessage } from './problemMessages';

/** An argument of the command: ask which file, whatever is in front. */
export const askForFile = 'askForFile';

/**
 * Reads a workbook under a notification that can cancel it. `undefined` when it does.
 * @param part the built thread that reads it
 * @throws UserError when it cannot be read
 */
export async function readSheets(
  part: string,
  uri: vscode.Uri,
  log: Log,
): Promise<readonly SheetCsv[] | undefined> {
  const name = shownName(uri);
  const title = vscode.l10n.t('Reading {0}', name);
  const location = vscode.ProgressLocation.Notification;
  const result = await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
    withSignal(token, async (signal) => await read(part, uri, signal)),
  );
  if ('sheets' in result) return result.sheets;
  const { problem, cause } = result;
  if (cause !== undefined) log.warn(errorText(cause));
  if (problem === 'cancelled') return undefined;
  throw new UserError(spreadsheetMessage(problem, name), {
    label: vscode.l10n.t('Choose Another File…'),
    run: () => vscode.commands.executeCommand(fullId('openSpreadsheet'), askForFile),
  });
}

async function read(part: string, uri: vscode.Uri, signal: AbortSignal): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    // Before it is read: it may be a film under another name.
    if (size > spreadsheetLimits.fileBytes) return { problem: 'tooLarge' };
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    throw new UserError(
      vscode.l10n.t('{0} cannot be read from the disk. Nothing was opened.', shownName(uri)),
    );
  }
  return await readInWorker(part, bytes, signal);
}
