import * as vscode from 'vscode';
import type { Handler } from '../commandIds';
import { counted } from '../counted';
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
  return counted(
    vscode.l10n.t(
      '{count, plural, =0 {No column maps are remembered in this workspace.} one {# column map forgotten. Files with its header are asked about again.} other {# column maps forgotten. Files with their headers are asked about again.}}',
    ),
    { count },
  );
}
