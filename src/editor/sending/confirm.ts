import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { Stream } from '../../core/stream/stream';
import { plainText } from '../plainText';
import { shownName } from './files';

/** What the user decided on seeing file, rows, stream and host. */
export type Decision = 'send' | 'otherStream' | 'cancel';

/** Shows what would be sent and where, and asks. A protected stream asks for its name to be typed as well. */
export async function confirmSending(
  document: vscode.TextDocument,
  { rows, counts }: CheckReport,
  stream: Stream,
): Promise<Decision> {
  const send = vscode.l10n.t('Send');
  const other = vscode.l10n.t('Another Stream…');
  const choice = await vscode.window.showWarningMessage(
    stream.sandbox
      ? vscode.l10n.t('Send {0} to the SANDBOX?', contactCount(rows))
      : vscode.l10n.t('Send {0} to “{1}”?', contactCount(rows), plainText(stream.name)),
    { modal: true, detail: details(document, rows, counts.warning, stream).join('\n') },
    send,
    other,
  );
  if (choice === other) return 'otherStream';
  if (choice !== send) return 'cancel';
  return (await typedName(stream)) ? 'send' : 'cancel';
}

/** "1 contact", "2 contacts". */
export function contactCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 contact') : vscode.l10n.t('{0} contacts', count.toLocaleString());
}

function details(
  document: vscode.TextDocument,
  rows: number,
  warnings: number,
  stream: Stream,
): readonly string[] {
  const lines = [
    vscode.l10n.t('File: {0}', shownName(document.uri)),
    vscode.l10n.t('Rows: {0}', rows.toLocaleString()),
    vscode.l10n.t(
      'Stream: {0}',
      stream.sandbox ? 'SANDBOX' : plainText(`${stream.name} (${stream.streamId})`),
    ),
    stream.sandbox
      ? vscode.l10n.t('Host: {0}, this machine; nothing leaves it', stream.host)
      : vscode.l10n.t('Host: {0}', stream.host),
  ];
  if (document.isDirty) lines.push('', vscode.l10n.t('Your unsaved edits are sent too.'));
  if (warnings === 1) lines.push('', vscode.l10n.t('The file has 1 warning.'));
  if (warnings > 1) lines.push('', vscode.l10n.t('The file has {0} warnings.', warnings.toLocaleString()));
  return lines;
}

async function typedName(stream: Stream): Promise<boolean> {
  if (!stream.protected) return true;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Protected Stream'),
    prompt: vscode.l10n.t('Type the name of the stream, {0}, to send to {1}.', stream.name, stream.host),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === stream.name ? undefined : vscode.l10n.t('This is not the name of the stream.'),
  });
  return typed === stream.name;
}
