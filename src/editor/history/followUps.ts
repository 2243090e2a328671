import * as vscode from 'vscode';
import type { Claim, ImportEnd, Outcome, Reopened } from '../../core/delivery/index';
import type { ResultRow } from '../../protocol/resultRow';
import { fullId } from '../commandIds';
import { showError, UserError } from '../errors';
import { shownName } from '../files';
import { loadDelivery } from '../loadDelivery';
import { askClearance, claim, clearanceError } from '../sending/clearance';
import { ImportSession, type SessionParts } from '../sending/importSession';
import type { Preparer } from '../sending/preparer';
import type { Sendable } from '../sending/sendable';
import type { StandingQuestions } from '../sending/standingQuestions';
import type { Settings } from '../settings';
import type { StreamWithSecret } from '../streams/listed';
import type { StreamRegistry } from '../streams/registry';
import type { Targets } from '../streams/targets';
import { confirmResume, confirmSearch } from './confirmFollowUp';
import { nothingLeft } from './followUpMessages';
import { reopenImport } from './reopenImport';
import { saveRestOf } from './restFile';
import { streamOfImport } from './streamOfImport';

/** An earlier import, and the stream to which it went. */
interface Opened {
  readonly reopened: Reopened<Sendable>;
  readonly target: StreamWithSecret;
}

/** One that nobody else can go on with. */
interface Claimed extends Opened {
  readonly claim: Claim;
}

/** What can be done with an import after it has come to an end, or was cut off: all from its ledger and its file. */
export class FollowUps {
  constructor(
    private readonly registry: StreamRegistry,
    private readonly targets: Targets,
    private readonly preparer: Preparer,
    private readonly sessions: SessionParts,
    private readonly questions: StandingQuestions,
    private readonly settings: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
  ) {}

  /**
   * Looks for the rows whose outcome is unknown, then sends those that were not sent or are not on the stream.
   * @throws UserError when that cannot be done now
   */
  async resume(importId: string): Promise<void> {
    const { actionOutcomes, countOpen } = await loadDelivery();
    const isAnyLeft = async ({ reopened }: Opened) => {
      if (countOpen(reopened, ...actionOutcomes.resume) > 0) return true;
      throw await noneOf(reopened, actionOutcomes.resume);
    };
    await this.withClaim(importId, this.resume.bind(this), isAnyLeft, async (opened, _, answered) => {
      const { reopened, target } = opened;
      const title = vscode.l10n.t('Resuming the import of {0}', shownName(reopened.content.uri));
      const purpose = { title, searches: false };
      const session = await ImportSession.resume(this.sessions, reopened, target, opened.claim, purpose);
      answered();
      await session.finish(async () => {
        const looked = await session.lookUp(reopened);
        return looked.why === 'cancelled' ? looked : await this.sendRest(session, opened, looked);
      });
    });
  }

  /**
   * Looks for the rows whose outcome is unknown, and for those that did not come back, and sends nothing.
   * @throws UserError when that cannot be done now
   */
  async lookUp(importId: string): Promise<void> {
    const { countToLookFor, lookUpOutcomes } = await loadDelivery();
    const isAnyLeft = async ({ reopened }: Opened) => {
      if (countToLookFor(reopened, ...lookUpOutcomes) > 0) return true;
      throw await noneOf(reopened, lookUpOutcomes);
    };
    await this.withClaim(importId, this.lookUp.bind(this), isAnyLeft, async (opened, _, answered) => {
      const { reopened, target } = opened;
      const title = vscode.l10n.t('Looking up rows of {0}', shownName(reopened.content.uri));
      const purpose = { title, searches: false };
      const session = await ImportSession.resume(this.sessions, reopened, target, opened.claim, purpose);
      answered();
      await session.finish(() => session.lookUp(reopened));
    });
  }

  /**
   * Finds which of the refused rows are refused by themselves, and sends the others.
   * @throws UserError when that cannot be done now
   */
  async findRefused(importId: string): Promise<void> {
    const { countOpen } = await loadDelivery();
    const ask = async ({ reopened, target }: Opened, isAskedAgain: boolean) => {
      if (!reopened.record.hasRefusedWhole)
        throw new UserError(
          vscode.l10n.t('Every refused row of this import is at fault by itself. Save the rest to fix it.'),
          {
            label: vscode.l10n.t('Save the Rest as CSV…'),
            run: () => vscode.commands.executeCommand(fullId('saveRest'), importId),
          },
        );
      const rows = countOpen(reopened, 'refused');
      if (rows === 0) throw new UserError(vscode.l10n.t('The file no longer has any of the refused rows.'));
      return await confirmSearch(reopened, rows, target.stream, isAskedAgain);
    };
    await this.withClaim(importId, this.findRefused.bind(this), ask, async (opened, typedName, answered) => {
      const { reopened, target } = opened;
      const request = { ...this.sendingOf(opened), claim: opened.claim, typedName };
      const cleared = await askClearance(this.sessions.ledgers, request);
      if (!cleared.ok) throw clearanceError(cleared.refusal, request);
      const title = vscode.l10n.t('Finding the refused rows of {0}', shownName(reopened.content.uri));
      const purpose = { title, searches: true };
      const session = await ImportSession.resume(this.sessions, reopened, target, opened.claim, purpose);
      answered();
      await session.finish(() => session.findRefused(reopened, cleared.clearance));
    });
  }

  /**
   * Saves the rows that were left, each with the reason, and those whose number is on the stream under another name.
   * @param kept by place in the import: rows as the results have them
   * @throws UserError when that cannot be done now
   */
  async saveRest(importId: string, kept: ReadonlyMap<number, ResultRow>): Promise<void> {
    const again = () => this.saveRest(importId, kept);
    const { hasher } = await this.sessions.ledgers.open();
    await saveRestOf(await this.reopen(importId, again), kept, hasher);
  }

  /**
   * Opens an import and asks, claims its stream, and asks again if anything differs then; with the claim, nobody else
   * changes it any more. A second command about the same file is ignored until `work` says that all is answered.
   * @param command is given the import once more after its file was not found and the user has shown where it is
   * @param ask gives `undefined` when the user gives up
   */
  private async withClaim<Answer>(
    importId: string,
    command: (importId: string) => Promise<void>,
    ask: (opened: Opened, isAskedAgain: boolean) => Promise<Answer | undefined>,
    work: (opened: Claimed, answer: Answer, answered: () => void) => Promise<void>,
  ): Promise<void> {
    const { store, history } = await this.sessions.ledgers.open();
    const file = (await history.read(importId))?.record.fileUri ?? importId;
    await this.questions.unlessOneStands(file, async (answered) => {
      for (let isAskedAgain = false; ; isAskedAgain = true) {
        const stamp = await store.stamp(importId);
        const opened = await this.open(importId, () => command(importId));
        const answer = opened && (await ask(opened, isAskedAgain));
        if (opened === undefined || answer === undefined) return;
        const claimed = await claim(this.sessions.ledgers, this.sendingOf(opened));
        try {
          const again = await this.lookAgain(opened.reopened);
          const { document, version } = opened.reopened.content;
          const isAsAsked = again.isAsAsked && (document === undefined || document.version === version);
          if (!isAsAsked || (await store.stamp(importId)) !== stamp) continue;
          await work({ ...opened, reopened: again.reopened, claim: claimed }, answer, answered);
          return;
        } finally {
          await claimed.release();
        }
      }
    });
  }

  /** @param looked how the search for unknown rows ended, which is the import's end when nothing is sent */
  private async sendRest(session: ImportSession, opened: Claimed, looked: ImportEnd): Promise<ImportEnd> {
    const { target, claim: claimed } = opened;
    const { stream } = target;
    const givenUp: ImportEnd = looked.why === 'failed' ? looked : { why: 'cancelled' };
    const { record } = opened.reopened;
    const { id } = record.begun;
    const { askForRest } = await loadDelivery();
    const requestOf = (reopened: Reopened<Sendable>, typedName: string) => ({
      ...this.sendingOf({ reopened, target }),
      ...{ claim: claimed, typedName, importId: id },
    });
    const asked = await askForRest(opened.reopened, {
      ask: (reopened, isAskedAgain) =>
        this.questions.during(record.fileUri, () =>
          confirmResume(reopened, stream, this.settings, isAskedAgain),
        ),
      lookAgain: (reopened) => this.lookAgain(reopened),
      clear: (reopened, { typedName }) => askClearance(this.sessions.ledgers, requestOf(reopened, typedName)),
      reopen: async () => {
        const again = () => this.resume(id);
        const reopened = await reopenImport(id, this.sessions.ledgers, this.preparer, { again, isOwn: true });
        await session.takeUp(reopened);
        return reopened;
      },
    });
    if (asked === undefined) return givenUp;
    if (asked === 'nothingLeft') return looked;
    if (asked.ok) return await session.sendRest(asked.reopened, asked.answer.outcomes, asked.clearance);
    showError(clearanceError(asked.refusal, this.sendingOf(opened)), this.sessions.log);
    return givenUp;
  }

  private sendingOf({ reopened: { content }, target: { stream } }: Opened) {
    return { sendable: content, stream, isFollowUp: true };
  }

  private async lookAgain(reopened: Reopened<Sendable>) {
    const { lookAgain } = await loadDelivery();
    const { history, hasher } = await this.sessions.ledgers.open();
    return await lookAgain(reopened, { history, hasher });
  }

  private async open(importId: string, again: () => Promise<void>): Promise<Opened | undefined> {
    const reopened = await this.reopen(importId, again);
    const target = await this.targets.resolve(streamOfImport(reopened.record, this.registry));
    return target && { reopened, target };
  }

  /** A page may still offer what another window has forgotten. `again`: as for {@link reopenImport}. */
  private async reopen(importId: string, again: () => Promise<void>): Promise<Reopened<Sendable>> {
    const reopened = await reopenImport(importId, this.sessions.ledgers, this.preparer, { again });
    if (!reopened.record.forgotten) return reopened;
    throw new UserError(
      vscode.l10n.t('This import was forgotten. Send its file again: rows that were created are skipped.'),
      {
        label: vscode.l10n.t('Send Again'),
        run: () => vscode.commands.executeCommand(fullId('sendCsv'), reopened.content.uri),
      },
    );
  }
}

/** The error of an import of which no row with these outcomes is left. */
async function noneOf(reopened: Reopened<Sendable>, outcomes: readonly Outcome[]): Promise<UserError> {
  const { countElsewhere, hasUnknownMissing } = await loadDelivery();
  return nothingLeft(reopened, {
    leftOut: countElsewhere(reopened, ...outcomes),
    isUnknownMissing: hasUnknownMissing(reopened),
  });
}
