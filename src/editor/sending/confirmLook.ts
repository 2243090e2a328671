import * as vscode from 'vscode';
import type { LongLook } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { whereTo } from './confirm';

/**
 * Asks before the stream's contacts are read for so long.
 * @param cancel ends the import, which is what Cancel means
 * @returns false when the rows are to stay unknown
 */
export async function confirmLook(
  { rows, reads, ms }: LongLook,
  stream: Stream,
  cancel: () => void,
): Promise<boolean> {
  const look = vscode.l10n.t('Look Them Up');
  const skip = vscode.l10n.t('Skip');
  const minutes = Math.ceil(ms / 60_000).toLocaleString();
  const choice = await vscode.window.showInformationMessage(
    rows === 1
      ? vscode.l10n.t('Look for 1 row on the stream, for about {0} minutes?', minutes)
      : vscode.l10n.t(
          'Look for {0} rows on the stream, for about {1} minutes?',
          rows.toLocaleString(),
          minutes,
        ),
    {
      modal: true,
      detail: [
        ...whereTo(stream),
        vscode.l10n.t('Requests: {0}, about {1} minutes', reads.toLocaleString(), minutes),
        '',
        vscode.l10n.t(
          'These rows were sent and got no certain answer, so they may exist. Looking reads all contacts of the stream and writes nothing; Skip leaves the rows unknown, and they are not sent.',
        ),
      ].join('\n'),
    },
    look,
    skip,
  );
  if (choice === undefined) cancel();
  return choice === look;
}
