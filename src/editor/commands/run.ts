import * as vscode from 'vscode';
import type { Log } from '../log';
import { fullId, type CommandId } from './commandIds';

/** What a command does. The arguments are VS Code's own and depend on the menu it was chosen from. */
export type Handler = (...args: unknown[]) => unknown;

/**
 * An error made for people: its message is shown as it is, already in the user's language. Anything else that is
 * thrown is a fault of this extension; it is logged, and the user is told where.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

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

/** Shows an error made for people as it is; logs any other one and says where. Does not wait for the user. */
export function showError(error: unknown, log: Log): void {
  if (error instanceof UserError) {
    void vscode.window.showErrorMessage(error.message);
    return;
  }
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const openLog = vscode.l10n.t('Open Log');
  const message = vscode.l10n.t(
    'Something went wrong inside Agent Assist Contacts. The log has the details.',
  );
  void vscode.window.showErrorMessage(message, openLog).then((choice) => {
    if (choice === openLog) log.show();
  });
}
