import * as vscode from 'vscode';
import type { Mismatch } from '../../core/delivery/index';
import { fullId } from '../commandIds';
import { counted } from '../counted';
import type { Offer } from '../delivery/showFailure';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import type { ActiveImport } from './activeImport';

/** Rows to hold back although they have no errors: by their lines in what was sent then. */
export interface HoldBack {
  /** The document's version, 0 for a file on disk, and the digest of the import's source. */
  readonly version: number;
  readonly digest: Uint8Array;
  readonly isMapped: boolean;
  readonly lines: readonly number[];
}

/**
 * Says that a request did not hold what was checked and did not leave, where, and whose fault that is.
 * @param unknown how many rows of earlier requests may exist
 */
export function misreadMessage(
  mismatch: Mismatch,
  { source }: Pick<ActiveImport, 'source'>,
  unknown = 0,
): string {
  const place = placeMessage(mismatch, source.headerCells);
  if (unknown > 0)
    return counted(
      vscode.l10n.t(
        '{place} {count, plural, one {# row sent before it got no clear answer and may exist: look it up before you send this file again.} other {# rows sent before it got no clear answer and may exist: look them up before you send this file again.}}',
      ),
      { place, count: unknown },
    );
  return vscode.l10n.t('{0} This is a fault in this extension, not in your file.', place);
}

/** The way out, where there is one: to send the rows that are not at fault. */
export async function misreadOffers(
  mismatch: Mismatch,
  { uri, version, source, heldBack }: ActiveImport,
): Promise<readonly Offer[]> {
  const { linesToHoldBack } = await loadDelivery();
  const lines = await linesToHoldBack(mismatch, source, heldBack);
  if (lines === undefined) return [];
  const { digest, isAsShown } = source;
  const holdBack: HoldBack = { version, digest, isMapped: isAsShown === false, lines };
  return [
    {
      title: vscode.l10n.t('Send Only Rows Without Errors…'),
      run: () => vscode.commands.executeCommand(fullId('sendGoodRows'), uri, undefined, holdBack),
    },
  ];
}

/** Why the results page shows such a row as held back. */
export function heldBackAsMisread(): string {
  return vscode.l10n.t('Held back: what would have been sent differs from what was checked.');
}

/** For the log: places alone. */
export function misreadEntry({ what, row, column }: Mismatch): string {
  return `A request did not leave, for it read otherwise than it was checked: ${what}, line ${row?.line ?? '-'}, column ${column ?? '-'}`;
}

function placeMessage({ what, row, column = 0 }: Mismatch, headerCells: readonly string[]): string {
  const line = row?.line ?? 1;
  const name = plainText(headerCells[column - 1] ?? '', 60);
  switch (what) {
    case 'header':
      return vscode.l10n.t(
        'The next request was not sent: column {0} of its header (“{1}”) differs from what was checked.',
        column,
        name,
      );
    case 'value':
      return vscode.l10n.t(
        'The next request was not sent: line {0}, column {1} (“{2}”) differs from what was checked.',
        line,
        column,
        name,
      );
    case 'cells':
      return vscode.l10n.t(
        'The next request was not sent: line {0} has more or fewer cells than were checked, from column {1} on.',
        line,
        column,
      );
    case 'missing':
      return vscode.l10n.t('The next request was not sent: the row on line {0} is missing.', line);
    case 'extra':
      return vscode.l10n.t(
        'The next request was not sent: it has rows after line {0} that were not checked.',
        line,
      );
    case 'unreadable':
      return vscode.l10n.t('The next request was not sent: it cannot be read from line {0} on.', line);
  }
}
