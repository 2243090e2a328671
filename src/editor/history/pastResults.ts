import * as vscode from 'vscode';
import type { Reopened } from '../../core/delivery/index';
import type { Results } from '../../protocol/results';
import { EncodedRows } from '../../protocol/encodedPage';
import { counted } from '../counted';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { join } from '../plainText';
import { knownByPlace, knownRow } from '../results/knownRows';
import { resultsOf } from '../results/resultsOf';
import type { ResultsPanels } from '../results/resultsPanels';
import type { Preparer } from '../sending/preparer';
import type { Sendable } from '../sending/sendable';
import { reopenImport } from './reopenImport';

/** The results of earlier imports. */
export class PastResults {
  constructor(
    private readonly kept: Pick<ResultsPanels, 'of' | 'known'>,
    private readonly ledgers: Ledgers,
    private readonly preparer: Preparer,
  ) {}

  /**
   * Those of one import: as they are kept, or put together again from its ledger and its file.
   * @throws UserError when neither is possible
   */
  async of(importId: string): Promise<Results> {
    const kept = await this.kept.of(importId);
    if (kept) return kept;
    const reopened = await reopenImport(importId, this.ledgers, this.preparer);
    return await rejoined(reopened, await this.kept.known(importId));
  }
}

/**
 * Results that are no longer kept, put together again: outcomes and ids from the ledger, values from the file, to whose
 * rows they belong by the rows' identity. What the stream said of rows is lost, but for what is known from before.
 * @param before those of before the import went on, or of when it was cut off
 */
async function rejoined(reopened: Reopened<Sendable>, before: Results | undefined): Promise<Results> {
  const { closedIn, endReport } = await loadDelivery();
  const { record, content, source, report, heldBack, missing, edited } = reopened;
  const { id, at, stream } = record.begun;
  const outcome = {
    counts: report.counts,
    closed: closedIn(reopened),
    isRefusedAlone: report.isRefusedAlone,
  };
  const { actions } = endReport({ why: 'done' }, outcome);
  const known = before && new EncodedRows(before.rows);
  const byPlace = known && (await knownByPlace(known));
  // A row that never left is what it is in the file.
  const isLost = (index: number) =>
    report.at(index)?.row.since !== undefined &&
    !knownRow({ index, line: 0 }, report.outcomeAt(index), byPlace);
  const results = await resultsOf({
    ...{ importId: id, stream, uri: content.uri, source, report, heldBack, actions, known },
    notice: noticeOf(known !== undefined, count(missing, isLost), count(edited, isLost)),
  });
  return { ...results, at };
}

function count(places: Iterable<number>, isWanted: (index: number) => boolean): number {
  let wanted = 0;
  for (const index of places) if (isWanted(index)) wanted++;
  return wanted;
}

/** @param isAfterMore whether results from before are part of it */
function noticeOf(isAfterMore: boolean, gone: number, edited: number): string {
  return join(
    isAfterMore
      ? vscode.l10n.t(
          'Put together from what was shown before, the import history and the file as it is now.',
        )
      : vscode.l10n.t(
          'Put together from the import history and the file as it is now, without what the stream said of each row.',
        ),
    counted(
      vscode.l10n.t(
        '{count, plural, =0 {} one {# row was removed or edited since then: only its outcome is known.} other {# rows were removed or edited since then: only their outcomes are known.}}',
      ),
      { count: gone },
    ),
    counted(
      vscode.l10n.t(
        '{count, plural, =0 {} one {# row was edited since it was sent: of that, only its number is known.} other {# rows were edited since they were sent: of that, only their numbers are known.}}',
      ),
      { count: edited },
    ),
  );
}
