import * as vscode from 'vscode';
import type { FollowUpAction, ImportRecord, Outcome, ToldCounts } from '../../core/delivery/index';
import { shownMoment } from '../counted';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import { fileName, shownName } from '../files';
import { importIdOf } from '../importId';
import { summaryMessage } from '../sending/outcomeMessages';
import type { Ledgers } from '../ledgers';
import type { SandboxStream } from '../streams/sandbox';
import { UserError } from '../errors';

/**
 * The import that a command is about: the one that its argument names, or one that the user chooses among those with
 * rows for this action. `undefined` when the user gives up.
 * @param sandbox for an action that needs the stream: imports to one that is stopped are not offered
 * @throws UserError when there is none
 */
export async function pickImport(
  argument: unknown,
  ledgers: Ledgers,
  action: FollowUpAction,
  sandbox?: Pick<SandboxStream, 'isGone'>,
): Promise<string | undefined> {
  const named = importIdOf(argument);
  if (named !== undefined) return named;
  const { actionOutcomes } = await loadDelivery();
  const { history } = await ledgers.open();
  const records: ImportRecord[] = [];
  const wanted = actionOutcomes[action];
  const isSaved = ({ toldCounts }: ImportRecord) => action === 'saveRest' && (toldCounts.otherNames ?? 0) > 0;
  // Those under another name are among the ones that were found.
  for (const { isAlive, record } of await history.withRows(
    ...wanted,
    ...(action === 'saveRest' ? ['present' as const] : []),
  ))
    if (
      !isAlive &&
      !record.forgotten &&
      sandbox?.isGone(record.begun.stream) !== true &&
      (action !== 'findRefused' || record.hasRefusedWhole) &&
      (isSaved(record) || (await isAnyLeft(record, ledgers, wanted)))
    )
      records.push(record);
  if (records.length === 0) {
    throw new UserError(
      action === 'findRefused'
        ? vscode.l10n.t('No import has refused rows to find.')
        : vscode.l10n.t('No import has rows left to send.'),
    );
  }
  return await pick(
    records.map((record) => itemOf(record, record.toldCounts)),
    ledgers,
  );
}

/** Whether an import has rows with these outcomes that no other import has brought to the stream. */
export async function isAnyLeft(
  record: ImportRecord,
  ledgers: Ledgers,
  outcomes: readonly Outcome[],
): Promise<boolean> {
  // Nearly all have none, and the others are not read for them.
  if (record.count(...outcomes) === 0) return false;
  const { countLeft } = await loadDelivery();
  const { history } = await ledgers.open();
  const { id, stream, key } = record.begun;
  const hashes = () => record.hashesOf(...outcomes);
  const earlier = await history.earlierOn(stream, key, hashes, id);
  return (await countLeft(record, earlier, ...outcomes)) > 0;
}

interface ImportItem extends vscode.QuickPickItem {
  readonly id: string;
}

async function pick(items: readonly ImportItem[], ledgers: Ledgers): Promise<string | undefined> {
  const quickPick = vscode.window.createQuickPick<ImportItem>();
  quickPick.title = vscode.l10n.t('Imports with Rows Left');
  quickPick.placeholder = vscode.l10n.t('Choose an import');
  quickPick.matchOnDetail = quickPick.matchOnDescription = true;
  const forgetting = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: vscode.l10n.t('Forget Import'),
  };
  quickPick.items = items.map((item) => ({ ...item, buttons: [forgetting] }));
  try {
    return await new Promise<string | undefined>((resolve) => {
      quickPick.onDidAccept(() => resolve(quickPick.selectedItems[0]?.id));
      quickPick.onDidHide(() => resolve(undefined));
      quickPick.onDidTriggerItemButton(async ({ item }) => {
        quickPick.items = quickPick.items.filter(({ id }) => id !== item.id);
        await forgetImport(item.id, ledgers);
      });
      quickPick.show();
    });
  } finally {
    quickPick.dispose();
  }
}

/** What is left of the import is not offered any more; what it created is still known. */
export async function forgetImport(id: string, ledgers: Ledgers): Promise<void> {
  const { forget } = await loadDelivery();
  await forget((await ledgers.open()).store, id);
  ledgers.changed();
}

function itemOf(record: ImportRecord, counts: ToldCounts): ImportItem {
  const { begun } = record;
  return {
    id: begun.id,
    label: importLabel(record),
    description: shownMoment(new Date(begun.at)),
    detail: summaryMessage(counts),
  };
}

/** "contacts.csv → Support". */
export function importLabel({ begun, fileUri }: ImportRecord): string {
  const uri = vscode.Uri.parse(fileUri);
  const stream = begun.stream.sandbox ? 'SANDBOX' : plainText(begun.stream.name);
  return `${fileName(uri) === '' ? uri.toString() : shownName(uri)} → ${stream}`;
}
