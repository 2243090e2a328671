import * as vscode from 'vscode';
import { type ContactColumn, contactColumns } from '../../core/contact';
import type { CheckedMapping } from '../../core/mapping/checkMapping';
import { isComplete, type ColumnMap } from '../../core/mapping/columnMap';
import { withOffers, type Guess } from '../../core/mapping/guess';
import { withSource } from '../../core/mapping/withSource';
import { ask, back, type Place, type Reply } from '../quickInput';
import { askSource } from './askSource';
import { columnItem } from './columnItem';
import { heldCount } from './heldMessages';
import type { Mapping } from './mapping';
import { showPreview } from './preview';

type Draft = Partial<ColumnMap>;

type Choice = ContactColumn | 'accept' | 'suggestions' | 'preview';

interface OverviewItem extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/**
 * Shows where each of the six columns comes from, all at once, until the user accepts it; choosing one changes it.
 * @param known the map of last time; else it stands on what the file suggests
 * @returns `undefined` when the user gives up
 */
export async function askColumns(
  mapping: Mapping,
  known: ColumnMap | undefined,
): Promise<ColumnMap | undefined> {
  const { offers } = mapping.guess;
  let draft: Draft = known ?? mapping.guess.columns;
  let active: Choice | undefined;
  for (;;) {
    const choice = await pickColumn(mapping, { columns: draft, offers }, active);
    if (choice === undefined || choice === back) return undefined;
    active = choice;
    if (choice === 'suggestions') {
      draft = withOffers({ columns: draft, offers });
      active = undefined;
    } else if (choice === 'accept' || choice === 'preview') {
      if (!isComplete(draft)) continue;
      if (choice === 'accept') return draft;
      const reply = await showPreview(mapping, draft);
      if (reply === undefined) return undefined;
      if (reply !== back) return draft;
    } else {
      const source = await askSource(mapping, choice, draft);
      if (source === undefined) return undefined;
      if (source === back) continue;
      draft = withSource(draft, choice, source);
      active = undefined;
    }
  }
}

async function pickColumn(
  mapping: Mapping,
  guess: Guess,
  active: Choice | undefined,
): Promise<Reply<Choice>> {
  const draft: Draft = guess.columns;
  const place: Place = { title: vscode.l10n.t('Map Columns') };
  const pick = vscode.window.createQuickPick<OverviewItem>();
  pick.placeholder = vscode.l10n.t('Where each column comes from. Choose one to change it.');
  pick.matchOnDescription = true;
  const columns = contactColumns.map((column) => columnItem(mapping, column, guess));
  const show = (checked?: CheckedMapping) => {
    // While it is checked the user may have moved.
    const now = pick.activeItems[0]?.choice ?? active;
    const items = [...actions(draft, guess, checked), separator, ...columns];
    pick.items = items;
    const isNext = ({ choice }: OverviewItem) =>
      choice !== undefined && (!isColumn(choice) || draft[choice] === undefined);
    const item = items.find(({ choice }) => choice !== undefined && choice === now) ?? items.find(isNext);
    pick.activeItems = item ? [item] : [];
  };
  show();
  const ended = new AbortController();
  if (isComplete(draft)) {
    pick.busy = true;
    void mapping.check(draft, ended.signal).then((checked) => {
      if (ended.signal.aborted) return;
      pick.busy = false;
      show(checked);
    });
  }
  try {
    return await ask<Choice>(pick, place, (resolve) => [
      pick.onDidAccept(() => {
        const choice = pick.selectedItems[0]?.choice;
        if (choice !== undefined) resolve(choice);
      }),
    ]);
  } finally {
    ended.abort();
  }
}

function isColumn(choice: Choice): choice is ContactColumn {
  return contactColumns.some((column) => column === choice);
}

const separator: OverviewItem = { label: '', kind: vscode.QuickPickItemKind.Separator };

/** What can be done with the map as it is. */
function actions(draft: Draft, guess: Guess, checked: CheckedMapping | undefined): readonly OverviewItem[] {
  if (isComplete(draft)) {
    const held = checked?.held.size ?? 0;
    return [
      {
        label: `$(check) ${vscode.l10n.t('Continue with These Columns')}`,
        description: vscode.l10n.t('nothing is sent before you confirm it'),
        choice: 'accept',
        alwaysShow: true,
      },
      {
        label: `$(eye) ${vscode.l10n.t('Preview')}`,
        ...(held > 0 && { description: heldCount(held) }),
        choice: 'preview',
        alwaysShow: true,
      },
    ];
  }
  const suggested = contactColumns.filter((column) => draft[column] === undefined && guess.offers[column]);
  if (suggested.length === 0) return [];
  return [
    {
      label: `$(lightbulb) ${vscode.l10n.t('Use the Suggestions')}`,
      description: suggested.join(', '),
      choice: 'suggestions',
      alwaysShow: true,
    },
  ];
}
