import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../vscode/paths';
import { mustRun } from '../../vscode/processes';

/** Shows what the editor answers, as our page shows its first rows. */
const page = `<!DOCTYPE html><html><body><script nonce="bare">
const vscode = acquireVsCodeApi();
window.addEventListener('message', ({ data }) => {
  document.body.innerHTML = '<div role="gridcell"></div>';
  document.body.firstChild.textContent = data;
});
vscode.postMessage('ready');
</script></body></html>`;

const main = `const vscode = require('vscode');
const fill = (panel) => {
  panel.webview.options = { enableScripts: true };
  panel.webview.onDidReceiveMessage(() => panel.webview.postMessage('row'));
  panel.webview.html = ${JSON.stringify(page)};
};
exports.activate = () => {
  vscode.commands.registerCommand('bare.open', () =>
    fill(vscode.window.createWebviewPanel('bare.page', 'Bare', vscode.ViewColumn.Beside)));
  vscode.window.registerWebviewPanelSerializer('bare.page', { deserializeWebviewPanel: async (panel) => fill(panel) });
  const item = vscode.window.createStatusBarItem();
  item.text = 'Bench';
  item.show();
};`;

const manifest = {
  ...{ name: 'bare-page', publisher: 'bench', version: '0.0.1', main: './main.js' },
  engines: { vscode: '^1.100.0' },
  activationEvents: ['onLanguage:csv', 'onWebviewPanel:bare.page'],
  // A workbench is ready when it has commands of this category.
  contributes: {
    commands: [{ command: 'bare.open', title: 'Open Bare Page', category: 'Agent Assist Contacts' }],
  },
};

/** Packages an extension with the least page that there can be, into a folder. @returns the VSIX's path */
export async function barePage(folder: string): Promise<string> {
  const source = path.join(folder, 'bare');
  fs.mkdirSync(source);
  fs.writeFileSync(path.join(source, 'package.json'), JSON.stringify(manifest));
  fs.writeFileSync(path.join(source, 'main.js'), main);
  fs.writeFileSync(path.join(source, 'README.md'), 'The least page that there can be.\n');
  const vsix = path.join(folder, 'bare.vsix');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  await mustRun(
    process.execPath,
    [vsce, 'package', '--skip-license', '--allow-missing-repository', '--out', vsix],
    {
      cwd: source,
    },
  );
  return vsix;
}
