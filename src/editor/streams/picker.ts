import * as vscode from 'vscode';
import { fullId } from '../commandIds';
import { withoutIcons } from '../plainText';
import { isProtected, type ListedStream } from './listed';

/** What a stream picker is asked to show. */
export interface PickOptions {
  readonly title: string;
  readonly placeholder: string;
  readonly streams: readonly ListedStream[];
  /** Name of the one to stand on. */
  readonly current?: string | undefined;
  /** Offers "Add Stream…" below the streams. */
  readonly offersAdd?: boolean;
  /** Another name for the sandbox's line. */
  readonly sandboxLabel?: string;
}

/** The line that adds a stream was chosen. */
export const addStreamChoice = Symbol('addStream');

type StreamItem = vscode.QuickPickItem & { readonly choice?: ListedStream | typeof addStreamChoice };

/** Asks for a stream; each configured one can be verified and edited from its line. `undefined` when the user gives up. */
export async function pickStream(
  options: PickOptions,
): Promise<ListedStream | typeof addStreamChoice | undefined> {
  const pick = vscode.window.createQuickPick<StreamItem>();
  const verify: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('pass'),
    tooltip: vscode.l10n.t('Verify Stream'),
  };
  const edit: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('edit'),
    tooltip: vscode.l10n.t('Edit Stream'),
  };
  pick.title = options.title;
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = itemsOf(options, [verify, edit]);
  pick.activeItems = pick.items.filter(
    ({ choice }) => typeof choice === 'object' && choice.name === options.current,
  );
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => resolve(pick.selectedItems[0]?.choice));
      pick.onDidHide(() => resolve(undefined));
      pick.onDidTriggerItemButton(({ button, item: { choice } }) => {
        resolve(undefined);
        if (typeof choice !== 'object') return;
        const command = fullId(button === verify ? 'verifyStream' : 'editStream');
        void vscode.commands.executeCommand(command, choice.name);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function itemsOf(options: PickOptions, buttons: readonly vscode.QuickInputButton[]): StreamItem[] {
  const streams = options.streams.map((stream): StreamItem => {
    const selected = stream.name === options.current ? vscode.l10n.t('selected') : '';
    if (stream.sandbox) {
      return {
        label: `$(beaker) ${options.sandboxLabel ?? stream.name}`,
        description: selected,
        detail: vscode.l10n.t(
          'Practice on this computer: nothing leaves it. Stopping it deletes its contacts.',
        ),
        choice: stream,
      };
    }
    return {
      label: `$(${isProtected(stream) ? 'lock' : 'plug'}) ${withoutIcons(stream.name)}`,
      description: selected,
      detail: `${stream.host} · ${stream.streamId}`,
      buttons: [...buttons],
      choice: stream,
    };
  });
  if (!options.offersAdd) return streams;
  return [
    ...streams,
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: `$(add) ${vscode.l10n.t('Add Stream…')}`, choice: addStreamChoice, alwaysShow: true },
  ];
}
