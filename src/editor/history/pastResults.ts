import * as vscode from 'vscode';
import type { ImportRecord, Reopened } from '../../core/delivery/index';
import type { Results } from '../../protocol/results';
import { EncodedRows } from '../../protocol/encodedPage';
import { counted } from '../counted';
import { UserError } from '../errors';
import { fileName } from '../files';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { placesWithoutFile } from '../results/foundRows';
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
   * Those of one import: as they are kept, or put together again from its ledger and its file; where its rows cannot be
   * found in the file, from the ledger alone.
   * @throws UserError when none of it is possible, or the user can do something about the file
   */
  async of(importId: string): Promise<Results> {
    return (await this.kept.of(importId)) ?? (await this.offeringFind(await this.rejoined(importId)));
  }

  /**
   * Those of its listed rows that can be found on the stream again, by their places: no more than their outcomes is known.
   * @param results of that import
   */
  async placesToFind(record: ImportRecord, results: Pick<Results, 'rows'>): Promise<readonly number[]> {
    const { placesToFind } = await loadDelivery();
    const { hasher } = await this.ledgers.open();
    return placesToFind(record, await placesWithoutFile(results), hasher.key);
  }

  private async offeringFind({ record, results }: Rejoined): Promise<Results> {
    // Nobody wants to be offered anything of it any more.
    if (record.forgotten) return results;
    const places = await this.placesToFind(record, results);
    return places.length === 0 ? results : { ...results, actions: [...results.actions, 'findOnStream'] };
  }

  private async rejoined(importId: string): Promise<Rejoined> {
    const before = await this.kept.known(importId);
    try {
      return await withFile(await reopenImport(importId, this.ledgers, this.preparer), before);
    } catch (error) {
      if (!(error instanceof UserError) || error.remedy !== undefined) throw error;
      const known = await (await this.ledgers.open()).history.read(importId);
      if (known === undefined || known.isAlive) throw error;
      return await withoutFile(known.record, error.message, before);
    }
  }
}

/** Results that are no longer kept, put together again. What the stream said of rows is lost. */
interface Rejoined {
  readonly record: ImportRecord;
  readonly results: Results;
}

/**
 * Outcomes and ids from the ledger, values from the file, to whose rows they belong by the rows' identity.
 * @param before those of before the import went on, or of when it was cut off
 */
async function withFile(reopened: Reopened<Sendable>, before: Results | undefined): Promise<Rejoined> {
  const { closedIn, endReport, leftOutIn } = await loadDelivery();
  const { record, content, source, report, heldBack, missing, edited } = reopened;
  const { id, at, stream } = record.begun;
  const outcome = {
    counts: report.counts,
    closed: closedIn(reopened),
    isRefusedAlone: report.isRefusedAlone,
  };
  const { actions } = record.forgotten ? { actions: [] } : endReport({ why: 'done' }, outcome);
  const known = before && new EncodedRows(before.rows);
  const byPlace = known && (await knownByPlace(known));
  // A row that never left is what it is in the file.
  const isLost = (index: number) =>
    report.at(index)?.row.since !== undefined &&
    !knownRow({ index, line: 0 }, report.outcomeAt(index), byPlace);
  const results = await resultsOf({
    ...{ importId: id, at, stream, uri: content.uri, source, report, heldBack, actions, known },
    leftOutOf: leftOutIn(reopened),
    notice: noticeOf(known !== undefined, count(missing, isLost) + count(edited, isLost)),
  });
  return { record, results: { ...results, changedAt: at } };
}

/**
 * @param why the file is of no use, in a sentence
 * @param before as for {@link withFile}
 */
async function withoutFile(
  record: ImportRecord,
  why: string,
  before: Results | undefined,
): Promise<Rejoined> {
  const { reportOfRecord } = await loadDelivery();
  const { id, at, stream } = record.begun;
  const uri = vscode.Uri.parse(record.fileUri);
  const results = await resultsOf({
    ...{ importId: id, at, stream, uri, source: { name: fileName(uri) || record.fileUri, groups: () => [] } },
    ...{ report: await reportOfRecord(record), heldBack: new Map(), actions: [] },
    known: before && new EncodedRows(before.rows),
    notice: vscode.l10n.t('{0} Only the outcomes of the rows and the IDs of their contacts are known.', why),
  });
  return { record, results: { ...results, changedAt: at } };
}

function count(places: Iterable<number>, isWanted: (index: number) => boolean): number {
  let wanted = 0;
  for (const index of places) if (isWanted(index)) wanted++;
  return wanted;
}

/**
 * @param isAfterMore whether results from before are part of it
 * @param lost how many rows are not known any more as they were sent
 */
function noticeOf(isAfterMore: boolean, lost: number): string {
  return counted(
    isAfterMore
      ? vscode.l10n.t(
          'Restored from what was shown before, the import history and the current file.{count, plural, =0 {} one { # row was removed or edited since then: only its outcome is known, and perhaps its number.} other { # rows were removed or edited since then: only their outcomes are known, and perhaps their numbers.}}',
        )
      : vscode.l10n.t(
          'Restored from the import history and the current file, without the stream’s words.{count, plural, =0 {} one { # row was removed or edited since then: only its outcome is known, and perhaps its number.} other { # rows were removed or edited since then: only their outcomes are known, and perhaps their numbers.}}',
        ),
    { count: lost },
  );
}
