import * as vscode from 'vscode';
import { until } from './until';

/** Opens an untitled CSV with this content, and does not show it. */
export async function openHidden(content: string): Promise<vscode.TextDocument> {
  const open = () => vscode.workspace.openTextDocument({ language: 'csv', content });
  let document = await open();
  // An untitled document that is just being closed is given once more, with its old text.
  await until('a document of its own', async () => {
    if (document.getText() !== content) document = await open();
    return document.getText() === content;
  });
  return document;
}

/** Opens an untitled CSV with this content in an editor. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await openHidden(content);
  await vscode.window.showTextDocument(document);
  return document;
}
