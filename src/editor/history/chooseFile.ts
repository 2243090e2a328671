import * as vscode from 'vscode';
import type { RowsInFile } from '../../core/delivery/index';
import { counted } from '../counted';
import { UserError } from '../errors';
import { isThere, shownName } from '../files';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { addressAfter, type MovedFiles } from '../movedFiles';
import type { Preparer } from '../sending/preparer';
import { resumeError, sendableOf } from './reopenImport';

/** What the user is asked. */
export interface FileQuestions {
  /** Gives the file; `undefined` when the user gives up. */
  readonly file: (old: vscode.Uri) => Promise<vscode.Uri | undefined>;
  /** Whether a file is meant though it has not all of the import's rows. */
  readonly isMeant: (uri: vscode.Uri, rows: RowsInFile) => Promise<boolean>;
}

/**
 * Lets the user show where an import's file is by now. Where the old one is not there any more, other imports of it
 * follow that have most of their rows in the new one.
 * @returns the file, or `undefined` when the user gave up
 * @throws UserError when it has none of the import's rows, or its rows cannot be read
 */
export async function chooseFile(
  importId: string,
  ledgers: Pick<Ledgers, 'open'>,
  preparer: Preparer,
  moved: Pick<MovedFiles, 'moved' | 'importsMoved'>,
  ask: FileQuestions = { file: askFile, isMeant },
): Promise<vscode.Uri | undefined> {
  const { hasMost, reopen, rowsInFile } = await loadDelivery();
  const { history, hasher } = await ledgers.open();
  const old = (await history.read(importId))?.record.fileUri;
  if (old === undefined) throw resumeError({ reason: 'unknown' });
  const oldUri = vscode.Uri.parse(old);
  const newUri = await ask.file(oldUri);
  if (newUri === undefined) return undefined;
  const content = await sendableOf(newUri, preparer);
  const contentOf = () => Promise.resolve(content);
  const inIt = (id: string) => reopen(id, { history, hasher, contentOf });
  const own = await inIt(importId);
  if (!own.ok) throw resumeError(withFile(own.refusal, newUri));
  const rows = rowsInFile(own.reopened);
  if (rows.here === 0)
    throw new UserError(vscode.l10n.t('{0} has no row of this import.', shownName(newUri)));
  if (rows.here < rows.rows && !(await ask.isMeant(newUri, rows))) return undefined;
  const imports = new Set([importId]);
  const address = addressAfter([{ oldUri, newUri }]);
  if (await isThere(oldUri)) {
    await moved.importsMoved(address, imports);
    return newUri;
  }
  for (const { id, fileUri } of await history.summaries()) {
    const other = fileUri === old && id !== importId ? await inIt(id) : undefined;
    if (other?.ok && hasMost(rowsInFile(other.reopened))) imports.add(id);
  }
  await moved.moved(address, imports);
  return newUri;
}

function withFile<Refusal extends object>(refusal: Refusal, uri: vscode.Uri): Refusal {
  return 'uri' in refusal ? { ...refusal, uri: uri.toString() } : refusal;
}

async function isMeant(uri: vscode.Uri, { here, rows }: RowsInFile): Promise<boolean> {
  const use = vscode.l10n.t('Use File');
  const choice = await vscode.window.showWarningMessage(
    counted(
      vscode.l10n.t(
        '{here, number} of {rows, plural, one {# row} other {# rows}} of this import {here, plural, one {is} other {are}} in {file}. Use it for this import?',
      ),
      { here, rows, file: shownName(uri) },
    ),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The other rows get no marks and cannot be sent again from there. You can choose another file later, in the import’s context menu.',
      ),
    },
    use,
  );
  return choice === use;
}

async function askFile(old: vscode.Uri): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Where is {0} now?', shownName(old)),
    openLabel: vscode.l10n.t('Choose'),
    filters: { CSV: ['csv', 'tsv', 'tab', 'txt'] },
    ...(old.scheme !== 'untitled' && { defaultUri: vscode.Uri.joinPath(old, '..') }),
  });
  return chosen?.[0];
}
