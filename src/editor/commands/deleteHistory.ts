import * as vscode from 'vscode';
import type { Ledgers } from '../ledgers';
import type { ResultsPanel } from '../results/resultsPanel';
import type { State } from '../state';
import type { Handler } from '../commandIds';

/**
 * Delete History: the returned contacts that are kept for a reload, the ledgers of imports, how headers were mapped, and
 * which files are contact lists, and how their problems are reported. The stream's contacts stay.
 */
export function deleteHistory(
  panel: ResultsPanel,
  ledgers: Ledgers,
  state: Pick<State, 'forgetColumnMaps' | 'forgetSaid' | 'forgetRules'>,
): Handler {
  return async () => {
    const remove = vscode.l10n.t('Delete');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Delete the last results, the ledgers of imports and the remembered columns from this machine?',
      ),
      {
        modal: true,
        detail: vscode.l10n.t(
          'The results page closes and cannot be shown again. Imports that were cut off cannot be resumed, and rows that were sent before are no longer recognised. Contacts on the stream stay as they are.',
        ),
      },
      remove,
    );
    if (choice !== remove) return;
    await panel.forget();
    await ledgers.clear();
    await state.forgetColumnMaps();
    await state.forgetSaid();
    await state.forgetRules();
  };
}
