import * as vscode from 'vscode';
import { fullId } from './commandIds';
import { UserError } from './errors';
import { shownName } from './files';

/**
 * The error when an import's file is not where it was: it offers to choose it.
 * @param again does what was asked for with the file that was chosen; nothing is offered without it
 */
export function fileMissing(
  uri: vscode.Uri,
  importId: string,
  again: ((chosen: vscode.Uri) => Thenable<unknown>) | undefined,
): UserError {
  if (uri.scheme === 'untitled') return listDiscarded(uri, importId, again !== undefined);
  if (again === undefined) return new UserError(vscode.l10n.t('{0} was not found.', shownName(uri)));
  return new UserError(
    vscode.l10n.t('{0} was not found. If it was renamed or moved, choose it.', shownName(uri)),
    {
      label: vscode.l10n.t('Choose the File…'),
      run: async () => {
        const chosen = await vscode.commands.executeCommand(fullId('chooseFile'), importId);
        if (chosen instanceof vscode.Uri) await again(chosen);
      },
    },
  );
}

/** A list that was never saved is nowhere to choose: its rows are in the results of its import alone. */
function listDiscarded(uri: vscode.Uri, importId: string, goesOn: boolean): UserError {
  const name = shownName(uri);
  if (!goesOn) return new UserError(vscode.l10n.t('{0} was closed without being saved.', name));
  return new UserError(
    vscode.l10n.t(
      '{0} was closed without being saved. Export its results as CSV and send that file: rows that are on the stream are skipped.',
      name,
    ),
    {
      label: vscode.l10n.t('Export Results…'),
      run: () => vscode.commands.executeCommand(fullId('exportResults'), importId),
    },
  );
}
