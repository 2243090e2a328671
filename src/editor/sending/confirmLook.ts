import * as vscode from 'vscode';
import type { LongLook } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { counted, shownNumber } from '../counted';
import { minutesOf } from '../duration';
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
  const choice = await vscode.window.showInformationMessage(
    counted(
      vscode.l10n.t(
        '{rows, plural, one {Look for # row on the stream?} other {Look for # rows on the stream?}} This takes about {minutes, plural, one {# minute} other {# minutes}}.',
      ),
      { rows, minutes: minutesOf(ms) },
    ),
    {
      modal: true,
      detail: [
        ...whereTo(stream),
        vscode.l10n.t('Requests: {0}', shownNumber(reads)),
        '',
        vscode.l10n.t(
          'These rows got no certain answer and may exist. Looking only reads the stream’s contacts; Skip leaves the rows unknown and does not send them.',
        ),
      ].join('\n'),
    },
    look,
    skip,
  );
  if (choice === undefined) cancel();
  return choice === look;
}
