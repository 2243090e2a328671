import * as vscode from 'vscode';
import type { Stream } from '../../core/stream/stream';
import { plainText } from '../plainText';
import { shownName } from './files';
import type { Sendable } from './sendable';

/** What the user decided on seeing file, rows, stream and host. */
export type Decision = 'send' | 'otherStream' | 'mapColumns' | 'cancel';

/** Shows what would be sent and where, and asks. A protected stream asks for its name to be typed as well. */
export async function confirmSending(
  document: vscode.TextDocument,
  sendable: Sendable,
  stream: Stream,
): Promise<Decision> {
  const rows = sendable.rows.length;
  const send = vscode.l10n.t('Send');
  const other = vscode.l10n.t('Another Stream…');
  const map = sendable.mapping ? vscode.l10n.t('Change Columns…') : vscode.l10n.t('Map Columns…');
  const choice = await vscode.window.showWarningMessage(
    stream.sandbox
      ? vscode.l10n.t('Send {0} to the SANDBOX?', contactCount(rows))
      : vscode.l10n.t('Send {0} to “{1}”?', contactCount(rows), plainText(stream.name)),
    { modal: true, detail: details(document, sendable, stream).join('\n') },
    send,
    other,
    ...(sendable.mapping || sendable.couldBeMapped ? [map] : []),
  );
  if (choice === other) return 'otherStream';
  if (choice === map) return 'mapColumns';
  if (choice !== send) return 'cancel';
  return (await typedName(stream)) ? 'send' : 'cancel';
}

/** "1 contact", "2 contacts". */
export function contactCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 contact') : vscode.l10n.t('{0} contacts', count.toLocaleString());
}

function details(
  document: vscode.TextDocument,
  { rows, warnings, mapping }: Sendable,
  stream: Stream,
): readonly string[] {
  const lines = [
    vscode.l10n.t('File: {0}', shownName(document.uri)),
    vscode.l10n.t('Rows: {0}', rows.length.toLocaleString()),
    vscode.l10n.t(
      'Stream: {0}',
      stream.sandbox ? 'SANDBOX' : plainText(`${stream.name} (${stream.streamId})`),
    ),
    stream.sandbox
      ? vscode.l10n.t('Host: {0}, this machine; nothing leaves it', stream.host)
      : vscode.l10n.t('Host: {0}', stream.host),
  ];
  if (mapping) lines.push('', ...mappingWords(mapping));
  if (document.isDirty) lines.push('', vscode.l10n.t('Your unsaved edits are sent too.'));
  if (warnings > 0) lines.push('', warningWords(warnings, mapping !== undefined));
  return lines;
}

function mappingWords({ lines, asLastTime }: NonNullable<Sendable['mapping']>): readonly string[] {
  const intro = asLastTime
    ? vscode.l10n.t('Columns are mapped as last time. A mapped copy is sent; the file stays as it is:')
    : vscode.l10n.t('A mapped copy is sent; the file stays as it is:');
  return [intro, ...lines];
}

function warningWords(count: number, mapped: boolean): string {
  const shown = count.toLocaleString();
  if (mapped) {
    return count === 1
      ? vscode.l10n.t('The mapped copy has 1 warning.')
      : vscode.l10n.t('The mapped copy has {0} warnings.', shown);
  }
  return count === 1
    ? vscode.l10n.t('The file has 1 warning.')
    : vscode.l10n.t('The file has {0} warnings.', shown);
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
