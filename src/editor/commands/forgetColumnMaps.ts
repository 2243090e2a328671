import * as vscode from 'vscode';
import type { Handler } from '../commandIds';
import type { State } from '../state';

/** Forget Column Maps: the next file is mapped as if its header had never been seen. */
export function forgetColumnMaps(state: Pick<State, 'columnMapCount' | 'forgetColumnMaps'>): Handler {
  return async () => {
    const count = state.columnMapCount;
    await state.forgetColumnMaps();
    void vscode.window.showInformationMessage(forgottenMessage(count));
  };
}

function forgottenMessage(count: number): string {
  if (count === 0) return vscode.l10n.t('No column maps are remembered in this workspace.');
  return count === 1
    ? vscode.l10n.t('1 column map forgotten. The next file with its header is asked for again.')
    : vscode.l10n.t('{0} column maps forgotten. Their headers are asked for again.', count.toLocaleString());
}
