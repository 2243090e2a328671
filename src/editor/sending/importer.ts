import * as vscode from 'vscode';
import type { Contact } from '../../core/contact/contact';
import type { Answer } from '../../core/delivery/failure';
import type { Results } from '../../protocol/results';
import { withSignal } from '../delivery/abort';
import { logExchange } from '../delivery/exchangeLog';
import type { OpenClient } from '../delivery/openClient';
import { showFailure } from '../delivery/showFailure';
import type { Log } from '../log';
import { plainText } from '../plainText';
import type { ResultsPanel } from '../results/resultsPanel';
import { resultRows } from '../results/resultRows';
import type { Target } from '../streams/listed';
import { contactCount } from './confirm';
import { fileName } from './files';
import type { Sendable } from './sendable';

/** Sends what was checked of a document to a stream and shows what came back, or why nothing did. */
export class Importer {
  constructor(
    private readonly openClient: OpenClient,
    private readonly panel: ResultsPanel,
    private readonly log: Log,
  ) {}

  /**
   * Sends the very text that was checked, in one request. Shows progress that can be cancelled, then the returned
   * contacts or the failure in words; resolves when there is nothing left to wait for.
   */
  async send(document: vscode.TextDocument, sendable: Sendable, target: Target): Promise<void> {
    // The part that talks to streams loads here, on first use.
    const { reconcile } = await import('../../core/delivery/index');
    const { rows } = sendable;
    const answer = await this.post(document, sendable, target);
    logExchange(this.log, answer.exchange, answer.ok ? undefined : answer.failure);
    if (!answer.ok) {
      void showFailure(answer.failure, { stream: target.stream, call: 'import' }, this.log);
      return;
    }
    const reconciliation = reconcile(rows, answer.value);
    const notReturned = reconciliation.rows.filter(({ outcome }) => outcome === 'notReturned').length;
    this.log.info(
      `Rows sent: ${rows.length}, contacts returned: ${answer.value.length}, rows not returned: ${notReturned}`,
    );
    await this.panel.show({
      ...about(document, target),
      at: new Date().toISOString(),
      rowsSent: rows.length,
      contactsReturned: answer.value.length,
      rowsNotReturned: notReturned,
      rows: resultRows(reconciliation),
    });
    sayWhatCameBack(rows.length, notReturned);
  }

  private async post(
    document: vscode.TextDocument,
    { text, rows }: Sendable,
    target: Target,
  ): Promise<Answer<readonly Contact[]>> {
    const client = await this.openClient(target);
    const file = { name: fileName(document.uri), bytes: asSent(text) };
    const { stream } = target;
    const title = vscode.l10n.t(
      'Sending {0} to {1}',
      contactCount(rows.length),
      stream.sandbox ? 'SANDBOX' : plainText(`${stream.name} (${stream.host})`),
    );
    return await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_, token) => withSignal(token, (signal) => client.importContacts(file, signal)),
    );
  }
}

/**
 * UTF-8 without a byte order mark. VS Code takes one off when it opens a file; a second one would become a part of
 * the first column's name.
 */
function asSent(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/^\uFEFF/, ''));
}

function about(
  document: vscode.TextDocument,
  { stream }: Target,
): Pick<Results, 'streamName' | 'host' | 'streamId' | 'sandbox' | 'fileName' | 'fileUri'> {
  return {
    streamName: stream.name,
    host: stream.host,
    streamId: stream.streamId,
    sandbox: stream.sandbox === true,
    fileName: fileName(document.uri),
    fileUri: document.uri.toString(),
  };
}

/** The page shows it too; a message is also heard, and seen when the page is behind other tabs. */
function sayWhatCameBack(sent: number, notReturned: number): void {
  if (notReturned === 0) {
    const message =
      sent === 1
        ? vscode.l10n.t('The contact came back from the stream.')
        : vscode.l10n.t('All {0} contacts came back from the stream.', sent.toLocaleString());
    vscode.window.setStatusBarMessage(`$(check) ${message}`, 10_000);
    return;
  }
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} of {1} rows did not come back from the stream. The results show which ones; their contacts were not created by this import, as far as the answer tells.',
      notReturned.toLocaleString(),
      sent.toLocaleString(),
    ),
  );
}
