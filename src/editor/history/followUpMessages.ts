import * as vscode from 'vscode';
import type { Reopened } from '../../core/delivery/index';
import { counted } from '../counted';
import { UserError } from '../errors';
import { shownFile } from '../files';
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
  const detail = [summaryMessage(reopened.report.told), ...changeLines(reopened, apart)].join('\n');
  return new UserError(vscode.l10n.t('Nothing is left to send.'), undefined, detail);
}

/** Lines that name the file, and what is known of its rows. */
export function aboutLines({ content: { uri }, report }: Reopened<Sendable>): readonly string[] {
  return [vscode.l10n.t('File: {0}', shownFile(uri)), summaryMessage(report.told)];
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
  const add = (message: string, count: number) => {
    if (count > 0) lines.push(counted(message, { count }));
  };
  add(
    vscode.l10n.t(
      '{count, plural, one {# row is on this stream from another import. It is skipped.} other {# rows are on this stream from other imports. They are skipped.}}',
    ),
    leftOut,
  );
  add(
    vscode.l10n.t(
      '{count, plural, one {# row was edited since then, with the same number. A contact on the stream is not changed.} other {# rows were edited since then, with the same numbers. Contacts on the stream are not changed.}}',
    ),
    edited.size,
  );
  add(
    vscode.l10n.t(
      '{count, plural, one {# row was removed or has another number now. It is skipped.} other {# rows were removed or have other numbers now. They are skipped.}}',
    ),
    missing.size,
  );
  if (added > 0) lines.push(addedMessage(reopened, isUnknownMissing));
  add(
    vscode.l10n.t(
      '{count, plural, one {# row has errors and is held back.} other {# rows have errors and are held back.}}',
    ),
    heldBack.size,
  );
  lines.push(...unknownPastLines(since, unreadable));
  return lines.length > 0 ? ['', ...lines] : [];
}

/** While rows may exist whose number the file no longer has, the others may be these: nobody is told to send them then. */
function addedMessage({ added, unreadable }: Reopened<Sendable>, isUnknownMissing: boolean): string {
  const message =
    unreadable > 0
      ? vscode.l10n.t(
          '{count, plural, one {# row is not recognised as a row of this import. It is skipped.} other {# rows are not recognised as rows of this import. They are skipped.}}',
        )
      : isUnknownMissing
        ? vscode.l10n.t(
            '{count, plural, one {# row is new or has another number now. It may be one of the unknown rows: check Agent Assist before you send the file again.} other {# rows are new or have other numbers now. Unknown rows may be among them: check Agent Assist before you send the file again.}}',
          )
        : vscode.l10n.t(
            '{count, plural, one {# row is new or has another number now. Send the file again for it.} other {# rows are new or have other numbers now. Send the file again for them.}}',
          );
  return counted(message, { count: added });
}

/** What sending rows would mean of which it is still unknown whether they are there. */
export function unknownMessage(count: number): string {
  return counted(
    vscode.l10n.t(
      '{count, plural, one {# row is still unknown and may exist. Sending it again can create a duplicate.} other {# rows are still unknown and may exist. Sending them again can create up to # duplicates.}}',
    ),
    { count },
  );
}
