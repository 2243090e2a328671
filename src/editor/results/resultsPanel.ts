import * as vscode from 'vscode';
import type { ShowMessage } from '../../protocol/messages';
import { importShown, type Results } from '../../protocol/results';
import { answerPage, type ActOnResults } from './answerPage';
import { goToPlace } from '../pages/goToPlace';
import { pageFolder, resultsHtml } from '../pages/pageHtml';
import type { ResultsStore } from './resultsStore';
import { resultsLabels } from './resultsLabels';

export type { ActOnResults } from './answerPage';

const viewType = 'agentassistContacts.results';

/**
 * The one panel that shows the last import. The page is thrown away while it is hidden and when the window reloads;
 * each time it comes back it says `ready`, and is given the results again.
 */
export class ResultsPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  private results: Results | undefined;
  private readonly registration: vscode.Disposable;

  /** @param act called for each action that the user chooses on the page */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly store: ResultsStore,
    private readonly act: ActOnResults,
  ) {
    this.registration = vscode.window.registerWebviewPanelSerializer(viewType, this);
  }

  /** The results of an import, whether they are shown or only kept; `undefined` when they are neither. */
  async of(importId: string): Promise<Results | undefined> {
    return this.results?.importId === importId ? this.results : await this.store.load(importId);
  }

  /** Shows the results beside the editor, leaving the focus where it is, and keeps them for a reload. */
  async show(results: Results): Promise<void> {
    this.results = results;
    this.open();
    await this.post();
    await this.store.save(results);
  }

  /** Shows the last results again. @returns false when there are none */
  async showLast(): Promise<boolean> {
    this.results ??= await this.store.load();
    if (this.results === undefined) return false;
    this.open();
    await this.post();
    return true;
  }

  /** Closes the panel and deletes what was kept for a reload. */
  async forget(): Promise<void> {
    this.results = undefined;
    this.panel?.dispose();
    await this.store.clear();
  }

  /** @param state what the page kept: it names the import that it showed, which need not be the last one of all windows */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.results ??= await this.store.load(importShown(state));
    if (this.results === undefined || this.panel) panel.dispose();
    else this.adopt(panel);
  }

  dispose(): void {
    this.registration.dispose();
    this.panel?.dispose();
  }

  private open(): void {
    if (this.panel) {
      this.panel.reveal(undefined, true);
      return;
    }
    const title = vscode.l10n.t('Import Results');
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.adopt(vscode.window.createWebviewPanel(viewType, title, where));
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(this.extensionUri)] };
    const requests = {
      show: () => this.post(),
      goToLine: (fileUri: string, line: number) => goToPlace(vscode.Uri.parse(fileUri), { line }),
      act: this.act,
    };
    panel.webview.onDidReceiveMessage((message: unknown) => answerPage(message, this.results, requests));
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.html = resultsHtml(panel.webview, this.extensionUri);
  }

  private async post(): Promise<void> {
    if (this.results === undefined) return;
    const message: ShowMessage = { type: 'show', words: resultsLabels(), results: this.results };
    await this.panel?.webview.postMessage(message);
  }
}
