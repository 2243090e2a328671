import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type {
  Claim,
  Clearance,
  ImportContent,
  ImportEnd,
  ImportRun,
  Outcome,
  Plan,
  Reopened,
  RowsToLookFor,
} from '../../core/delivery/index';
import { counted } from '../counted';
import { orNothingSent } from '../errors';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import { knownByPlace } from '../results/knownRows';
import type { LiveResults } from '../results/liveResults';
import { valuesSent } from '../results/resultRows';
import type { StreamWithSecret } from '../streams/listed';
import type { ActiveImport } from './activeImport';
import { confirmLook } from './confirmLook';
import type { OutcomeReport } from './outcomeReport';
import { runImport, type EngineParts, type RunWays } from './runImport';
import type { Sendable } from './sendable';

/** What imports need of the extension. */
export interface SessionParts extends EngineParts {
  readonly ledgers: Ledgers;
  readonly outcomes: Pick<OutcomeReport, 'follow' | 'tell'>;
}

/**
 * One import, from its ledger's first line to the report of what became of each row. Nothing leaves without a clearance;
 * only rows whose outcome is unknown may be looked for without one.
 */
export class ImportSession {
  /** What the user said to a long look: asked once, whatever is looked for afterwards. */
  private mayLook: Promise<boolean> | undefined;
  /** As soon as there is something to do. */
  private results: LiveResults | undefined;

  private constructor(
    private readonly parts: SessionParts,
    private readonly claim: Claim,
    private active: ActiveImport,
  ) {}

  /**
   * Begins an import: writes down what is to be sent where, before any of it is.
   * @param claim of the stream, which the session releases in the end
   */
  static async begin(
    parts: SessionParts,
    sendable: Sendable,
    plan: Plan,
    target: StreamWithSecret,
    claim: Claim,
  ): Promise<ImportSession> {
    const { ImportLedger, closedAtFirst, reportFor } = await loadDelivery();
    const { store, hasher } = await parts.ledgers.open();
    const { source, uri } = sendable;
    const { name, host, streamId, sandbox } = target.stream;
    const begun = ImportLedger.begin(store, {
      id: randomUUID(),
      file: { uri: uri.toString(), hash: hasher.file(source.digest) },
      stream: { name, host, streamId, ...(sandbox && { sandbox }) },
      rows: source.rowCount,
      key: hasher.key,
    });
    const ledger = await orNothingSent(begun);
    await parts.ledgers.begun(target.stream);
    const title = counted(
      vscode.l10n.t(
        '{count, plural, one {Sending # contact to {stream}} other {Sending # contacts to {stream}}}',
      ),
      { count: plan.rows, stream: sandbox ? 'SANDBOX' : plainText(`${name} (${host})`) },
    );
    const report = reportFor(source.rowCount, source, false);
    const closed = closedAtFirst(sendable.heldBack.size, plan.leftOut);
    return new ImportSession(parts, claim, {
      ...sendable,
      report,
      target,
      ledger,
      at: ledger.openedAt,
      title,
      closed,
      leftOutOf: plan.leftOutOf,
      searches: false,
    });
  }

  /**
   * Goes on with an import.
   * @param claim as in {@link begin}
   * @param purpose `searches`: whether refused rows are known to be refused by themselves when it is through
   */
  static async resume(
    parts: SessionParts,
    reopened: Reopened<Sendable>,
    target: StreamWithSecret,
    claim: Claim,
    purpose: Pick<ActiveImport, 'title' | 'searches'>,
  ): Promise<ImportSession> {
    const { ImportLedger } = await loadDelivery();
    const { store } = await parts.ledgers.open();
    const ledger = await orNothingSent(ImportLedger.resume(store, reopened.record.begun.id));
    parts.ledgers.changed();
    return new ImportSession(parts, claim, { ...(await fileOf(reopened)), target, ledger, ...purpose });
  }

  /** Goes on with its file as it was opened anew, since it was changed. */
  async takeUp(reopened: Reopened<Sendable>): Promise<void> {
    this.active = { ...this.active, ...(await fileOf(reopened)) };
    this.results?.take(this.active);
  }

  /**
   * Sends the rows of a plan; those that earlier imports have sent without a certain answer are looked for first.
   * @throws when the ledger cannot be written or the rows cannot be read; the report then has what is known
   */
  async sendPlan(plan: Plan, clearance: Clearance): Promise<ImportEnd> {
    const { doubtfulRows, plannedContent } = await loadDelivery();
    const { hasher } = await this.parts.ledgers.open();
    const { source, ledger } = this.active;
    this.results?.plan((index) => plan.includes({ index }));
    const content = await plannedContent(source, plan, ledger, hasher);
    return await this.sendAgain(content, { own: [], elsewhere: await doubtfulRows(source, plan) }, clearance);
  }

  /**
   * Sends what is left of an import that is resumed: its rows with these outcomes, those that have left before, with
   * whatever import, looked for first.
   * @throws as {@link sendPlan}
   */
  async sendRest(
    reopened: Reopened<Sendable>,
    outcomes: readonly Outcome[],
    clearance: Clearance,
  ): Promise<ImportEnd> {
    const { closedIn, nameEdited, restContent } = await loadDelivery();
    const { hasher, history } = await this.parts.ledgers.open();
    await nameEdited(reopened, [...outcomes, 'notSent', 'absent'], this.active.ledger, hasher);
    // Read anew: what was found out since the import was opened is in it, too.
    const past = (await history.read(this.active.ledger.id))?.record ?? reopened.record;
    // The user may have been asked again since the import was opened.
    this.active = { ...this.active, closed: closedIn(reopened), past };
    const { heldBack, missing, elsewhere } = reopened;
    this.results?.plan((index) => !heldBack.has(index) && !missing.has(index) && !elsewhere.get(index));
    const again = await this.rowsAsSent(reopened, past, 'notSent', 'absent');
    const others = outcomes.filter((outcome) => outcome !== 'absent');
    const content = restContent(reopened, others, this.active.ledger, hasher);
    return await this.sendAgain(content, again, clearance);
  }

  /**
   * Sends rows of which some have left before without a certain answer: those are looked for first.
   * @param content the others
   * @throws as {@link sendPlan}
   */
  private async sendAgain(
    content: ImportContent,
    again: RowsToLookFor,
    clearance: Clearance,
  ): Promise<ImportEnd> {
    return await this.runCleared(clearance, async (run) => {
      const rows = await run.takeOver(again);
      return await (rows.length === 0 ? run.send(content) : run.sendAgain(content, rows));
    });
  }

  /** Finds which of the refused rows are refused by themselves, and sends the others. @throws as {@link sendPlan} */
  async findRefused(reopened: Reopened<Sendable>, clearance: Clearance): Promise<ImportEnd> {
    const { importContent, nameEdited } = await loadDelivery();
    const { hasher } = await this.parts.ledgers.open();
    await nameEdited(reopened, ['refused'], this.active.ledger, hasher);
    const content = importContent(this.active.source, []);
    const again = await this.rowsAsSent(reopened, this.active.past, 'refused');
    return await this.runCleared(clearance, async (run) =>
      run.findRefused(content, await run.takeOver(again)),
    );
  }

  /** Looks for rows whose outcome is unknown, and for those that did not come back; writes nothing on the stream. @throws as {@link sendPlan} */
  async lookUp(reopened: Reopened<Sendable>): Promise<ImportEnd> {
    const { lookUpOutcomes } = await loadDelivery();
    const again = await this.rowsAsSent(reopened, this.active.past, ...lookUpOutcomes);
    if (again.own.length + again.elsewhere.size === 0) return { why: 'done' };
    const { claimedJournal } = await loadDelivery();
    return await this.run(async (run) => run.lookUp(await run.takeOver(again)), {
      journal: claimedJournal(this.active.ledger, this.claim),
      // Nothing does.
      mayLeave: () => false,
    });
  }

  /** The open rows with these outcomes that are looked for, as they were sent as far as that is known. */
  private async rowsAsSent(
    reopened: Reopened<Sendable>,
    past: ActiveImport['past'],
    ...wanted: readonly Outcome[]
  ): Promise<RowsToLookFor> {
    const { asSent, rowsToLookFor } = await loadDelivery();
    const { hasher } = await this.parts.ledgers.open();
    const known = this.results?.known && (await knownByPlace(this.results.known));
    return asSent(await rowsToLookFor(reopened, past, ...wanted), reopened, hasher, (index) => {
      const row = known?.at(index);
      return row && valuesSent(row);
    });
  }

  /** Does what there is to do of the import, ends it, and tells what became of it: only then may the user go on at once. */
  async finish(work: () => Promise<ImportEnd>): Promise<void> {
    const { endImport } = await loadDelivery();
    const { history } = await this.parts.ledgers.open();
    this.results = await this.parts.outcomes.follow(this.active);
    const end = await endImport(work, () => ({ ...this.active, claim: this.claim, history }));
    this.parts.ledgers.changed();
    await this.parts.outcomes.tell(this.active, end, this.results);
  }

  private async runCleared(
    clearance: Clearance,
    work: (run: ImportRun) => Promise<ImportEnd>,
  ): Promise<ImportEnd> {
    const { target, ledger } = this.active;
    if (!clearance.covers(target.stream)) throw new Error('The clearance is for another stream.');
    return await this.run(work, { journal: clearance.guard(ledger), mayLeave: () => clearance.isFresh });
  }

  private async run(
    work: (run: ImportRun) => Promise<ImportEnd>,
    ways: Pick<RunWays, 'journal' | 'mayLeave'>,
  ): Promise<ImportEnd> {
    const { stream } = this.active.target;
    const confirm: RunWays['confirmLook'] = (look, cancel) =>
      (this.mayLook ??= confirmLook(look, stream, cancel));
    const settled: RunWays['settled'] = (row) => this.results?.settled(row);
    const waits: RunWays['waits'] = (message) => this.results?.wait(message);
    return await runImport(this.active, this.parts, { ...ways, settled, waits, confirmLook: confirm }, work);
  }
}

/** The file of an import, and what is known of its rows. */
async function fileOf(
  reopened: Reopened<Sendable>,
): Promise<Omit<ActiveImport, 'target' | 'ledger' | 'title' | 'searches'>> {
  const { closedIn, leftOutIn } = await loadDelivery();
  const { record, content, source, report, heldBack } = reopened;
  const { uri, version } = content;
  const [closed, leftOutOf] = [closedIn(reopened), leftOutIn(reopened)];
  const { at } = record.begun;
  return { uri, version, source, report, heldBack, closed, leftOutOf, past: record, at };
}
