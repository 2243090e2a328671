import type * as vscode from 'vscode';

let stop: (() => Promise<void>) | undefined;

/**
 * What VS Code requires and calls at activation. It holds nothing but the way to the rest, which is bundled apart
 * (see lateParts in esbuild.js) and needed from the first file or command on. VS Code waits for the promise before it
 * runs a command or revives a page, so whoever activated the extension finds everything registered.
 *
 * @returns once all parts are at work; rejects when they could not be loaded or made. VS Code writes the reason into
 * its own log; the user is told that something is missing, or would take a list without markers for a good one.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  try {
    const { start } = await import('./main');
    stop = start(context);
  } catch (error) {
    // Known by the name of the import above, or `npm run l10n` would not find the sentence.
    const vscode = await import('vscode');
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Agent Assist Contacts could not start. Installing it again may help.'),
    );
    throw error;
  }
}

/** VS Code waits for it, some seconds at the most, before the window is closed or loaded again. */
export async function deactivate(): Promise<void> {
  await stop?.();
}
