import * as vscode from 'vscode';
import { parsePageMessage, type PageMessage, type Results, type ShowMessage } from '../../protocol/results';
import { goToLine } from './goToLine';
import { pageFolder, resultsHtml } from './resultsHtml';
import type { ResultsStore } from './resultsStore';
import { resultsWords } from './resultsWords';

const viewType = 'agentassistContacts.results';

/**
 * The one panel that shows the last import. The page is thrown away while it is hidden and when the window reloads;
 * each time it comes back it says `ready`, and is given the results again.
 */
export class ResultsPanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  private results: Results | undefined;
  private readonly registration: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly store: ResultsStore,
  ) {
    this.registration = vscode.window.registerWebviewPanelSerializer(viewType, this);
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

  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.results ??= await this.store.load();
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
    const title = vscode.l10n.t('Returned Contacts');
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.adopt(vscode.window.createWebviewPanel(viewType, title, where));
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(this.extensionUri)] };
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      const parsed = parsePageMessage(message);
      if (parsed) await this.answer(parsed);
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.html = resultsHtml(panel.webview, this.extensionUri);
  }

  private async answer(message: PageMessage): Promise<void> {
    if (message.type === 'ready') await this.post();
    else if (this.results) await goToLine(vscode.Uri.parse(this.results.fileUri), message.line);
  }

  private async post(): Promise<void> {
    if (this.results === undefined) return;
    const message: ShowMessage = { type: 'show', words: resultsWords(), results: this.results };
    await this.panel?.webview.postMessage(message);
  }
}
