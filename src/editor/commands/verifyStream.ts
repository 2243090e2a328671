import * as vscode from 'vscode';
import type { ContactPage } from '../../core/delivery/index';
import type { Answer } from '../../core/delivery/failure';
import { withSignal } from '../cancellation';
import { counted } from '../counted';
import { logExchange } from '../delivery/exchangeLog';
import type { OpenClient } from '../delivery/openClient';
import { showFailure } from '../delivery/showFailure';
import { verificationOf, verificationMessage } from '../delivery/verification';
import type { Log } from '../log';
import type { StreamWithSecret } from '../streams/listed';
import type { StreamRegistry } from '../streams/registry';
import type { Targets } from '../streams/targets';
import { fullId, type Handler } from '../commandIds';
import { plainText } from '../plainText';
import { toast } from '../toast';

/**
 * Verify Stream: reads one page of contacts with the token that sending would use, and says what works. Nothing is
 * written. Takes the stream of that name, else the selected one, else asks.
 */
export const verifyStream =
  (registry: StreamRegistry, targets: Targets, openClient: OpenClient, log: Log): Handler =>
  async (name) => {
    const named = typeof name === 'string' ? registry.find(name) : undefined;
    const stream = named ?? (await targets.selectedOrChosen());
    const target = stream && (await targets.resolve(stream));
    if (target === undefined) return;

    const answer = await readOnePage(target, openClient);
    if (answer === undefined) return;
    logExchange(log, answer.exchange, answer.ok ? undefined : answer.failure);
    if (answer.ok) {
      const send = vscode.l10n.t('Send CSV to Stream…');
      if ((await toast('information', successMessage(target, answer.value), send)) === send)
        await vscode.commands.executeCommand(fullId('sendCsv'));
      return;
    }
    const { failure } = answer;
    const known = failure.reason === 'cancelled' ? '' : verificationMessage(verificationOf(failure));
    await showFailure(failure, target.stream, log, { known });
  };

async function readOnePage(
  target: StreamWithSecret,
  openClient: OpenClient,
): Promise<Answer<ContactPage> | undefined> {
  const title = vscode.l10n.t('Verifying “{0}”', plainText(target.stream.name));
  return await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => {
      const { client, queue } = await openClient(target);
      return await withSignal(token, (signal) =>
        queue
          .pass(() => client.listContacts({ skip: 0, limit: 1 }, signal), signal)
          .catch((error: unknown) => {
            // Cancelled before it was its turn: nothing was asked, so there is nothing to tell.
            if (signal.aborted) return undefined;
            throw error;
          }),
      );
    },
  );
}

function successMessage({ stream }: StreamWithSecret, { totalResults }: ContactPage): string {
  const [name, host] = [plainText(stream.name), plainText(stream.host)];
  return totalResults === undefined
    ? vscode.l10n.t(
        'Stream “{0}” works: {1} accepts stream ID, token and scope. Nothing was written.',
        name,
        host,
      )
    : counted(
        vscode.l10n.t(
          'Stream “{name}” works and has {count, plural, =0 {no contacts} one {# contact} other {# contacts}}: {host} accepts stream ID, token and scope. Nothing was written.',
        ),
        { name, host, count: totalResults },
      );
}
