import * as vscode from 'vscode';

/** Where a question stands in its wizard. */
export interface Place {
  /** What VS Code shows with step and total behind it: "Add Stream (2/6)". */
  readonly title: string;
  /** 1-based; absent in a wizard whose questions have no order. */
  readonly step?: number;
  readonly totalSteps?: number;
  /** Whether there is a question to go back to; the first step has none. */
  readonly canGoBack?: boolean;
  /** A button that tells where the answer is found; the question stays open. */
  readonly help?: { readonly label: string; open(): void };
}

/** The user wants the question before. */
export const back = Symbol('back');

/** What a question gives: the answer, one question back, or `undefined` when the user gives up. */
export type Reply<T> = T | typeof back | undefined;

/** One question. Gives the draft with its answer in. */
export interface Step<Draft> {
  /** Left out while this says no. */
  readonly applies?: (draft: Draft) => boolean;
  ask(draft: Draft, place: Place): Promise<Reply<Draft>>;
}

/** Asks one question after another, backwards too; answers given are kept. `undefined` when the user gives up. */
export async function runSteps<Draft>(
  title: string,
  steps: readonly Step<Draft>[],
  draft: Draft,
): Promise<Draft | undefined> {
  let current = draft;
  let at = 0;
  for (;;) {
    // An answer can make a later question necessary, so they are counted anew each time.
    const due = steps.filter((step) => step.applies?.(current) ?? true);
    const step = due[at];
    if (step === undefined) return current;
    const reply = await step.ask(current, placeAt(title, at + 1, due.length));
    if (reply === undefined) return undefined;
    if (reply === back) at = Math.max(0, at - 1);
    else {
      current = reply;
      at += 1;
    }
  }
}

/** A single question is no wizard: VS Code would put "(1/1)" behind its title. */
export function placeAt(title: string, step: number, totalSteps: number): Place {
  return totalSteps === 1 ? { title } : { title, step, totalSteps };
}

/**
 * Shows a quick input and waits for `resolve` to be called, for Back, or for it to be closed. It stays open when
 * the focus leaves: the values are copied from a browser.
 */
export async function ask<T>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  place: Place,
  listen: (resolve: (value: T) => void) => vscode.Disposable[],
): Promise<Reply<T>> {
  const subscriptions: vscode.Disposable[] = [];
  try {
    return await new Promise<Reply<T>>((resolve) => {
      input.title = place.title;
      input.step = place.step;
      input.totalSteps = place.totalSteps;
      input.ignoreFocusOut = true;
      const canGoBack = place.canGoBack ?? (place.step ?? 1) > 1;
      const help = place.help && {
        iconPath: new vscode.ThemeIcon('question'),
        tooltip: place.help.label,
      };
      input.buttons = [...(canGoBack ? [vscode.QuickInputButtons.Back] : []), ...(help ? [help] : [])];
      subscriptions.push(
        input.onDidTriggerButton((button) => {
          if (button === vscode.QuickInputButtons.Back) resolve(back);
          else if (button === help) place.help?.open();
        }),
        input.onDidHide(() => resolve(undefined)),
        ...listen(resolve),
      );
      input.show();
    });
  } finally {
    for (const subscription of subscriptions) subscription.dispose();
    input.dispose();
  }
}
