import * as vscode from 'vscode';
import { ask, type Place, type Reply } from '../quickInput';

/** One answer, as a line of a quick pick. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for one of a few answers. The one that is `current` has the focus, else the first. */
export async function askChoice<T>(
  place: Place,
  placeholder: string,
  choices: readonly Choice<T>[],
  current?: T,
): Promise<Reply<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.items = choices;
  // None would be told to have none, rather than the first.
  pick.activeItems = (
    current === undefined ? choices : choices.filter(({ value }) => value === current)
  ).slice(0, 1);
  return await ask<T>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) resolve(chosen.value);
    }),
  ]);
}
