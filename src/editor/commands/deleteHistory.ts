import * as vscode from 'vscode';
import type { ResultsPanel } from '../results/resultsPanel';
import type { Handler } from './run';

/** Delete History: the returned contacts that are kept for a reload. The stream's contacts are not touched. */
export function deleteHistory(panel: ResultsPanel): Handler {
  return async () => {
    const remove = vscode.l10n.t('Delete');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Delete the last results from this machine?'),
      {
        modal: true,
        detail: vscode.l10n.t(
          'The results page closes and cannot be shown again. Contacts on the stream stay as they are.',
        ),
      },
      remove,
    );
    if (choice === remove) await panel.forget();
  };
}
