import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import { fixesFor, isSoundList } from '../../core/fixes';
import { fullId, showProblemsId } from '../commandIds';
import { plainText } from '../plainText';
import type { StreamRegistry } from '../streams/registry';
import type { ContactLists } from './list';
import { problemsLabel, rowsLabel } from './reportLabels';

const aboveHeader = new vscode.Range(0, 0, 0, 0);

/** Above the header: rows and problems, and what can be done with the list. */
export class HeaderLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Kept for each report: the lenses are asked for with every keystroke. */
  private readonly fixable = new WeakMap<CheckReport, boolean>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChangeCodeLenses = this.changed.event;

  /** @param changes after any of these the lenses may say something else */
  constructor(
    private readonly lists: ContactLists,
    private readonly registry: Pick<StreamRegistry, 'selected'>,
    changes: readonly vscode.Event<unknown>[],
  ) {
    const refresh = () => this.changed.fire();
    this.subscriptions = vscode.Disposable.from(this.changed, ...changes.map((change) => change(refresh)));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    // Those of the last check stay while one types: without them all lines would jump, and they change soon.
    const report = this.lists.latest(document, 'codeLens');
    if (report === undefined) return [];
    const lenses = [
      lens({
        title: `${rowsLabel(report.rows)} · ${problemsLabel(report.counts)}`,
        // Without a command the words are no link: there is nothing to show.
        command: total(report) === 0 ? '' : showProblemsId,
      }),
      this.nextStep(document, report),
    ];
    if (this.canFix(report)) {
      lenses.push(
        lens({ title: vscode.l10n.t('Fix All'), command: fullId('fixAll'), arguments: [document.uri] }),
      );
    }
    return lenses;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private canFix(report: CheckReport): boolean {
    const fixable = this.fixable.get(report) ?? isFixable(report);
    this.fixable.set(report, fixable);
    return fixable;
  }

  /** Nothing is worth sending while letters are wrong. */
  private nextStep(document: vscode.TextDocument, report: CheckReport): vscode.CodeLens {
    if (hasWrongLetters(report) && !document.isUntitled) {
      return lens({
        title: vscode.l10n.t('Convert to UTF-8…'),
        command: fullId('convertEncoding'),
        arguments: [document.uri.toString()],
      });
    }
    return lens({ title: this.sendTitle(), command: fullId('sendCsv'), arguments: [document.uri] });
  }

  private sendTitle(): string {
    const stream = this.registry.selected;
    if (stream === undefined) return vscode.l10n.t('Send to Stream…');
    // Titles hold icons, and a stream's name is the user's own.
    return vscode.l10n.t('Send to {0}', plainText(stream.name, 60).replaceAll('$(', '$ ('));
  }
}

function lens(command: vscode.Command): vscode.CodeLens {
  return new vscode.CodeLens(aboveHeader, command);
}

/** Whether Fix All would find something to do, as far as the findings that were kept tell; beyond them it may. */
function isFixable(report: CheckReport): boolean {
  const { sheet, findings } = report;
  if (!isSoundList(sheet) || hasWrongLetters(report)) return false;
  return (
    total(report) > findings.length ||
    findings.some(({ finding }) => fixesFor(finding, sheet).some(({ safe }) => safe))
  );
}

function hasWrongLetters({ findings }: CheckReport): boolean {
  return findings.some(({ finding }) => finding.code === 'csv.encoding');
}

function total({ counts }: CheckReport): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
