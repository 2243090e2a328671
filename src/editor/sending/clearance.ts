import * as vscode from 'vscode';
import type { Claim, Cleared, ClearanceRefusal } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { fullId } from '../commandIds';
import { type Remedy, UserError } from '../errors';
import { shownName } from '../files';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { plainText, withoutIcons } from '../plainText';
import type { Sendable } from './sendable';

/** What is sent where. */
export interface Sending {
  readonly sendable: Sendable;
  readonly stream: Stream;
  /** Whether it is the rest of an earlier import: the file is not to be sent again then. */
  readonly isFollowUp: boolean;
}

/** What leave is asked for. */
export interface ClearanceRequest extends Sending {
  readonly claim: Claim;
  /** As {@link askName} gave it. */
  readonly typedName: string;
  /** The import that asks, once its ledger is open in this process. */
  readonly importId?: string;
}

/**
 * Claims a stream, to which no other import can then send until the claim is released.
 * @throws UserError when another one is at it
 */
export async function claim(ledgers: Ledgers, sending: Sending): Promise<Claim> {
  const { streamTaken } = await loadDelivery();
  const { claims, history } = await ledgers.open();
  const taken = await claims.take(sending.stream);
  if (taken) return taken;
  throw clearanceError(await streamTaken(sending.stream, history), sending);
}

/** Asks for leave to send, by what is so at this moment. */
export async function askClearance(
  ledgers: Ledgers,
  { sendable, stream, claim, typedName, importId }: ClearanceRequest,
): Promise<Cleared> {
  const { Clearance } = await loadDelivery();
  const { history } = await ledgers.open();
  const { document, version: checkedVersion } = sendable;
  return await Clearance.ask(
    { document, checkedVersion, stream, claim, typedName, importId },
    { history, workspace: vscode.workspace },
  );
}

/**
 * Asks for the name of a protected stream to be typed.
 * @returns what was typed, empty for a stream that needs nothing; `undefined` when the user gives up
 */
export async function askName(stream: Stream): Promise<string | undefined> {
  const { isNameTyped } = await loadDelivery();
  if (isNameTyped(stream, '')) return '';
  // The box would draw `$(lock)` as an icon.
  const [name, host] = [withoutIcons(plainText(stream.name)), plainText(stream.host)];
  return await vscode.window.showInputBox({
    title: vscode.l10n.t('Protected Stream'),
    prompt: vscode.l10n.t('Type the stream’s name, “{0}”, to send to {1}.', name, host),
    ignoreFocusOut: true,
    // It takes the prompt's place.
    validateInput: (text) =>
      isNameTyped(stream, text)
        ? undefined
        : vscode.l10n.t('Type “{0}”, the name of the stream on {1}.', name, host),
  });
}

/** The error that says why nothing is sent. */
export function clearanceError(
  refusal: ClearanceRefusal,
  { sendable: { uri }, stream, isFollowUp }: Sending,
): UserError {
  switch (refusal.reason) {
    case 'untrusted':
      return new UserError(vscode.l10n.t('Trust this workspace to send contacts.'));
    case 'changed':
      if (!isFollowUp) return changedMeanwhile(uri);
      return new UserError(
        vscode.l10n.t(
          '{0} has changed since it was checked, so its rows were not sent. Try again.',
          shownName(uri),
        ),
      );
    case 'beingSent':
      return new UserError(
        refusal.uri === undefined
          ? vscode.l10n.t(
              'Nothing was sent: another import to “{0}” is running. Wait for it to end or cancel it, then try again.',
              plainText(stream.name),
            )
          : vscode.l10n.t(
              'Nothing was sent: {0} is being sent to “{1}” now. Wait for that import to end or cancel it, then try again.',
              shownName(vscode.Uri.parse(refusal.uri)),
              plainText(stream.name),
            ),
        showImports(),
      );
    case 'nameNotTyped':
      return new UserError(
        vscode.l10n.t(
          'Nothing was sent: the name of the protected stream “{0}” was not typed.',
          plainText(stream.name),
        ),
      );
  }
}

/** Where an import that is running is seen, whatever its window, and cancelled if that is this one. */
function showImports(): Remedy {
  return {
    label: vscode.l10n.t('Show Contact Imports'),
    run: () => vscode.commands.executeCommand('agentassistContacts.imports.focus'),
  };
}

/** The error when a file is not the one any more that was checked. */
export function changedMeanwhile(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t('{0} has changed since it was checked, so nothing was sent.', shownName(uri)),
    {
      label: vscode.l10n.t('Send Again'),
      run: () => vscode.commands.executeCommand(fullId('sendCsv'), uri),
    },
  );
}
