import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { HeldBackRows } from '../checking/heldBack';
import { type RuleSettings, settingsForSending } from '../../core/checks';
import type { PhoneNumbers } from '../../core/contact';
import { mappingMends } from '../../core/mapping/obstacles';
import type { Checker } from '../checking/checker';
import { openCsv } from '../checking/openCsv';
import type { FindingsPanel } from '../largeFiles/findingsPanel';
import { type LargeFiles, refuseLarge } from '../largeFiles/largeFileCheck';
import type { ColumnMapper } from '../mapping/mapper';
import { changedMeanwhile } from './clearance';
import { rowsWithErrors } from './goodRows';
import { heldBackAsMisread } from './misread';
import { loadDelivery } from '../loadDelivery';
import { asItStands, largeSendable, mappedSendable, type Checked, type Sendable } from './sendable';

/** What can be sent of a document; `refused`: errors keep all of it back; `bad`: so many rows have errors, and the others could be sent. */
export type Prepared =
  | { readonly sendable: Sendable }
  | { readonly refused: true }
  | { readonly bad: number }
  /** The user was told why, or gave up. */
  | undefined;

/** From a file to what can be sent of it, checked. */
export class Preparer {
  constructor(
    private readonly checker: Checker,
    private readonly mapper: ColumnMapper,
    private readonly settings: { checkRules(scope: vscode.Uri): RuleSettings },
    private readonly held: Pick<HeldBackRows, 'of'>,
    private readonly loadPhones: () => Promise<PhoneNumbers>,
    private readonly largeFiles: LargeFiles,
    private readonly findings: FindingsPanel,
  ) {}

  /**
   * Opens and checks a CSV.
   * @returns `undefined` when it is too large to be opened
   * @throws UserError when it cannot be opened otherwise, or is changed meanwhile
   */
  async check(uri: vscode.Uri): Promise<Checked | undefined> {
    const document = await openCsv(uri);
    if (document === undefined) return undefined;
    const { version } = document;
    const report = await this.checker.checkNow(document, { forSending: true });
    if (report === undefined) throw changedMeanwhile(uri);
    return { document, version, report };
  }

  /**
   * What can be sent of a file that is too large to be opened; `undefined` when it has errors, which are then told, or
   * when the user gives up.
   * @throws UserError when it cannot be read to its end
   */
  async prepareLarge(uri: vscode.Uri): Promise<Sendable | undefined> {
    const large = await this.largeFiles.check(uri);
    if (large === undefined) return undefined;
    if (large.report.counts.error > large.report.errorsOfNoRows) {
      void refuseLarge(uri, large.report, this.findings);
      return undefined;
    }
    return largeSendable(uri, large);
  }

  /**
   * What can be sent without asking: the document as it stands, without the rows that the user holds back, or mapped as
   * last time when that mends all its errors.
   */
  async prepare(checked: Checked): Promise<Prepared> {
    const { document, report } = checked;
    const held = this.heldIn(checked);
    if (report.counts.error === 0 && held.size === 0) return { sendable: await asItStands(checked) };
    if (mappingMends(report)) {
      const columns = this.mapper.lastTime(document, report.sheet);
      if (columns === undefined) return { refused: true };
      const copy = await this.mapper.apply(document, report.sheet, columns, true);
      return copy && { sendable: mappedSendable(checked, copy, this.heldIn(checked)) };
    }
    const bad = await this.badRows(checked);
    if (bad === undefined) return { refused: true };
    if ([...bad.keys()].some((record) => !held.has(record))) return { bad: bad.size };
    // What is left are rows that are held back, and blank ones, which never leave.
    const sendable = await this.goodRows(checked);
    return sendable ? { sendable } : { refused: true };
  }

  /** The document with its columns mapped as the user then says; `undefined` as `ColumnMapper.ask`. */
  async askMapping(checked: Checked): Promise<Sendable | undefined> {
    const copy = await this.mapper.ask(checked.document, checked.report.sheet);
    return copy && mappedSendable(checked, copy, this.heldIn(checked));
  }

  /** The document with its columns mapped as last time, be it without need; asks how if that is not known any more. */
  async mappedAgain(checked: Checked): Promise<Sendable | undefined> {
    const { document, report } = checked;
    const columns = this.mapper.lastTime(document, report.sheet);
    if (columns === undefined) return await this.askMapping(checked);
    const copy = await this.mapper.apply(document, report.sheet, columns, true);
    return copy && mappedSendable(checked, copy, this.heldIn(checked));
  }

  /** The document without the rows that have errors; `undefined` when that does not mend it. */
  async goodRows(checked: Checked): Promise<Sendable | undefined> {
    const bad = await this.badRows(checked);
    if (bad === undefined) return undefined;
    const all = new Map([...this.heldIn(checked), ...bad]);
    return all.size < checked.report.rows ? await asItStands(checked, all) : undefined;
  }

  /** The same without the rows on these lines, which did not read as they were checked. */
  async withoutLines(sendable: Sendable, lines: readonly number[]): Promise<Sendable> {
    const { alsoHeldBack } = await loadDelivery();
    return { ...sendable, heldBack: await alsoHeldBack(sendable, lines, heldBackAsMisread()) };
  }

  /** Why rows are held back that the user holds back, by record. */
  private heldIn({ document, report }: Checked): ReadonlyMap<number, string> {
    const records = this.held.of(document.uri, report.sheet);
    return new Map([...records].map((record) => [record, l10n.t('You held this row back.')]));
  }

  private async badRows({ document }: Checked): Promise<ReadonlyMap<number, string> | undefined> {
    const settings = settingsForSending(this.settings.checkRules(document.uri));
    return await rowsWithErrors(document, { phones: await this.loadPhones(), settings });
  }
}
