import * as vscode from 'vscode';
import { withSignal } from '../cancellation';
import { shownName } from '../files';

/** Texts above this length, in UTF-16 units, take so long to mend that something has to move meanwhile, and to be stopped. */
const bigText = 1_000_000;

/** Works a fix out; for a long text behind a notification with Cancel. `undefined` when it was cancelled. */
export async function workOut<T>(
  document: vscode.TextDocument,
  work: (signal: AbortSignal) => Promise<T | undefined>,
): Promise<T | undefined> {
  if (document.getText().length < bigText) return await work(new AbortController().signal);
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Fixing {0}…', shownName(document.uri));
  return await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
    withSignal(token, work),
  );
}
