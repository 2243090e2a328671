import * as vscode from 'vscode';
import type { KnownImport, Outcome } from '../../core/delivery/index';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import { fileName, shownName } from '../files';
import { summary } from '../sending/outcomeMessages';
import type { Ledgers } from '../ledgers';
import { UserError } from '../errors';

/**
 * The import that a command is about: the one that its argument names, or one that the user chooses among those with
 * rows of these outcomes. `undefined` when the user gives up.
 * @throws UserError when there is none
 */
export async function chosenRun(
  argument: unknown,
  ledgers: Ledgers,
  ...wanted: readonly Outcome[]
): Promise<string | undefined> {
  if (typeof argument === 'string') return argument;
  const { history } = await ledgers.open();
  const runs = (await history.all()).filter(
    ({ isAlive, record }) => !isAlive && !record.forgotten && record.count(...wanted) > 0,
  );
  if (runs.length === 0) {
    throw new UserError(vscode.l10n.t('There is no import of which such rows are left.'));
  }
  return await pick(runs, ledgers);
}

interface RunItem extends vscode.QuickPickItem {
  readonly id: string;
}

async function pick(runs: readonly KnownImport[], ledgers: Ledgers): Promise<string | undefined> {
  const quickPick = vscode.window.createQuickPick<RunItem>();
  quickPick.title = vscode.l10n.t('Imports With Rows Left');
  quickPick.placeholder = vscode.l10n.t('Which import?');
  quickPick.matchOnDetail = quickPick.matchOnDescription = true;
  const forgetting = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: vscode.l10n.t('Forget: Do Not Offer It Again'),
  };
  quickPick.items = runs.map(({ record }) => ({ ...itemOf(record), buttons: [forgetting] }));
  try {
    return await new Promise<string | undefined>((resolve) => {
      quickPick.onDidAccept(() => resolve(quickPick.selectedItems[0]?.id));
      quickPick.onDidHide(() => resolve(undefined));
      quickPick.onDidTriggerItemButton(async ({ item }) => {
        quickPick.items = quickPick.items.filter(({ id }) => id !== item.id);
        await forgetRun(item.id, ledgers);
      });
      quickPick.show();
    });
  } finally {
    quickPick.dispose();
  }
}

/** What is left of the import is not offered any more; what it created is still known. */
export async function forgetRun(id: string, ledgers: Ledgers): Promise<void> {
  const { forget } = await loadDelivery();
  await forget((await ledgers.open()).store, id);
}

function itemOf({ begun, outcomes }: KnownImport['record']): RunItem {
  return {
    id: begun.id,
    label: runName({ begun, outcomes }),
    description: new Date(begun.at).toLocaleString(),
    detail: summary(countsOf(outcomes)),
  };
}

/** "contacts.csv → Support". */
export function runName({ begun }: Pick<KnownImport['record'], 'begun' | 'outcomes'>): string {
  const uri = vscode.Uri.parse(begun.file.uri);
  const stream = begun.stream.sandbox ? 'SANDBOX' : plainText(begun.stream.name);
  return `${fileName(uri) === '' ? uri.toString() : shownName(uri)} → ${stream}`;
}

/** How many rows have each outcome. */
export function countsOf(outcomes: readonly Outcome[]): Readonly<Record<Outcome, number>> {
  const counts = { created: 0, notReturned: 0, refused: 0, unknown: 0, present: 0, absent: 0, notSent: 0 };
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}
