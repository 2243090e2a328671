import { setTimeout } from 'node:timers/promises';
import type * as vscode from 'vscode';
import {
  changeTime,
  importShown,
  resultsProtocol,
  type NumberedPage,
  type Results,
  type ResultsOrder,
  type ResultsRequest,
} from '../../protocol/results';
import { PagePanel, type PagePorts } from '../pages/pagePanel';
import type { NewAddress } from '../movedFiles';
import type { OtherTabs } from './panelMessages';
import type { ResultsStore } from './resultsStore';

type Panel = PagePanel<Results, ResultsRequest, NumberedPage, ResultsOrder>;

/** What the panels of results need. */
export interface PanelParts {
  readonly pages: PagePorts;
  readonly store: Pick<
    ResultsStore,
    'load' | 'loadAside' | 'loadOf' | 'save' | 'saveAside' | 'setAside' | 'clear' | 'change'
  >;
  /** Does what a page asks for. */
  readonly answer: (request: ResultsRequest, results: Results) => Promise<void>;
  /** Puts results together again that are not kept; it may fail. */
  readonly rejoin: (importId: string) => Promise<Results>;
  /** Title of a tab. */
  readonly titleOf: (results: Results, others: OtherTabs) => string;
  /** Results as they are told at this moment: what was offered once may be no longer possible. */
  readonly now: (results: Results) => Results;
}

/**
 * A panel for each import, also after a reload of the window. An import that begins takes over the panel of its file's last
 * one, unless that goes on.
 */
export class ResultsPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  /** By import. A closed one stays for as long as its results are nowhere else. */
  private readonly panels = new Map<string, Panel>();
  /** Imports that go on, or whose results could not be kept. */
  private readonly unkept = new Set<string>();
  /** By import whose page shows contacts that were found on the stream again: what it showed before, and may be kept. */
  private readonly withoutFound = new Map<string, Results>();
  private readonly listeners = new Set<(results: Results) => void>();
  /** By import: its file, if that was moved while the import went on, which tells it as it was. */
  private readonly moved = new Map<string, Pick<Results, 'fileUri' | 'fileName'>>();
  /** All moves of files: what is read while one goes on may still have the old address. */
  private readonly moves: ((results: Results) => Results | undefined)[] = [];
  /** Panels that VS Code has brought back, until they are told all of their rows: what each calls then. */
  private readonly comingBack = new Map<Panel, (() => void)[]>();

  constructor(private readonly parts: PanelParts) {}

  /** Those that are on a page. */
  get results(): readonly Results[] {
    return [...this.panels.values()].flatMap(({ state }) => (state ? [state] : []));
  }

  /** Calls back after a page has been told all of its results: it knows nothing yet of what it was ordered before. */
  onDidTell(listener: (results: Results) => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /**
   * Resolves when all pages that came back with the window have their rows: somebody waits for these. What else there is to
   * do can wait, but no longer than `atMost` ms: a page may be behind others.
   */
  async whenBack(atMost: number): Promise<void> {
    const back = [...this.comingBack.values()].map(
      (calls) => new Promise<void>((resolve) => void calls.push(resolve)),
    );
    if (back.length > 0)
      await Promise.race([Promise.all(back), setTimeout(atMost, undefined, { ref: false })]);
  }

  /**
   * Has the page of an import do something that only it can.
   * @returns whether there is one to do it
   */
  order(importId: string | undefined, order: ResultsOrder, takesFocus = false): boolean {
    return this.panels.get(importId ?? '')?.order(order, takesFocus) ?? false;
  }

  /** The results of an import, whether they are shown or only kept; `undefined` when they are neither. */
  async of(importId: string): Promise<Results | undefined> {
    return this.panels.get(importId)?.state ?? (await this.parts.store.load(importId));
  }

  /** The newest that is known of an import: its results, or how far it was when it was cut off, or before it went on. */
  async known(importId: string): Promise<Results | undefined> {
    const { store } = this.parts;
    return this.withoutFound.get(importId) ?? (await this.of(importId)) ?? (await store.loadAside(importId));
  }

  /** Keeps, before the window goes, how far imports are. */
  async keepUnfinished(): Promise<void> {
    for (const results of this.results) if (results.running !== '') await this.parts.store.saveAside(results);
  }

  /** Shows an import that begins, beside the editor, leaving the focus where it is. What was kept of it is true no more. */
  async begin(results: Results): Promise<void> {
    const panel = this.panels.get(results.importId) ?? this.takeOver(results.fileUri) ?? this.create();
    this.unkept.add(results.importId);
    this.withoutFound.delete(results.importId);
    this.panels.set(results.importId, panel);
    void panel.show(results);
    this.nameTabs();
    await this.parts.store.setAside(results.importId);
  }

  /**
   * Shows how far an import is, where it is shown.
   * @param changed numbers of the pages of rows that are new or have changed
   */
  fill(results: Results, changed: readonly number[]): void {
    void this.panels.get(results.importId)?.update(this.named(results), changed);
  }

  /** Shows what became of an import, beside the editor, leaving the focus where it is, and keeps it for a reload. `changed`: as in {@link fill}. */
  async end(ended: Results, changed: readonly number[]): Promise<void> {
    const results = this.named(ended);
    const { importId } = results;
    const panel = this.panelOf(importId);
    void panel.show(results, { ...(panel.state && { changed }) });
    this.nameTabs();
    await this.parts.store.save(results);
    this.unkept.delete(importId);
    this.drop(panel);
  }

  /** Shows results again, in a panel of their own, and gives them the focus. */
  async open(results: Results): Promise<void> {
    const panel = this.panelOf(results.importId);
    const shown = panel.show(results, { takesFocus: true, ...(panel.state === results && { changed: [] }) });
    this.nameTabs();
    await shown;
  }

  /** Shows more of an import than is kept, and keeps it no more than before; the focus stays where it is. */
  showFound(results: Results): void {
    const { importId } = results;
    const panel = this.panelOf(importId);
    if (panel.state && !this.withoutFound.has(importId)) this.withoutFound.set(importId, panel.state);
    void panel.show(results, { ...(panel.state && { changed: [...results.rows.keys()] }) });
    this.nameTabs();
  }

  /** The results of a file's last import; of the last one of all, if no file is named. */
  async last(fileUri: string | undefined): Promise<Results | undefined> {
    const { store } = this.parts;
    return later(
      this.lastShown(fileUri),
      await (fileUri === undefined ? store.load() : store.loadOf(fileUri)),
    );
  }

  /** Offers nothing more of an import, on its page and when that is opened again: what is left of it was forgotten. */
  async withdraw(importId: string): Promise<void> {
    const panel = this.panels.get(importId);
    if (panel?.state) void panel.update({ ...panel.state, actions: [] }, []);
    await this.parts.store.change((results) =>
      results.importId === importId && results.actions.length > 0 ? { ...results, actions: [] } : undefined,
    );
  }

  /** Tells again what is offered of imports to sandboxes: one was started or stopped. */
  sandboxChanged(): void {
    for (const panel of this.panels.values())
      if (panel.state?.sandbox === true) void panel.update(panel.state, []);
  }

  /** Has results of files that were moved, or of some imports of these, name them as they are now, on their pages and where they are kept. */
  async moveFiles(newAddress: NewAddress, imports?: ReadonlySet<string>): Promise<void> {
    const now = (results: Results) =>
      imports?.has(results.importId) === false ? undefined : renamed(results, newAddress);
    this.moves.push(now);
    for (const [importId, panel] of this.panels) {
      const moved = panel.state && now(panel.state);
      if (moved === undefined) continue;
      const { fileUri, fileName } = moved;
      if (this.unkept.has(importId)) this.moved.set(importId, { fileUri, fileName });
      void panel.update(moved, []);
    }
    this.nameTabs();
    await this.parts.store.change(now);
  }

  /** Closes the panels and deletes what was kept for a reload. */
  async forget(): Promise<void> {
    this.dispose();
    await this.parts.store.clear();
  }

  /**
   * @param kept what the page kept: it names the import that it showed
   * @returns as soon as the page loads, for which VS Code waits with showing it: its results are read meanwhile
   */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const importId = importShown(kept) ?? (await this.parts.store.load())?.importId;
    if (importId === undefined) {
      panel.dispose();
      return;
    }
    const own = this.panelOf(importId);
    if (own.state === undefined && !this.comingBack.has(own)) this.comingBack.set(own, []);
    own.adopt(panel, own.state);
    void this.bringBack(importId, own, panel);
  }

  dispose(): void {
    this.unkept.clear();
    this.withoutFound.clear();
    for (const panel of [...this.panels.values()]) panel.dispose();
    this.panels.clear();
  }

  /** Those of an import that was cut off, as by the window's reload, are not kept, but put together again; without any, the panel is closed. */
  private async bringBack(importId: string, own: Panel, panel: vscode.WebviewPanel): Promise<void> {
    const results = (await this.of(importId)) ?? (await this.parts.rejoin(importId).catch(() => undefined));
    if (results === undefined) panel.dispose();
    // An import may have gone on there meanwhile.
    else if (own.state === undefined)
      await own.update(this.moves.reduce((last, now) => now(last) ?? last, results));
    this.nameTabs();
  }

  private panelOf(importId: string): Panel {
    const panel = this.panels.get(importId) ?? this.create();
    this.panels.set(importId, panel);
    return panel;
  }

  /** The panel of a file's last import, which is that one's no more; `undefined` when it has none, or the import goes on. */
  private takeOver(fileUri: string): Panel | undefined {
    const last = this.lastShown(fileUri);
    if (last?.running !== '') return undefined;
    const panel = this.panels.get(last.importId);
    this.panels.delete(last.importId);
    this.unkept.delete(last.importId);
    return panel;
  }

  private create(): Panel {
    const { pages, answer, now, titleOf } = this.parts;
    const panel: Panel = new PagePanel(pages, {
      name: 'results',
      titleOf: (results) => titleOf(results, this.othersThan(results)),
      // Beside the editor would be beside the page where that has the focus.
      column: () => Array.from(this.panels.values(), ({ column }) => column).find(Number),
      protocol: resultsProtocol,
      split: (results) => ({
        head: { ...now(results), rows: [] },
        parts: results.rows.map((rows, number) => ({ number, rows })),
      }),
      told: (results) => {
        this.isBack(panel);
        for (const listener of this.listeners) listener(results);
      },
      answer: (request, results) => answer(request, now(results)),
      closed: () => {
        this.isBack(panel);
        this.drop(panel);
        this.nameTabs();
      },
    });
    return panel;
  }

  private isBack(panel: Panel): void {
    for (const call of this.comingBack.get(panel) ?? []) call();
    this.comingBack.delete(panel);
  }

  /** Forgets a panel that is closed, unless its results are nowhere else. */
  private drop(panel: Panel): void {
    if (panel.isOpen) return;
    for (const [importId, each] of this.panels)
      if (each === panel && !this.unkept.has(importId)) {
        this.panels.delete(importId);
        this.withoutFound.delete(importId);
      }
  }

  private named(results: Results): Results {
    return { ...results, ...this.moved.get(results.importId) };
  }

  private nameTabs(): void {
    for (const panel of this.panels.values()) panel.name();
  }

  private othersThan({ fileName, fileUri, host, streamId }: Results): OtherTabs {
    const others = [...this.panels.values()].flatMap(({ isOpen, state }) => (isOpen && state ? [state] : []));
    const isThere = (one: Results) => one.host === host && one.streamId === streamId;
    return {
      hasOtherFile: others.some((one) => one.fileName === fileName && one.fileUri !== fileUri),
      hasOtherStream: others.some((one) => one.fileUri === fileUri && !isThere(one)),
    };
  }

  /** The latest results that are shown, of this file if one is named. */
  private lastShown(fileUri?: string): Results | undefined {
    return this.results
      .filter((results) => (fileUri ?? results.fileUri) === results.fileUri)
      .reduce<Results | undefined>((last, state) => later(state, last), undefined);
  }
}

/** The results of a file that was moved, as they are told now; `undefined` for those of another one. */
function renamed(results: Results, newAddress: NewAddress): Results | undefined {
  const fileUri = newAddress(results.fileUri);
  if (fileUri === undefined) return undefined;
  return { ...results, fileUri, fileName: decodeURIComponent(fileUri.slice(fileUri.lastIndexOf('/') + 1)) };
}

/** Those that ended last; of the same import, those that are shown. */
function later(shown: Results | undefined, other: Results | undefined): Results | undefined {
  const isOther = shown && other && shown.importId !== other.importId;
  return isOther && changeTime(other) > changeTime(shown) ? other : (shown ?? other);
}
