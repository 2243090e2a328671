import * as vscode from 'vscode';
import { shownName } from '../files';
import { UserError } from '../errors';

/** The error when a file is not the one any more that was checked. */
export function changedMeanwhile(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t('{0} was changed in the meantime, so nothing was sent. Send it again.', shownName(uri)),
  );
}
