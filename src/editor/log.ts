import * as vscode from 'vscode';

/**
 * The extension's one log. It shows counts, sizes, status, times and request ids; never a token, a secret, a name
 * or a number, and never the server's own words, which may hold any of them.
 */
export type Log = Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error' | 'debug' | 'show'>;

/** Makes the log channel; the caller disposes of it. */
export function createLog(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('Agent Assist Contacts', { log: true });
}
