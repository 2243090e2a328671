import * as vscode from 'vscode';
import { contactColumns, type ContactColumn } from '../../core/contact/columns';
import type { CheckedMapping } from '../../core/mapping/checkMapping';
import { isComplete, fieldOf, type ColumnMap, type ColumnSource } from '../../core/mapping/columnMap';
import { lookAt } from '../../core/mapping/fieldLook';
import { withOffers, type Guess, type OfferReason } from '../../core/mapping/guessColumns';
import { mapRow } from '../../core/mapping/mapRow';
import { withSource } from '../../core/mapping/withSource';
import { withoutIcons } from '../plainText';
import { ask, back, type Place, type Reply } from '../quickInput';
import { askSource } from './askSource';
import { rowCount } from './askTable';
import type { Mapping } from './mapping';
import { showPreview } from './preview';
import { sourceLabel, valueLabel } from './sourceLabels';

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
  const columns = contactColumns.map((column) => columnItem(mapping, column, draft, guess));
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
        ...(held > 0 && { description: vscode.l10n.t('{0} held back', rowCount(held)) }),
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

const mostSamples = 3;

function columnItem(mapping: Mapping, column: ContactColumn, draft: Draft, guess: Guess): OverviewItem {
  const { sheet } = mapping;
  const source = draft[column];
  if (source !== undefined) {
    const samples = samplesOf(mapping, column, source, draft);
    return {
      label: column,
      description: `← ${withoutIcons(sourceLabel(source, sheet.headers))}`,
      detail: [...filledLabel(mapping, source), ...samples].join('  ·  '),
      choice: column,
    };
  }
  const offer = guess.offers[column]?.[0];
  return {
    label: column,
    description: `$(warning) ${vscode.l10n.t('choose where it comes from')}`,
    detail: offer
      ? vscode.l10n.t(
          'Suggested: {0} ({1})',
          withoutIcons(sourceLabel(offer.source, sheet.headers)),
          offerLabel(offer.reason),
        )
      : vscode.l10n.t('No column is known to hold it.'),
    choice: column,
  };
}

function filledLabel({ sheet }: Mapping, source: ColumnSource): readonly string[] {
  const field = fieldOf(source);
  if (field === undefined) return [];
  const { filled } = lookAt(sheet, field, 0);
  return [vscode.l10n.t('{0} filled', filled.toLocaleString(vscode.env.language, { style: 'percent' }))];
}

/** The first values as they will be sent: those of the column by itself, while others have no source. */
function samplesOf(
  { sheet, needs }: Mapping,
  column: ContactColumn,
  source: ColumnSource,
  draft: Draft,
): readonly string[] {
  if ('constant' in source) return [];
  const none: ColumnSource = { constant: '' };
  const rest = Object.fromEntries(contactColumns.map((other) => [other, draft[other] ?? none])) as ColumnMap;
  const samples: string[] = [];
  const last = Math.min(sheet.recordCount, mostLooked);
  for (let record = 1; record < last && samples.length < mostSamples; record++) {
    if (!sheet.isRow(record)) continue;
    const value = mapRow(sheet, rest, record, needs).values[column];
    if (value !== '') samples.push(valueLabel(value, 24));
  }
  return samples;
}

const mostLooked = 200;

function offerLabel(reason: OfferReason): string {
  switch (reason) {
    case 'similarName':
      return vscode.l10n.t('the name is similar');
    case 'untellingValues':
      return vscode.l10n.t('the name fits, no value confirms it');
    case 'values':
      return vscode.l10n.t('its values fit');
    case 'fullName':
      return vscode.l10n.t('see how names are split in the preview');
    case 'country':
      return vscode.l10n.t('it may be the country of an address');
    case 'someNumbers':
      return vscode.l10n.t('few numbers have one');
  }
}
