import type * as vscode from 'vscode';
import type { ListAnswers } from '../checking/listAnswers';
import { tooLarge } from '../checking/openCsv';
import { loadDelivery } from '../loadDelivery';
import type { Settings } from '../settings';
import type { StreamWithSecret } from '../streams/listed';
import type { Targets } from '../streams/targets';
import { askClearance, changedMeanwhile, clearanceError } from './clearance';
import { confirmSending, type Decision } from './confirm';
import { offerGoodRows } from './goodRows';
import { ImportSession, type SessionParts } from './importSession';
import type { HoldBack } from './misread';
import type { Preparer } from './preparer';
import { refuseToSend } from './problems';
import type { Checked, Sendable } from './sendable';

/** The way of a file from check and confirmation to the stream: as it stands, mapped, or without rows that have errors. */
export class Sender {
  constructor(
    private readonly preparer: Preparer,
    private readonly targets: Targets,
    private readonly sessions: SessionParts,
    private readonly answers: ListAnswers,
    private readonly settings: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
    private readonly removeOld: () => Promise<void>,
  ) {}

  /**
   * Sends what the editor shows. A file whose errors are all the header's is mapped as last time; without a last time
   * that is offered. Where only some rows have errors, sending the others is offered. Any other error is shown instead.
   * A file that is too large for an editor is checked and sent from the disk.
   * @throws UserError when the file cannot be opened, or was changed in the meantime
   */
  async send(uri: vscode.Uri): Promise<void> {
    const checked = await this.preparer.check(uri);
    if (checked === undefined) {
      const sendable = await this.preparer.prepareLarge(uri);
      if (sendable) await this.deliver(sendable);
      return;
    }
    const prepared = await this.preparer.prepare(checked);
    if (prepared === undefined) return;
    if ('sendable' in prepared) await this.deliver(prepared.sendable, checked);
    else if ('bad' in prepared) void offerGoodRows(checked.document, prepared.bad, checked.report.rows);
    else refuseToSend(checked.document, checked.report);
  }

  /**
   * Asks how to map the file's columns and sends the mapped copy.
   * @throws UserError as {@link send}, and when the file is too large for an editor
   */
  async sendMapped(uri: vscode.Uri): Promise<void> {
    const checked = await this.opened(uri);
    const mapped = await this.preparer.askMapping(checked);
    if (mapped === undefined) return;
    await this.answers.set(uri, 'list');
    await this.deliver(mapped, checked);
  }

  /**
   * Sends the rows that have no errors.
   * @throws UserError as {@link sendMapped}
   */
  async sendGoodRows(uri: vscode.Uri): Promise<void> {
    const checked = await this.opened(uri);
    const sendable = await this.preparer.goodRows(checked);
    if (sendable) await this.deliver(sendable, checked);
    else refuseToSend(checked.document, checked.report);
  }

  /**
   * Sends what an import that was stopped was to send, but for some of its rows.
   * @throws UserError when the file is not the one any more whose rows are to be held back
   */
  async sendOthers(uri: vscode.Uri, { version, digest, isMapped, lines }: HoldBack): Promise<void> {
    const checked = await this.preparer.check(uri);
    if ((checked?.version ?? 0) !== version) throw changedMeanwhile(uri);
    const sendable = await this.sameAgain(uri, isMapped, checked);
    if (sendable === undefined) return;
    if (Buffer.compare(sendable.source.digest, digest) !== 0) throw changedMeanwhile(uri);
    await this.deliver(await this.preparer.withoutLines(sendable, lines), checked);
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
   * Asks for the stream and the user's word, as often as the user wants something else, then sends.
   * @param checked the document; absent for a file that is too large for one
   */
  private async deliver(first: Sendable, checked?: Checked): Promise<void> {
    let sendable = first;
    let stream = await this.targets.selectedOrChosen();
    while (stream !== undefined) {
      // Asked again before it leaves; but nobody need confirm what will not be sent.
      if (checked && checked.document.version !== checked.version) throw changedMeanwhile(first.uri);
      const target = await this.targets.resolve(stream);
      if (target === undefined) return;
      const decision = await this.confirm(sendable, target);
      if (decision === undefined) return;
      if ('send' in decision) {
        await this.answers.set(first.uri, 'list');
        await this.import(sendable, target, decision);
        return;
      }
      if (decision.instead === 'otherStream') stream = await this.targets.choose();
      else {
        const mapped = checked && (await this.preparer.askMapping(checked));
        if (mapped === undefined) return;
        sendable = mapped;
      }
    }
  }

  private async confirm(sendable: Sendable, { stream }: StreamWithSecret): Promise<Decision> {
    const { batchRows, requestsPerMinute } = this.settings;
    await this.removeOld();
    const { history, hasher } = await this.sessions.ledgers.open();
    const { hashesOf, plansFor } = await loadDelivery();
    const earlier = await history.earlierOn(stream, hasher.key, () => hashesOf(sendable.source, hasher));
    const plans = await plansFor(sendable, batchRows, earlier, hasher);
    const since = await history.since();
    return await confirmSending({ sendable, plans, since, requestsPerMinute }, stream);
  }

  private async import(
    sendable: Sendable,
    target: StreamWithSecret,
    { send: plan, typedName }: Extract<Decision, { send: unknown }>,
  ): Promise<void> {
    const request = { sendable, stream: target.stream, typedName, isFollowUp: false };
    const cleared = await askClearance(this.sessions.ledgers, request);
    if (!cleared.ok) throw clearanceError(cleared.refusal, request);
    const session = await ImportSession.begin(this.sessions, sendable, plan, target);
    await session.finish(() => session.sendPlan(plan, cleared.clearance));
  }
}
