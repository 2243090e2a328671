import * as vscode from 'vscode';
import type { Reopened } from '../../core/delivery/index';
import { UserError } from '../errors';
import { shownName } from '../files';
import { summaryMessage } from '../sending/outcomeMessages';
import { unknownPastLines } from '../sending/pastMessages';
import type { Sendable } from '../sending/sendable';

/** The error when nothing of an import can be sent any more. */
export function nothingLeft(reopened: Reopened<Sendable>, leftOut: number): UserError {
  const lines = changeLines(reopened, leftOut).filter((line) => line !== '');
  const sentences = [
    vscode.l10n.t('There is nothing left to send.'),
    summaryMessage(reopened.report.counts),
    ...lines,
  ];
  return new UserError(sentences.join(' '));
}

/** Lines that name the file, and what is known of its rows. */
export function aboutLines({ content: { uri }, report }: Reopened<Sendable>): readonly string[] {
  return [vscode.l10n.t('File: {0}', shownName(uri)), summaryMessage(report.counts)];
}

/**
 * Lines about what is not as it was when the import began, an empty one before them.
 * @param leftOut rows that other imports have brought to the stream
 */
export function changeLines(
  { missing, added, heldBack, since, unreadable }: Reopened<Sendable>,
  leftOut: number,
): readonly string[] {
  const lines: string[] = [];
  if (leftOut > 0) {
    lines.push(
      vscode.l10n.t(
        'Rows that other imports have brought to this stream: {0}. They are left out.',
        leftOut.toLocaleString(),
      ),
    );
  }
  if (missing.size > 0) {
    lines.push(
      vscode.l10n.t(
        'Rows that the file no longer has, or has otherwise: {0}. They are left as they are.',
        missing.size.toLocaleString(),
      ),
    );
  }
  if (added > 0) {
    lines.push(
      unreadable > 0
        ? vscode.l10n.t(
            'Rows of the file that are not recognised as rows of this import: {0}. They are left as they are.',
            added.toLocaleString(),
          )
        : vscode.l10n.t(
            'Rows that are new in the file, or were edited: {0}. Send the file anew for them.',
            added.toLocaleString(),
          ),
    );
  }
  if (heldBack.size > 0) {
    lines.push(
      vscode.l10n.t('Rows that have errors and are held back: {0}.', heldBack.size.toLocaleString()),
    );
  }
  lines.push(...unknownPastLines(since, unreadable));
  return lines.length > 0 ? ['', ...lines] : [];
}

/** What sending rows would mean of which it is still unknown whether they are there. */
export function unknownMessage(count: number): string {
  return count === 1
    ? vscode.l10n.t(
        '1 row is still unknown: its contact may exist. Sending it again can create a second contact.',
      )
    : vscode.l10n.t(
        '{0} rows are still unknown: their contacts may exist. Sending them again can create up to {0} second contacts.',
        count.toLocaleString(),
      );
}
