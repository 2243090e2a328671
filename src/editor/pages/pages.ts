import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Words } from '../../protocol/page';
import { showError } from '../errors';
import type { Log } from '../log';
import { goToPlace, type Place } from './goToPlace';

/** The pages, by the names of their files in dist/webview and of their panels' view types. */
export type PageName = 'results' | 'findings';

/** The type by which VS Code brings a page's panel back after a reload. */
export const viewType = (name: PageName): string => `agentassistContacts.${name}`;

/** What every page's panel needs of VS Code. */
export class Pages {
  /** Of the built pages. */
  private readonly folder: vscode.Uri;
  /** Of the icons of their tabs. */
  private readonly icons: vscode.Uri;

  constructor(
    extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    this.icons = vscode.Uri.joinPath(extensionUri, 'media', 'pages');
  }

  /** Opens an empty panel, leaving the focus where it is. */
  open(
    name: PageName,
    title: string,
    viewColumn: vscode.ViewColumn = vscode.ViewColumn.Beside,
    options?: vscode.WebviewPanelOptions,
  ): vscode.WebviewPanel {
    const where = { viewColumn, preserveFocus: true };
    return vscode.window.createWebviewPanel(viewType(name), title, where, options);
  }

  /** Loads a page: a policy without exceptions, its style, its script. The script builds everything else. */
  load(name: PageName, panel: vscode.WebviewPanel): void {
    const icon = (theme: string) => vscode.Uri.joinPath(this.icons, `${name}-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.folder] };
    const nonce = randomBytes(16).toString('base64');
    const resource = (file: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.folder, file)).toString();
    const policy = [
      `default-src 'none'`,
      `style-src ${webview.cspSource}`,
      `font-src ${webview.cspSource}`,
      `script-src 'nonce-${nonce}'`,
    ].join('; ');
    webview.html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${resource(`${name}.css`)}">
<title>Contacts</title>
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${resource(`${name}.js`)}"></script>
</body>
</html>`;
  }

  words(): Words {
    return { type: 'words', language: vscode.env.language, bundle: vscode.l10n.bundle };
  }

  async goTo(fileUri: string, place: Place): Promise<void> {
    await goToPlace(vscode.Uri.parse(fileUri), place);
  }

  showError(error: unknown): void {
    showError(error, this.log);
  }
}
