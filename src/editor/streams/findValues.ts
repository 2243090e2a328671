import * as vscode from 'vscode';
import type { Surroundings } from './questions';

/** Opens the packaged page that tells where each value of a stream is found, at a chapter of it. */
export function findValues(extensionUri: vscode.Uri): Surroundings['explain'] {
  const file = vscode.Uri.joinPath(extensionUri, 'media', 'find-values.md');
  return (chapter) =>
    void vscode.commands.executeCommand('markdown.showPreviewToSide', file.with({ fragment: chapter }));
}
