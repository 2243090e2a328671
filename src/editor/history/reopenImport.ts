import * as vscode from 'vscode';
import type { Reopened, ResumeRefusal } from '../../core/delivery/index';
import { fullId } from '../commandIds';
import { tryAgain, UserError } from '../errors';
import { fileMissing } from '../fileMissing';
import { isThere, shownName } from '../files';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { Preparer } from '../sending/preparer';
import type { Sendable } from '../sending/sendable';

/**
 * Finds an import and its rows again.
 * @param how `again`: does what it is wanted for, once the user has shown where a file is that was not found; `isOwn`:
 * whether it is this window that is at work on it
 * @throws UserError when it is not known any more, is still going on, or its file cannot be used
 */
export async function reopenImport(
  importId: string,
  ledgers: Ledgers,
  preparer: Preparer,
  { again, isOwn = false }: { readonly again?: () => Thenable<unknown>; readonly isOwn?: boolean } = {},
): Promise<Reopened<Sendable>> {
  const { reopen } = await loadDelivery();
  const { history, hasher } = await ledgers.open();
  const contentOf = async (address: string) => {
    const uri = vscode.Uri.parse(address);
    if (!(await isThere(uri))) throw fileMissing(uri, importId, again);
    return await sendableOf(uri, preparer);
  };
  const result = await reopen(importId, { history, hasher, contentOf }, isOwn);
  if (result.ok) return result.reopened;
  throw resumeError(result.refusal);
}

/** What can be sent of the file now: all of it, or the rows without errors. */
export async function sendableOf(uri: vscode.Uri, preparer: Preparer): Promise<Sendable | undefined> {
  const checked = await preparer.check(uri);
  if (checked === undefined) return await preparer.prepareLarge(uri);
  const prepared = await preparer.prepare(checked);
  if (prepared && 'sendable' in prepared) return prepared.sendable;
  return prepared && 'bad' in prepared ? await preparer.goodRows(checked) : undefined;
}

/** The error that says why an import cannot be gone on with. */
export function resumeError(refusal: ResumeRefusal): UserError {
  switch (refusal.reason) {
    case 'unknown':
      return new UserError(vscode.l10n.t('This import is no longer in the history.'));
    case 'goingOn':
      return new UserError(
        vscode.l10n.t('This import is running, perhaps in another window. Wait until it has ended.'),
        tryAgain(),
      );
    case 'keyDeleted':
      return new UserError(
        vscode.l10n.t(
          'The key of this import was deleted: check Agent Assist before you send its file again.',
        ),
      );
    case 'fileChanged': {
      const uri = vscode.Uri.parse(refusal.uri);
      return new UserError(
        vscode.l10n.t(
          '{0} changed since it was sent, and a file of this size can be resumed only unchanged. Send it again: rows that were created are skipped.',
          shownName(uri),
        ),
        {
          label: vscode.l10n.t('Send Again'),
          run: () => vscode.commands.executeCommand(fullId('sendCsv'), uri),
        },
      );
    }
    case 'errors':
      return new UserError(
        vscode.l10n.t(
          '{0} now has errors that affect every row. Fix them and try again.',
          shownName(vscode.Uri.parse(refusal.uri)),
        ),
        tryAgain(),
      );
  }
}
