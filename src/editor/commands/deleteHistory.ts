import * as vscode from 'vscode';
import { tryAgain, UserError } from '../errors';
import type { RowOutcomes } from '../checking/rowOutcomes';
import type { Ledgers } from '../ledgers';
import type { ResultsPanels } from '../results/resultsPanels';
import type { State } from '../state';
import type { Handler } from '../commandIds';

/**
 * Delete History: the returned contacts that are kept for a reload, the ledgers of imports, how headers were mapped, and
 * which files are contact lists, and how their problems are reported. The stream's contacts stay.
 */
export function deleteHistory(
  panels: ResultsPanels,
  ledgers: Ledgers,
  outcomes: Pick<RowOutcomes, 'forgetAll'>,
  state: Pick<State, 'forgetColumnMaps' | 'forgetSaid' | 'forgetRules' | 'forgetClearedMarks'>,
): Handler {
  return async () => {
    const remove = vscode.l10n.t('Delete');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Delete the import history, all results and all column maps from this computer?'),
      {
        modal: true,
        detail: vscode.l10n.t(
          'Interrupted imports can no longer be resumed, and rows you sent before are no longer recognised. Contacts on the stream are not affected.',
        ),
      },
      remove,
    );
    if (choice !== remove) return;
    if (await ledgers.areInUse()) throw importGoesOn();
    await panels.forget();
    await state.forgetColumnMaps();
    await state.forgetSaid();
    await state.forgetRules();
    await state.forgetClearedMarks();
    outcomes.forgetAll();
    // Last, for the secret storage may fail; and an import may have begun in another window meanwhile.
    if (!(await ledgers.clear())) throw importGoesOn();
  };
}

function importGoesOn(): UserError {
  return new UserError(
    vscode.l10n.t('An import is running, perhaps in another window. Delete the history when it has ended.'),
    tryAgain(),
  );
}
