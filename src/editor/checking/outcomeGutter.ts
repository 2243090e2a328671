import * as vscode from 'vscode';
import type { MarkedOutcome, OutcomeRun } from '../../core/delivery/index';
import { loadDelivery } from '../loadDelivery';
import type { Settings } from '../settings';
import { gutterType, rulerType } from './outcomeIcons';
import type { RowOutcomes } from './rowOutcomes';

/** Quiet time after an edit before marks that have moved are drawn anew, in ms; VS Code moves them with the text meanwhile. */
const quietMs = 100;

interface Types {
  readonly gutter: vscode.TextEditorDecorationType;
  readonly ruler: vscode.TextEditorDecorationType;
}

/** Draws what became of rows beside their lines, and into the overview of the file. */
export class OutcomeGutter implements vscode.Disposable {
  /** Made when the first row is marked. */
  private types: ReadonlyMap<MarkedOutcome, Types> | undefined;
  private readonly waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  /** How many rows of a document were marked when that changed last. */
  private readonly drawn = new WeakMap<vscode.TextDocument, number>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly outcomes: Pick<RowOutcomes, 'marksOf' | 'onDidChange'>,
    private readonly settings: Pick<Settings, 'marksCreated' | 'onDidChange'>,
  ) {
    this.subscriptions = vscode.Disposable.from(
      outcomes.onDidChange((document) => this.schedule(document)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.drawAll(editors)),
      settings.onDidChange(() => this.drawAll(vscode.window.visibleTextEditors)),
    );
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    for (const { gutter, ruler } of this.types?.values() ?? [])
      vscode.Disposable.from(gutter, ruler).dispose();
    this.subscriptions.dispose();
  }

  private schedule(document: vscode.TextDocument): void {
    clearTimeout(this.waiting.get(document));
    const size = this.outcomes.marksOf(document)?.size ?? 0;
    // VS Code moves marks with their lines, but keeps those of rows that are gone, wherever the edit has left them.
    const quiet = size < (this.drawn.get(document) ?? 0) ? 0 : quietMs;
    this.drawn.set(document, size);
    const draw = () => {
      this.waiting.delete(document);
      this.drawAll(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
    };
    this.waiting.set(document, setTimeout(draw, quiet));
  }

  private drawAll(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) void this.draw(editor);
  }

  private async draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    if (this.types === undefined && this.outcomes.marksOf(document) === undefined) return;
    const { overviewOf, worstFirst } = await loadDelivery();
    this.types ??= new Map(
      worstFirst.map((outcome) => [outcome, { gutter: gutterType(outcome), ruler: rulerType(outcome) }]),
    );
    const marksCreated = this.settings.marksCreated(document.uri);
    const wanted = new Set(worstFirst.filter((outcome) => outcome !== 'created' || marksCreated));
    const runs = this.outcomes.marksOf(document)?.runs(wanted) ?? [];
    const marks = overviewOf(runs, document.lineCount);
    for (const [outcome, { gutter, ruler }] of this.types) {
      editor.setDecorations(gutter, rangesOf(runs, outcome));
      editor.setDecorations(ruler, rangesOf(marks, outcome));
    }
  }
}

function rangesOf(runs: readonly OutcomeRun[], wanted: MarkedOutcome): vscode.Range[] {
  return runs.flatMap(({ outcome, first, last }) =>
    outcome === wanted ? [new vscode.Range(first, 0, last, 0)] : [],
  );
}
