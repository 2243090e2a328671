import type { FindingsPanel } from './findingsPanel';
import * as vscode from 'vscode';
import { type RuleSettings, settingsForSending } from '../../core/checks';
import type { PhoneNumbers } from '../../core/contact';
import type { FileReport, FileSource } from '../../core/delivery/index';
import { mostMarkers } from '../checking/diagnostics';
import { withSignal } from '../cancellation';
import { counted, shownPercent } from '../counted';
import { loadDelivery } from '../loadDelivery';
import type { Log } from '../log';
import { fileProblemMessage } from './problemMessages';
import { shownName } from '../files';
import { tryAgain, UserError } from '../errors';

/** A file that is too large for an editor, checked from the disk. */
export interface LargeFile {
  readonly report: FileReport;
  readonly source: FileSource;
}

/** Checks CSVs that VS Code opens no document for, piece by piece from the disk. */
export class LargeFiles {
  constructor(
    private readonly settings: { checkRules(scope: vscode.Uri): RuleSettings },
    private readonly loadPhones: () => Promise<PhoneNumbers>,
    private readonly log: Log,
  ) {}

  /**
   * Checks a file under a notification that can be cancelled; the log names code, line and column of the first findings.
   * @returns `undefined` when the user gives up
   * @throws UserError when it cannot be read to its end, or has edits that are not on the disk
   */
  async check(uri: vscode.Uri): Promise<LargeFile | undefined> {
    refuseUnsaved(uri);
    if (uri.scheme !== 'file') throw new UserError(fileProblemMessage(uri, { reason: 'notAFile' }));
    const title = vscode.l10n.t('Checking {0}', shownName(uri));
    const location = vscode.ProgressLocation.Notification;
    return await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
      withSignal(token, (signal) => this.read(uri, signal, progress)),
    );
  }

  private async read(
    uri: vscode.Uri,
    signal: AbortSignal,
    progress: vscode.Progress<{ message?: string; increment?: number }>,
  ): Promise<LargeFile | undefined> {
    const { checkFile, FileSource } = await loadDelivery();
    let shown = 0;
    const result = await checkFile(uri.fsPath, {
      phones: await this.loadPhones(),
      settings: settingsForSending(this.settings.checkRules(uri)),
      limit: mostMarkers,
      forSending: true,
      signal,
      onProgress: (read, all) => {
        const percent = Math.floor((100 * read) / Math.max(1, all));
        // A file that is read a second time starts again.
        const increment = Math.max(0, percent - shown);
        if (percent !== shown) progress.report({ message: shownPercent(percent / 100), increment });
        shown = percent;
      },
    });
    if (!result.ok) {
      if (result.problem.reason === 'cancelled') return undefined;
      throw new UserError(fileProblemMessage(uri, result.problem));
    }
    const { report, file } = result;
    this.write(report);
    return { report, source: new FileSource(file) };
  }

  /** Codes and places only: what the cells hold is nobody's business. */
  private write({ rows, counts, findings, bytes }: FileReport): void {
    this.log.info(`Checked from disk: ${rows} rows, ${bytes} bytes, ${JSON.stringify(counts)}`);
    for (const { finding, severity, line, column } of findings) {
      this.log.info(`${severity} ${finding.code} at line ${line}, column ${column}`);
    }
  }
}

/** What an editor of any kind shows is not what would be read from the disk. */
function refuseUnsaved(uri: vscode.Uri): void {
  const isOf = ({ input }: vscode.Tab) =>
    (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) &&
    input.uri.toString() === uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: ofGroup }) => ofGroup);
  if (!tabs.some((tab) => tab.isDirty && isOf(tab))) return;
  throw new UserError(
    vscode.l10n.t('{0} has unsaved edits. Save it and try again.', shownName(uri)),
    tryAgain(),
  );
}

/** Says that errors keep a file from being sent for which there is no Problems view, where the first one is, and leads to them. */
export async function refuseLarge(uri: vscode.Uri, report: FileReport, panel: FindingsPanel): Promise<void> {
  const showProblems = vscode.l10n.t('Show Problems');
  // The most severe come first.
  const { line = 1, column = 1 } = report.findings[0] ?? {};
  const refused = counted(
    vscode.l10n.t(
      '{count, plural, one {{name} was not sent: it has # error, on line {line}, column {column}.} other {{name} was not sent: it has # errors, the first on line {line}, column {column}.}}',
    ),
    { name: shownName(uri), count: report.counts.error, line: String(line), column: String(column) },
  );
  const choice = await vscode.window.showErrorMessage(refused, showProblems);
  if (choice === showProblems) panel.show(uri, report);
}
