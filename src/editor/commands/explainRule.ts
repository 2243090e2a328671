import * as vscode from 'vscode';
import { findingCodes } from '../../core/checks';
import type { Handler } from '../commandIds';
import { translatedPage } from '../packedPages';

/** Opens the packaged explanation of a rule: where the code of a marker leads to. */
export function explainRule(extensionUri: vscode.Uri): Handler {
  return async (code) => {
    // The code comes by a link, so it is looked up before it names a file.
    const known = findingCodes.find((name) => name === code);
    if (known === undefined) return;
    const page = vscode.Uri.joinPath(extensionUri, 'media', 'rules', `${known}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', await translatedPage(page));
  };
}
