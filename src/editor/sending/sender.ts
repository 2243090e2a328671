import type * as vscode from 'vscode';
import type { Plans } from '../../core/delivery/index';
import type { ListAnswers } from '../checking/listAnswers';
import { tooLarge } from '../checking/openCsv';
import { loadDelivery } from '../loadDelivery';
import { offWhenSending } from '../../core/checks';
import type { CheckSettings, Settings } from '../settings';
import type { StreamWithSecret } from '../streams/listed';
import type { Targets } from '../streams/targets';
import { askClearance, changedMeanwhile, claim, clearanceError, type Sending } from './clearance';
import { confirmSending, type Decision } from './confirm';
import { offerGoodRows } from './goodRows';
import { ImportSession, type SessionParts } from './importSession';
import type { HoldBack } from './misread';
import type { Preparer } from './preparer';
import { refuseToSend } from './problems';
import type { Checked, Sendable } from './sendable';
import type { StandingQuestions } from './standingQuestions';

/** What became of a command: `changed` when the file is not the one any more that was checked, and nothing was sent. */
type Ended = 'changed' | undefined;

/** The asking of one command. */
interface Asking {
  /** To be called when nothing more is asked. */
  readonly answered: () => void;
  /** Whether the user has answered already, and what was asked about has changed since. */
  isAgain: boolean;
}

/** The way of a file from check and confirmation to the stream: as it stands, mapped, or without rows that have errors. */
export class Sender {
  constructor(
    private readonly preparer: Preparer,
    private readonly targets: Targets,
    private readonly sessions: SessionParts,
    private readonly answers: ListAnswers,
    private readonly questions: StandingQuestions,
    private readonly settings: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
    private readonly rules: Pick<CheckSettings, 'checkRules'>,
    private readonly removeOld: () => Promise<void>,
  ) {}

  /**
   * Sends what the editor shows. A file whose errors are all the header's is mapped as last time; without a last time
   * that is offered. Where only some rows have errors, sending the others is offered. Any other error is shown instead.
   * A file that is too large for an editor is checked and sent from the disk.
   * @throws UserError when the file cannot be opened, or another import to the stream is going on
   */
  async send(uri: vscode.Uri): Promise<void> {
    await this.untilAnswerHolds(uri, async (asking) => {
      const checked = await this.preparer.check(uri);
      if (checked === undefined) {
        const sendable = await this.preparer.prepareLarge(uri);
        return sendable && (await this.deliver(sendable, asking));
      }
      const prepared = await this.preparer.prepare(checked);
      if (prepared === undefined) return undefined;
      if ('sendable' in prepared) return await this.deliver(prepared.sendable, asking, checked);
      if ('bad' in prepared) void offerGoodRows(checked.document, prepared.bad, checked.report.rows);
      else refuseToSend(checked.document, checked.report);
      return undefined;
    });
  }

  /**
   * Asks how to map the file's columns and sends the mapped copy.
   * @throws UserError as {@link send}, and when the file is too large for an editor
   */
  async sendMapped(uri: vscode.Uri): Promise<void> {
    await this.untilAnswerHolds(uri, async (asking) => {
      const checked = await this.opened(uri);
      const mapped = await this.preparer.askMapping(checked);
      if (mapped === undefined) return undefined;
      await this.answers.set(uri, 'list');
      return await this.deliver(mapped, asking, checked);
    });
  }

  /**
   * Sends the rows that have no errors.
   * @throws UserError as {@link sendMapped}
   */
  async sendGoodRows(uri: vscode.Uri): Promise<void> {
    await this.untilAnswerHolds(uri, async (asking) => {
      const checked = await this.opened(uri);
      const sendable = await this.preparer.goodRows(checked);
      if (sendable) return await this.deliver(sendable, asking, checked);
      refuseToSend(checked.document, checked.report);
      return undefined;
    });
  }

  /**
   * Sends what an import that was stopped was to send, but for some of its rows.
   * @throws UserError when the file is not the one any more whose rows are to be held back
   */
  async sendOthers(uri: vscode.Uri, { version, digest, isMapped, lines }: HoldBack): Promise<void> {
    await this.untilAnswerHolds(uri, async (asking) => {
      const checked = await this.preparer.check(uri);
      if ((checked?.version ?? 0) !== version) throw changedMeanwhile(uri);
      const sendable = await this.sameAgain(uri, isMapped, checked);
      if (sendable === undefined) return undefined;
      if (Buffer.compare(sendable.source.digest, digest) !== 0) throw changedMeanwhile(uri);
      return await this.deliver(await this.preparer.withoutLines(sendable, lines), asking, checked);
    });
  }

  /** Does what a command does from the file's check on, once more for as long as the file changes while the user is asked. */
  private async untilAnswerHolds(
    uri: vscode.Uri,
    command: (asking: Asking) => Promise<Ended>,
  ): Promise<void> {
    await this.questions.unlessOneStands(uri.toString(), async (answered) => {
      const asking = { answered, isAgain: false };
      while ((await command(asking)) === 'changed');
    });
  }

  /** What was sent of a file before; `undefined` when that is not possible any more, which is told then. */
  private async sameAgain(
    uri: vscode.Uri,
    isMapped: boolean,
    checked?: Checked,
  ): Promise<Sendable | undefined> {
    if (checked === undefined) return await this.preparer.prepareLarge(uri);
    if (isMapped) return await this.preparer.mappedAgain(checked);
    const sendable = await this.preparer.goodRows(checked);
    if (sendable === undefined) refuseToSend(checked.document, checked.report);
    return sendable;
  }

  private async opened(uri: vscode.Uri): Promise<Checked> {
    const checked = await this.preparer.check(uri);
    if (checked) return checked;
    throw tooLarge(uri);
  }

  /**
   * Asks for the stream and the user's word, as often as the user wants something else or what was asked about has
   * changed, then sends.
   * @param checked the document; absent for a file that is too large for one
   */
  private async deliver(first: Sendable, asking: Asking, checked?: Checked): Promise<Ended> {
    let sendable = first;
    let stream = await this.targets.selectedOrChosen();
    while (stream !== undefined) {
      // Asked again before it leaves; but nobody need confirm what will not be sent.
      if (checked && checked.document.version !== checked.version) return 'changed';
      const target = await this.targets.resolve(stream);
      if (target === undefined) return undefined;
      const { requestsPerMinute } = this.settings;
      await this.removeOld();
      const plans = await this.plans(sendable, target);
      const { history } = await this.sessions.ledgers.open();
      // A sandbox that runs began empty: what was sent before it concerns none of its rows.
      const since = target.stream.sandbox ? undefined : await history.since();
      const off = offWhenSending(this.rules.checkRules(sendable.uri));
      const { countSampleRows } = await loadDelivery();
      const planned = plans.fresh ?? plans.all;
      const samples = target.stream.sandbox ? 0 : await countSampleRows(sendable.source, planned);
      const lost = target.stream.sandbox ? undefined : await this.sessions.ledgers.lost();
      const about = { sendable, plans, since, lost, requestsPerMinute, samples, off };
      const question = { ...about, isAskedAgain: asking.isAgain };
      const decision = await confirmSending(question, target.stream);
      if (decision === undefined) return undefined;
      if ('send' in decision) {
        await this.answers.set(first.uri, 'list');
        if (await this.import(sendable, target, { ...decision, plans }, asking)) return undefined;
        asking.isAgain = true;
      } else if (decision.instead === 'otherStream') stream = await this.targets.choose();
      else {
        const mapped = checked && (await this.preparer.askMapping(checked));
        if (mapped === undefined) return undefined;
        sendable = mapped;
      }
    }
    return undefined;
  }

  private async plans(sendable: Sendable, { stream }: StreamWithSecret): Promise<Plans> {
    const { history, hasher } = await this.sessions.ledgers.open();
    const { hashesOf, plansFor } = await loadDelivery();
    const earlier = await history.earlierOn(stream, hasher.key, () => hashesOf(sendable.source, hasher));
    return await plansFor(sendable, this.settings.batchRows, earlier, hasher);
  }

  /**
   * Claims the stream, looks again at what was asked about, and sends what the user wants of it.
   * @returns false when something differs, and nothing was sent
   */
  private async import(
    sendable: Sendable,
    target: StreamWithSecret,
    { send, plans: asked, typedName }: Extract<Decision, { send: unknown }> & { readonly plans: Plans },
    { answered }: Asking,
  ): Promise<boolean> {
    const { ledgers } = this.sessions;
    const sending: Sending = { sendable, stream: target.stream, isFollowUp: false };
    const claimed = await claim(ledgers, sending);
    try {
      const plans = await this.plans(sendable, target);
      if (plans.pasts !== asked.pasts) return false;
      const cleared = await askClearance(ledgers, { ...sending, claim: claimed, typedName });
      if (!cleared.ok) {
        if (cleared.refusal.reason === 'changed') return false;
        throw clearanceError(cleared.refusal, sending);
      }
      const plan = send === 'all' ? plans.all : (plans.fresh ?? plans.all);
      const session = await ImportSession.begin(this.sessions, sendable, plan, target, claimed);
      answered();
      await session.finish(() => session.sendPlan(plan, cleared.clearance));
      return true;
    } finally {
      await claimed.release();
    }
  }
}
