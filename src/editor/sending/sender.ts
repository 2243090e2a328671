import * as vscode from 'vscode';
import type { ListAnswers } from '../checking/listAnswers';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { ColumnMapper } from '../mapping/mapper';
import { plainText } from '../plainText';
import type { Settings } from '../settings';
import type { StreamWithSecret } from '../streams/listed';
import type { Targets } from '../streams/targets';
import { changedMeanwhile } from './changed';
import { confirmSending } from './confirm';
import { shownName } from '../files';
import { offerGoodRows } from './goodRows';
import { tooLarge } from '../checking/openCsv';
import type { Importer } from './importer';
import type { Checked, Preparer } from './preparer';
import { refuseToSend } from './problems';
import type { Sendable } from './sendable';
import { UserError } from '../errors';

/** The way of a file from check and confirmation to the stream: as it stands, mapped, or without rows that have errors. */
export class Sender {
  constructor(
    private readonly preparer: Preparer,
    private readonly mapper: ColumnMapper,
    private readonly targets: Targets,
    private readonly ledgers: Ledgers,
    private readonly importer: Importer,
    private readonly answers: ListAnswers,
    private readonly settings: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
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
    const mapped = await this.mapper.ask(checked.document, checked.report.sheet);
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
    const { batchRows, requestsPerMinute } = this.settings;
    const refuseChanged = () => {
      if (checked && checked.document.version !== checked.version) throw changedMeanwhile(first.uri);
    };
    let sendable = first;
    let stream = await this.targets.selectedOrChosen();
    while (stream !== undefined) {
      refuseChanged();
      const target = await this.targets.resolve(stream);
      if (target === undefined) return;
      const { history, hasher } = await this.ledgers.open();
      const created = await history.createdOn(target.stream, hasher.key);
      const { plansFor } = await loadDelivery();
      const plans = await plansFor(sendable, batchRows, created, hasher);
      const decision = await confirmSending({ sendable, plans, requestsPerMinute }, target.stream);
      if (decision === undefined) return;
      if ('send' in decision) {
        refuseChanged();
        await this.answers.set(first.uri, 'list');
        await this.refuseTwice(sendable, target);
        await this.importer.send(sendable, decision.send, target);
        return;
      }
      if (decision.instead === 'otherStream') stream = await this.targets.choose();
      else {
        const mapped = checked && (await this.mapper.ask(checked.document, checked.report.sheet));
        if (mapped === undefined) return;
        sendable = mapped;
      }
    }
  }

  /** @throws UserError when this window or another one sends the same file to the same stream at this moment */
  private async refuseTwice({ uri, source }: Sendable, { stream }: StreamWithSecret): Promise<void> {
    const { history, hasher } = await this.ledgers.open();
    const hash = hasher.file(source.digest);
    const isSame = (await history.alive()).some(
      ({ record: { begun } }) =>
        begun.stream.host === stream.host &&
        begun.stream.streamId === stream.streamId &&
        (begun.file.hash === hash || begun.file.uri === uri.toString()),
    );
    if (!isSame) return;
    throw new UserError(
      vscode.l10n.t(
        '{0} is being sent to “{1}” at this moment, perhaps from another window. Wait until that has come to its end.',
        shownName(uri),
        plainText(stream.name),
      ),
    );
  }
}
