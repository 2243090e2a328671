import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks';
import type { IsHeld } from '../../core/fixes';
import { mappingMends } from '../../core/mapping/obstacles';
import { fullId, showProblemsId } from '../commandIds';
import type { HeldBackRows } from '../checking/heldBack';
import type { RowOutcomes } from '../checking/rowOutcomes';
import { countsLabel } from '../outcomeLabels';
import { plainText } from '../plainText';
import type { StreamRegistry } from '../streams/registry';
import type { ContactLists } from './list';
import { problemsLabel, rowsLabel } from './reportLabels';
import { stepLabel } from './stepLabel';

const aboveHeader = new vscode.Range(0, 0, 0, 0);

/** Above the header: rows and problems, what the list needs next, and sending it. */
export class HeaderLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Kept for each report: the lenses are asked for with every keystroke. */
  private steps = new WeakMap<CheckReport, string>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChangeCodeLenses = this.changed.event;

  /**
   * @param held a row that is held back is decided on
   * @param changes after any of these the lenses may say something else
   */
  constructor(
    private readonly lists: ContactLists,
    private readonly registry: Pick<StreamRegistry, 'selected'>,
    private readonly outcomes: Pick<RowOutcomes, 'marksOf'>,
    private readonly held: Pick<HeldBackRows, 'has'>,
    changes: readonly vscode.Event<unknown>[],
  ) {
    const refresh = () => {
      this.steps = new WeakMap();
      this.changed.fire();
    };
    this.subscriptions = vscode.Disposable.from(this.changed, ...changes.map((change) => change(refresh)));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    // Those of the last check stay while one types: without them all lines would jump, and they change soon.
    const report = this.lists.latest(document, 'codeLens');
    if (report === undefined) return [];
    const outcomes = this.outcomeLabels(document);
    // "no problems" beside refused rows would say that all is well.
    const problems = total(report) === 0 && outcomes.length > 0 ? [] : [problemsLabel(report.counts)];
    const lenses = [
      lens({
        title: [rowsLabel(report.rows), ...problems, ...outcomes].join(' · '),
        // Without a command the words are no link: there is nothing to show.
        command: total(report) + outcomes.length === 0 ? '' : showProblemsId,
      }),
    ];
    const step = this.stepTitle(document, report);
    if (step !== '')
      lenses.push(lens({ title: step, command: fullId('takeStep'), arguments: [document.uri] }));
    const title = vscode.l10n.t('Map Columns…');
    if (step !== title && report.counts.error > 0 && mappingMends(report)) {
      lenses.push(lens({ title, command: fullId('mapColumns'), arguments: [document.uri] }));
    }
    lenses.push(lens({ title: this.sendTitle(), command: fullId('sendCsv'), arguments: [document.uri] }));
    return lenses;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** What became of rows that need something: "500 refused". */
  private outcomeLabels(document: vscode.TextDocument): readonly string[] {
    const counts = this.outcomes.marksOf(document)?.counts;
    // Of those that are on the stream, only the ones under another name need a look.
    const told = counts && { ...counts, created: 0, present: counts.otherName, otherNames: counts.otherName };
    const label = told === undefined ? '' : countsLabel(told);
    return label === '' ? [] : [label];
  }

  private stepTitle(document: vscode.TextDocument, report: CheckReport): string {
    const isHeld: IsHeld = (sheet, record) => this.held.has(document.uri, sheet, record);
    const title = this.steps.get(report) ?? stepLabel(report, !document.isUntitled, isHeld);
    this.steps.set(report, title);
    return title;
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

function total({ counts }: CheckReport): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
