import * as vscode from 'vscode';
import type { Handler } from '../commandIds';
import { counted } from '../counted';
import type { State } from '../state';
import { toast } from '../toast';

/** Forget Column Maps: the next file is mapped as if its header had never been seen. */
export function forgetColumnMaps(state: Pick<State, 'columnMapCount' | 'forgetColumnMaps'>): Handler {
  return async () => {
    const count = state.columnMapCount;
    await state.forgetColumnMaps();
    void toast('information', forgottenMessage(count));
  };
}

function forgottenMessage(count: number): string {
  if (count === 0) return vscode.l10n.t('No column maps are remembered in this workspace.');
  return counted(
    vscode.l10n.t(
      '{count, plural, one {# column map is} other {# column maps are}} deleted. You are asked about their columns again.',
    ),
    { count },
  );
}
