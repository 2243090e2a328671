import type { Log } from './log';
import * as vscode from 'vscode';
import { KeyNotKept } from './secrets';
import { storageMessage } from './storageMessage';
import { withoutPaths } from './withoutPaths';
import { toast } from './toast';

/** What would help, as a button beside the message. */
export interface Remedy {
  readonly label: string;
  readonly run: () => Thenable<unknown>;
  /** Whether it removes the reason, so that the command goes on then. */
  readonly thenAgain?: boolean;
}

/** The command once more, after the user has done what the message asks for. */
export function tryAgain(): Remedy {
  return { label: vscode.l10n.t('Try Again'), run: () => Promise.resolve(), thenAgain: true };
}

/**
 * An error made for people: its message is shown as it is, already in the user's language. Anything else that is
 * thrown is a fault of this extension; it is logged, and the user is told where.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    readonly remedy?: Remedy,
    /** What more there is to know, one sentence a line: the message is then a dialog. */
    readonly detail?: string,
  ) {
    super(message);
  }
}

/**
 * Waits for what must be written down before anything leaves.
 * @throws UserError when the storage does not take it
 */
export async function orNothingSent<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    const aboutStorage = storageMessage(error);
    if (aboutStorage === undefined) throw error;
    throw new UserError(vscode.l10n.t('Nothing was sent: {0}', aboutStorage));
  }
}

/**
 * Shows an error made for people as it is; logs any other one and says where. Does not wait for the user.
 * @param again the command that failed, once more: after a remedy that removes the reason
 */
export function showError(error: unknown, log: Log, again?: () => unknown): void {
  if (error instanceof UserError) {
    showMessage(error, again).catch((failure: unknown) => showError(failure, log));
    return;
  }
  if (error instanceof KeyNotKept) {
    const reload = vscode.l10n.t('Reload Window');
    const message = vscode.l10n.t(
      'VS Code’s secret storage does not keep the key of your imports, so nothing is sent. Unlock your system’s keychain or restart VS Code, then try again.',
    );
    void vscode.window.showErrorMessage(message, reload).then(async (choice) => {
      if (choice === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
    });
    return;
  }
  log.error(errorText(error));
  const openLog = vscode.l10n.t('Open Log');
  const message =
    storageMessage(error) ??
    vscode.l10n.t('Something went wrong inside Agent Assist Contacts. The log has the details.');
  void vscode.window.showErrorMessage(message, openLog).then((choice) => {
    if (choice === openLog) log.show();
  });
}

async function showMessage({ message, remedy, detail }: UserError, again?: () => unknown): Promise<void> {
  const buttons = remedy ? [remedy.label] : [];
  const choice =
    detail === undefined
      ? await toast('error', message, ...buttons)
      : await vscode.window.showErrorMessage(message, { modal: true, detail }, ...buttons);
  if (choice === undefined) return;
  await remedy?.run();
  if (remedy?.thenAgain) await again?.();
}

/** What the log may say of an error that is not for people: its stack, without the user's paths. */
export function errorText(error: unknown): string {
  return withoutPaths(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
