import * as vscode from 'vscode';
import type { Results } from '../../protocol/results';
import { shownName, shownPath } from '../files';

/** Title of a tab of results: the file's name, with its path where that is another file's name too. */
export function resultsTitle({ fileUri }: Results, isAmbiguous: boolean): string {
  const uri = vscode.Uri.parse(fileUri);
  return vscode.l10n.t('{0} (Results)', isAmbiguous ? shownPath(uri) : shownName(uri));
}

/** Why nothing but saving is offered of an import to a sandbox that does not run in this window. */
export function sandboxGoneMessage(): string {
  return vscode.l10n.t(
    'The sandbox of this import is stopped or runs in another window. Its rows can no longer be looked up or sent from here.',
  );
}
