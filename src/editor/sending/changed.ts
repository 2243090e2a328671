import * as vscode from 'vscode';
import { UserError } from '../commands/run';
import { shownName } from './files';

/** The error when a file is not the one any more that was checked. */
export function changedMeanwhile(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t('{0} was changed in the meantime, so nothing was sent. Send it again.', shownName(uri)),
  );
}
