import * as vscode from 'vscode';
import type { Reopened } from '../../core/delivery/index';
import type { Results } from '../../protocol/results';
import { counted } from '../counted';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { resultsOf } from '../results/resultsOf';
import type { ResultsPanels } from '../results/resultsPanels';
import type { Preparer } from '../sending/preparer';
import type { Sendable } from '../sending/sendable';
import { reopenImport } from './reopenImport';

/** The results of earlier imports. */
export class PastResults {
  constructor(
    private readonly kept: Pick<ResultsPanels, 'of'>,
    private readonly ledgers: Ledgers,
    private readonly preparer: Preparer,
  ) {}

  /**
   * Those of one import: as they are kept, or put together again from its ledger and its file.
   * @throws UserError when neither is possible
   */
  async of(importId: string): Promise<Results> {
    return (
      (await this.kept.of(importId)) ??
      (await rejoined(await reopenImport(importId, this.ledgers, this.preparer)))
    );
  }
}

/**
 * Results that are no longer kept, put together again: outcomes and ids from the ledger, values from the file, to whose
 * rows they belong by the rows' identity. What the stream said of rows is lost.
 */
async function rejoined(reopened: Reopened<Sendable>): Promise<Results> {
  const { closedIn, endReport, leftOutIn } = await loadDelivery();
  const { record, content, source, report, heldBack, missing } = reopened;
  const { id, at, stream } = record.begun;
  const outcome = {
    counts: report.counts,
    closed: closedIn(reopened),
    isRefusedAlone: report.isRefusedAlone,
  };
  const { actions } = record.forgotten ? { actions: [] } : endReport({ why: 'done' }, outcome);
  const results = await resultsOf({
    ...{ importId: id, stream, uri: content.uri, source, report, heldBack, actions },
    leftOutOf: leftOutIn(reopened),
    notice: noticeOf(missing.size),
  });
  return { ...results, at };
}

function noticeOf(missing: number): string {
  return counted(
    vscode.l10n.t(
      'Put together from the import history and the file as it is now, without what the stream said of each row.{count, plural, =0 {} one { # row was removed or edited since then: only its outcome is known.} other { # rows were removed or edited since then: only their outcomes are known.}}',
    ),
    { count: missing },
  );
}
