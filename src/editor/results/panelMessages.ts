import * as vscode from 'vscode';
import type { Results } from '../../protocol/results';
import { shownName, shownPath } from '../files';
import { plainText } from '../plainText';

/** Which other tabs there are. */
export interface OtherTabs {
  /** One about another file of the same name. */
  readonly hasOtherFile: boolean;
  /** One about an import of the same file to another stream. */
  readonly hasOtherStream: boolean;
}

/** Title of a tab of results: the file's name, with its path and its stream where these tell it from others. */
export function resultsTitle(
  { fileUri, streamName, sandbox }: Pick<Results, 'fileUri' | 'streamName' | 'sandbox'>,
  { hasOtherFile, hasOtherStream }: OtherTabs,
): string {
  const uri = vscode.Uri.parse(fileUri);
  const file = hasOtherFile ? shownPath(uri) : shownName(uri);
  if (!hasOtherStream) return vscode.l10n.t('{0} (Results)', file);
  return vscode.l10n.t('{0} → {1} (Results)', file, sandbox ? 'SANDBOX' : plainText(streamName, 60));
}

/** Why nothing but saving is offered of an import to a sandbox that does not run in this window. */
export function sandboxGoneMessage(): string {
  return vscode.l10n.t(
    'The sandbox of this import is stopped or runs in another window. Its rows can no longer be looked up or sent from here.',
  );
}
