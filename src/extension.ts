import type * as vscode from 'vscode';

/**
 * What VS Code requires and calls at activation. It holds nothing but the way to the rest, which is bundled apart
 * (see lateParts in esbuild.js) and needed from the first file or command on. VS Code waits for the promise before it
 * runs a command or revives a page, so whoever activated the extension finds everything registered.
 *
 * @returns once all parts are at work; rejects when they could not be loaded or made, which VS Code then reports as
 * a failed activation
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { start } = await import('./main');
  start(context);
}
