import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import { mappingMends } from '../../core/mapping/obstacles';
import type { Checker } from '../checking/checker';
import { UserError } from '../commands/run';
import type { ColumnMapper } from '../mapping/mapper';
import type { Targets } from '../streams/targets';
import { confirmSending } from './confirm';
import { shownName } from './files';
import type { Importer } from './importer';
import { openCsv } from './openCsv';
import { refuseToSend } from './problems';
import { asItStands, type Sendable } from './sendable';

/** A document in the version that was checked. */
interface Checked {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly report: CheckReport;
}

/** The way of a file from check and confirmation to the stream, as it stands or with its columns mapped. */
export class Sender {
  constructor(
    private readonly checker: Checker,
    private readonly mapper: ColumnMapper,
    private readonly targets: Targets,
    private readonly importer: Importer,
  ) {}

  /**
   * Sends what the editor shows. A file whose errors are all the header's is mapped as last time; without a last time
   * that is offered. Any other error is shown instead.
   * @throws UserError when the file cannot be opened, or was changed in the meantime
   */
  async send(uri: vscode.Uri): Promise<void> {
    const checked = await this.check(uri);
    const { document, report } = checked;
    if (report.counts.error === 0) {
      await this.deliver(checked, asItStands(document, report));
      return;
    }
    const columns = mappingMends(report) ? this.mapper.lastTime(report.sheet) : undefined;
    if (columns === undefined) {
      refuseToSend(document, report);
      return;
    }
    const mapped = await this.mapper.apply(document, report.sheet, columns, true);
    if (mapped) await this.deliver(checked, mapped);
  }

  /**
   * Asks how to map the file's columns and sends the mapped copy.
   * @throws UserError as {@link send}
   */
  async sendMapped(uri: vscode.Uri): Promise<void> {
    const checked = await this.check(uri);
    const mapped = await this.mapper.ask(checked.document, checked.report.sheet);
    if (mapped) await this.deliver(checked, mapped);
  }

  private async check(uri: vscode.Uri): Promise<Checked> {
    const document = await openCsv(uri);
    const { version } = document;
    const report = await this.checker.checkNow(document, { forSending: true });
    if (report === undefined) throw changedMeanwhile(uri);
    return { document, version, report };
  }

  /** Asks for the stream and the user's word, as often as the user wants something else, then sends. */
  private async deliver(checked: Checked, first: Sendable): Promise<void> {
    const { document, version, report } = checked;
    let sendable = first;
    let stream = await this.targets.selectedOrChosen();
    while (stream !== undefined) {
      if (document.version !== version) throw changedMeanwhile(document.uri);
      const target = await this.targets.resolve(stream);
      if (target === undefined) return;
      const decision = await confirmSending(document, sendable, target.stream);
      if (decision === 'cancel') return;
      if (decision === 'send') {
        if (document.version !== version) throw changedMeanwhile(document.uri);
        await this.importer.send(document, sendable, target);
        return;
      }
      if (decision === 'otherStream') stream = await this.targets.choose();
      else {
        const mapped = await this.mapper.ask(document, report.sheet);
        if (mapped === undefined) return;
        sendable = mapped;
      }
    }
  }
}

function changedMeanwhile(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t('{0} was changed in the meantime, so nothing was sent. Send it again.', shownName(uri)),
  );
}
