import * as vscode from 'vscode';
import type { Failure } from '../../core/delivery/failure';
import type { Stream } from '../../core/stream/stream';
import { fullId } from '../commandIds';
import type { Log } from '../log';
import type { AdvisedAction } from './failureMessage';
import { failureMessage, failureText } from './failureMessages';
import { toast } from '../toast';

/** What is said and offered beside the failure itself. */
export interface Beside {
  /** What is known beside it, such as what the call has left on the stream: as a clause, without its full stop. */
  readonly known?: string;
  /** What is advised in place of what the failure's own message advises, one sentence. */
  readonly advice?: string;
  /** Further buttons, the first ones. */
  readonly offers?: readonly Offer[];
}

/** A button of a message, and the command that it runs. */
export interface Offer {
  readonly title: string;
  readonly run: () => unknown;
}

type FailedStream = Pick<Stream, 'name' | 'host' | 'accountId' | 'sandbox'>;

/**
 * Shows a failed call: whether contacts may still exist, what happened, what to do next, and buttons for it.
 * Resolves when the message is closed or its button's work is done; there is no need to wait for it.
 */
export async function showFailure(
  failure: Failure,
  stream: FailedStream,
  log: Pick<Log, 'show'>,
  { known, advice, offers = [] }: Beside = {},
): Promise<void> {
  const { message, advice: own, actions } = failureMessage(failure, stream, true);
  const text = failureText(message, advice ?? own, known);
  const advised = actions.filter(possible(stream)).map((action) => ({
    title: actionTitle(action),
    run: () => act(action, stream.name, log),
  }));
  const choice = await show(failure, text, [...offers, ...advised]);
  await choice?.run();
}

/** What the user asked for is no error, unless it leaves something in doubt. */
function show(
  { reason, effect }: Failure,
  text: string,
  buttons: readonly Offer[],
): Promise<Offer | undefined> {
  const severity = reason !== 'cancelled' ? 'error' : effect === 'unknown' ? 'warning' : 'information';
  return toast(severity, text, ...buttons);
}

/** The sandbox sets itself up: there is nothing to edit, and its secret is its own. */
function possible({ sandbox }: FailedStream): (action: AdvisedAction) => boolean {
  return (action) => !sandbox || (action !== 'editStream' && action !== 'setClientSecret');
}

function actionTitle(action: AdvisedAction): string {
  switch (action) {
    case 'setClientSecret':
      return vscode.l10n.t('Set Client Secret…');
    case 'editStream':
      return vscode.l10n.t('Edit Stream…');
    case 'verifyStream':
      return vscode.l10n.t('Verify Stream');
    case 'openProxySettings':
      return vscode.l10n.t('Open Proxy Settings');
    case 'openLog':
      return vscode.l10n.t('Open Log');
  }
}

async function act(action: AdvisedAction, streamName: string, log: Pick<Log, 'show'>): Promise<void> {
  switch (action) {
    case 'setClientSecret':
    case 'editStream':
    case 'verifyStream':
      await vscode.commands.executeCommand(fullId(action), streamName);
      return;
    case 'openProxySettings':
      await vscode.commands.executeCommand('workbench.action.openSettings', 'http.proxy');
      return;
    case 'openLog':
      log.show();
  }
}
