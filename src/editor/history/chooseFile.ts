import * as vscode from 'vscode';
import type { Reopened } from '../../core/delivery/index';
import { UserError } from '../errors';
import { shownName } from '../files';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { addressAfter, type MovedFiles } from '../movedFiles';
import type { Preparer } from '../sending/preparer';
import { resumeError, sendableOf } from './reopenImport';

/**
 * Lets the user show where an import's file is by now. Other imports of the file whose rows are in it follow.
 * @param ask gives the file; `undefined` when the user gives up
 * @returns the file, or `undefined` when the user gave up
 * @throws UserError when it has none of the import's rows, or its rows cannot be read
 */
export async function chooseFile(
  importId: string,
  ledgers: Ledgers,
  preparer: Preparer,
  moved: Pick<MovedFiles, 'moved'>,
  ask = askFile,
): Promise<vscode.Uri | undefined> {
  const { reopen } = await loadDelivery();
  const { history, hasher } = await ledgers.open();
  const old = (await history.read(importId))?.record.fileUri;
  if (old === undefined) throw resumeError({ reason: 'unknown' });
  const oldUri = vscode.Uri.parse(old);
  const newUri = await ask(oldUri);
  if (newUri === undefined) return undefined;
  const content = await sendableOf(newUri, preparer);
  const contentOf = () => Promise.resolve(content);
  const inIt = (id: string) => reopen(id, { history, hasher, contentOf });
  const own = await inIt(importId);
  if (!own.ok) throw resumeError(withFile(own.refusal, newUri));
  if (!hasRows(own.reopened))
    throw new UserError(vscode.l10n.t('{0} has no row of this import.', shownName(newUri)));
  const imports = new Set([importId]);
  for (const { id, fileUri } of await history.summaries()) {
    const other = fileUri === old && id !== importId ? await inIt(id) : undefined;
    if (other?.ok && hasRows(other.reopened)) imports.add(id);
  }
  await moved.moved(addressAfter([{ oldUri, newUri }]), imports);
  return newUri;
}

function hasRows({ missing, record }: Reopened): boolean {
  return missing.size < record.begun.rows;
}

function withFile<Refusal extends object>(refusal: Refusal, uri: vscode.Uri): Refusal {
  return 'uri' in refusal ? { ...refusal, uri: uri.toString() } : refusal;
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
