import * as vscode from 'vscode';
import {
  importShown,
  resultsProtocol,
  type NumberedPage,
  type RequestOf,
  type Results,
  type ResultsOrder,
  type ResultsRequest,
} from '../../protocol/results';
import { PagePanel } from '../pages/pagePanel';
import { viewType, type Pages } from '../pages/pages';
import { copyRows } from './copyRows';
import type { FileRows } from './fileRows';
import { selectInFile } from './selectInFile';
import { startAction, type ActOnResults } from './startAction';
import type { ResultsStore } from './resultsStore';

/** The one panel that shows the last import, also after a reload of the window. */
export class ResultsPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private readonly panel: PagePanel<Results, ResultsRequest, NumberedPage, ResultsOrder>;
  private readonly registration: vscode.Disposable;
  private readonly told = new vscode.EventEmitter<Results>();

  /** After a page has been told all of its results: it knows nothing yet of what it was ordered before. */
  readonly onDidTell = this.told.event;

  /**
   * @param act called for each action that the user chooses on the page
   * @param exportRows called when the user wants to export rows of it
   * @param rejoin puts results together again that are not kept; it may fail
   * @param file knows where rows are by now
   */
  constructor(
    pages: Pages,
    private readonly store: ResultsStore,
    private readonly act: ActOnResults,
    private readonly exportRows: (importId: string, request: RequestOf<'export'>) => void,
    private readonly rejoin: (importId: string) => Promise<Results>,
    private readonly file: Pick<FileRows, 'rowsOf'>,
  ) {
    const title = vscode.l10n.t('Import Results');
    this.panel = new PagePanel(pages, {
      name: 'results',
      title,
      protocol: resultsProtocol,
      split: (results) => ({
        head: { ...results, rows: [] },
        parts: results.rows.map((rows, number) => ({ number, rows })),
      }),
      told: (results) => this.told.fire(results),
      answer: (request, results) => this.answer(request, results),
    });
    this.registration = vscode.window.registerWebviewPanelSerializer(viewType('results'), this);
  }

  /** Those that are on a page, or were when the user closed it. */
  get results(): readonly Results[] {
    return this.panel.state ? [this.panel.state] : [];
  }

  /**
   * Has the page of an import do something that only it can.
   * @returns whether there is one to do it
   */
  order(importId: string | undefined, order: ResultsOrder, takesFocus = false): boolean {
    return this.panel.state?.importId === importId && this.panel.order(order, takesFocus);
  }

  /** The results of an import, whether they are shown or only kept; `undefined` when they are neither. */
  async of(importId: string): Promise<Results | undefined> {
    const { state } = this.panel;
    return state?.importId === importId ? state : await this.store.load(importId);
  }

  /** Shows an import that begins, beside the editor, leaving the focus where it is. What was kept of it is true no more. */
  async begin(results: Results): Promise<void> {
    void this.panel.show(results);
    await this.store.remove([results.importId]);
  }

  /**
   * Shows how far an import is, unless another one has taken its place on the page.
   * @param changed numbers of the pages of rows that are new or have changed
   */
  fill(results: Results, changed: readonly number[]): void {
    if (this.panel.state?.importId === results.importId) void this.panel.update(results, changed);
  }

  /** Shows what became of an import, beside the editor, leaving the focus where it is, and keeps it for a reload. `changed`: as in {@link fill}. */
  async end(results: Results, changed: readonly number[]): Promise<void> {
    const { state } = this.panel;
    const isShown = state?.importId === results.importId;
    // One that goes on keeps the page.
    if (isShown || !state?.running) void this.panel.show(results, { ...(isShown && { changed }) });
    await this.store.save(results);
  }

  /** Shows results again, and gives them the focus. */
  async open(results: Results): Promise<void> {
    await this.panel.show(results, { takesFocus: true });
  }

  /** The results of a file's last import; of the last one of all, if it has none, or no file is named. */
  async last(fileUri: string | undefined): Promise<Results | undefined> {
    const { state } = this.panel;
    const own = fileUri === undefined ? undefined : await this.store.loadOf(fileUri);
    // Those that could not be kept are only shown.
    return own ?? state ?? (await this.store.load());
  }

  /** Closes the panel and deletes what was kept for a reload. */
  async forget(): Promise<void> {
    this.panel.dispose();
    await this.store.clear();
  }

  /** @param kept what the page kept: it names the import that it showed, which need not be the last one of all windows */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const importId = importShown(kept);
    const results =
      this.panel.state ??
      (await this.store.load(importId)) ??
      (importId === undefined ? undefined : await this.cutOff(importId));
    if (results === undefined) panel.dispose();
    else this.panel.adopt(panel, results);
  }

  /** Those of an import that was cut off, as by the window's reload, are not kept; `undefined` when they are not to be had. */
  private async cutOff(importId: string): Promise<Results | undefined> {
    return await this.rejoin(importId).catch(() => undefined);
  }

  dispose(): void {
    this.registration.dispose();
    this.told.dispose();
    this.panel.dispose();
  }

  /** What asks the user something, or takes as long as an import does, is started: the page does not wait for it. */
  private async answer(request: ResultsRequest, results: Results): Promise<void> {
    switch (request.type) {
      case 'act':
        startAction(request, results, this.act);
        return;
      case 'export':
        this.exportRows(results.importId, request);
        return;
      case 'copy':
        await copyRows(request);
        return;
      case 'selectInFile':
        await selectInFile(request.rows, results, this.file);
    }
  }
}
