import * as vscode from 'vscode';
import { UserError } from '../errors';
import type { Handler } from '../commandIds';
import { forgetImport as forget, importLabel } from '../history/pickImport';
import { importIdOf } from '../importId';
import type { Ledgers } from '../ledgers';
import type { ResultsPanels } from '../results/resultsPanels';

/** Forget Import…: what is left of it is not offered any more. For an item of the list of imports. */
export function forgetImport(ledgers: Ledgers, panels: Pick<ResultsPanels, 'withdraw'>): Handler {
  return async (item) => {
    const id = importIdOf(item);
    if (id === undefined) return;
    const { history } = await ledgers.open();
    const known = await history.read(id);
    if (known === undefined) throw new UserError(vscode.l10n.t('This import is no longer in the history.'));
    const button = vscode.l10n.t('Forget');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Forget the import {0}?', importLabel(known.record)),
      {
        modal: true,
        detail: vscode.l10n.t(
          'You can no longer resume it. Its marks in the file stay, and its rows are still recognised when you send them again.',
        ),
      },
      button,
    );
    if (choice !== button) return;
    await forget(id, ledgers);
    await panels.withdraw(id);
  };
}
