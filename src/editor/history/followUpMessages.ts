import * as vscode from 'vscode';
import type { Reopened } from '../../core/delivery/index';
import { UserError } from '../errors';
import { shownName } from '../files';
import { summaryMessage } from '../sending/outcomeMessages';
import { unknownPastLines } from '../sending/pastMessages';
import type { Sendable } from '../sending/sendable';

/** What is known of rows beside those that can be sent. */
export interface RowsApart {
  /** How many rows other imports have brought to the stream. */
  readonly leftOut: number;
  /** As `hasUnknownMissing` tells it. */
  readonly isUnknownMissing: boolean;
}

/** The error when nothing of an import can be sent any more. */
export function nothingLeft(reopened: Reopened<Sendable>, apart: RowsApart): UserError {
  const lines = changeLines(reopened, apart).filter((line) => line !== '');
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
 */
export function changeLines(
  reopened: Reopened<Sendable>,
  { leftOut, isUnknownMissing }: RowsApart,
): readonly string[] {
  const { edited, missing, added, heldBack, since, unreadable } = reopened;
  const lines: string[] = [];
  if (leftOut > 0) {
    lines.push(
      vscode.l10n.t(
        'Rows that other imports have brought to this stream: {0}. They are left out.',
        leftOut.toLocaleString(),
      ),
    );
  }
  if (edited.size > 0) {
    lines.push(
      vscode.l10n.t(
        'Rows edited since, with the same number: {0}. Contacts on the stream are not changed; rows still to be sent leave as they are now.',
        edited.size.toLocaleString(),
      ),
    );
  }
  if (missing.size > 0) {
    lines.push(
      vscode.l10n.t(
        'Rows that the file no longer has, or with another number: {0}. They are left as they are.',
        missing.size.toLocaleString(),
      ),
    );
  }
  if (added > 0) lines.push(addedMessage(reopened, isUnknownMissing));
  if (heldBack.size > 0) {
    lines.push(
      vscode.l10n.t('Rows that have errors and are held back: {0}.', heldBack.size.toLocaleString()),
    );
  }
  lines.push(...unknownPastLines(since, unreadable));
  return lines.length > 0 ? ['', ...lines] : [];
}

/** While rows may exist whose number the file no longer has, the others may be these: nobody is told to send them then. */
function addedMessage({ added, unreadable }: Reopened<Sendable>, isUnknownMissing: boolean): string {
  const count = added.toLocaleString();
  if (unreadable > 0)
    return vscode.l10n.t(
      'Rows of the file that are not recognised as rows of this import: {0}. They are left as they are.',
      count,
    );
  return isUnknownMissing
    ? vscode.l10n.t(
        'Rows that are new in the file, or have another number now: {0}. Unknown rows may be among them: look in Agent Assist before you send the file again.',
        count,
      )
    : vscode.l10n.t(
        'Rows that are new in the file, or have another number now: {0}. Send the file again for them.',
        count,
      );
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
