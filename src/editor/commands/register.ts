import * as vscode from 'vscode';
import type { Log } from '../log';
import { fullId, type CommandId, type Handler } from '../commandIds';
import { showError } from '../errors';

/** Registers every command of the table; one place shows what went wrong. */
export function registerCommands(
  handlers: Readonly<Record<CommandId, Handler>>,
  log: Log,
): vscode.Disposable {
  const registrations = Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(fullId(id as CommandId), async (...args: unknown[]) => {
      try {
        return await handler(...args);
      } catch (error) {
        showError(error, log);
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}
