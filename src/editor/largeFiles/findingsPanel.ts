import * as vscode from 'vscode';
import type { FileReport } from '../../core/delivery/index';
import { parsePageMessage, type ShowFindingsMessage } from '../../protocol/messages';
import { shownName } from '../files';
import { findingsOf, findingsLabels } from './findingsPage';
import { goToPlace } from '../pages/goToPlace';
import { pageFolder, resultsHtml } from '../pages/pageHtml';

/**
 * The one panel that shows what a check found in a file too large for an editor: such a file has no Problems view. It is
 * not kept over a reload of the window, for the file may be another one by then.
 */
export class FindingsPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: { readonly uri: vscode.Uri; readonly message: ShowFindingsMessage } | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  /** Shows the report beside the editor, leaving the focus where it is. */
  show(uri: vscode.Uri, report: FileReport): void {
    const findings = findingsOf(shownName(uri), report, new Date());
    this.shown = { uri, message: { type: 'showFindings', words: findingsLabels(), findings } };
    if (this.panel) this.panel.reveal(undefined, true);
    else this.open();
    void this.post();
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private open(): void {
    const panel = vscode.window.createWebviewPanel(
      'agentassistContacts.findings',
      vscode.l10n.t('Problems in a Large File'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: [pageFolder(this.extensionUri)],
      },
    );
    this.panel = panel;
    panel.webview.onDidReceiveMessage((message: unknown) => this.answer(message));
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.html = resultsHtml(panel.webview, this.extensionUri);
  }

  private async answer(message: unknown): Promise<void> {
    const asked = parsePageMessage(message);
    if (asked?.type === 'ready') await this.post();
    if (asked?.type !== 'goToLine' || this.shown === undefined) return;
    await goToPlace(this.shown.uri, asked);
  }

  private async post(): Promise<void> {
    if (this.shown) await this.panel?.webview.postMessage(this.shown.message);
  }
}
