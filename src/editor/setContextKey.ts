import * as vscode from 'vscode';
import type { ContextKey } from './contextKeys';

/** Tells VS Code what a key is: the manifest's conditions see it from then on. */
export function setContextKey(key: ContextKey, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `agentassistContacts.${key}`, value);
}
