import * as vscode from 'vscode';
import { type ContactColumn, contactColumns } from '../../core/contact';
import { fieldOf, type ColumnMap, type ColumnSource } from '../../core/mapping/columnMap';
import { lookAt } from '../../core/mapping/fieldLook';
import { withoutIcons } from '../plainText';
import { ask, back, type Place, type Reply } from '../quickInput';
import { askConstant } from './askConstant';
import { askPart } from './askPart';
import type { Mapping } from './mapping';
import { headerLabel, valueLabel } from './sourceLabels';

/** The line that asks for a value of the user's own. */
const ownValue = Symbol('ownValue');

type Choice = { readonly field: number } | { readonly source: ColumnSource } | typeof ownValue;

interface SourceItem extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/**
 * Asks where a column's values come from: a column of the file, shown with what it holds, or a part of it; or one value for
 * all rows.
 */
export async function askSource(
  mapping: Mapping,
  column: ContactColumn,
  draft: Partial<ColumnMap>,
): Promise<Reply<ColumnSource>> {
  const place: Place = { title: vscode.l10n.t('Map Columns: {0}', column), canGoBack: true };
  const current = draft[column];
  for (;;) {
    const choice = await pickSource(mapping, column, draft, place);
    if (choice === undefined || choice === back) return choice;
    const source = await sourceOf(choice);
    if (source !== back) return source;
  }

  async function sourceOf(choice: Choice): Promise<Reply<ColumnSource>> {
    if (choice === ownValue) {
      const value = current && 'constant' in current ? current.constant : '';
      const constant = await askConstant(place, column, value, mapping.needs.phones);
      return constant === undefined || constant === back ? constant : { constant };
    }
    return 'source' in choice ? choice.source : await askPart(mapping, column, choice.field, current, place);
  }
}

async function pickSource(
  { sheet, guess }: Mapping,
  column: ContactColumn,
  draft: Partial<ColumnMap>,
  place: Place,
): Promise<Reply<Choice>> {
  const pick = vscode.window.createQuickPick<SourceItem>();
  pick.placeholder = questionMessage(column);
  pick.matchOnDescription = true;
  const fields = [...sheet.headers.keys()]
    .filter((field) => !sheet.ownFields.includes(field))
    .map((field) => fieldItem(sheet, field, column, draft));
  const values = valueItems(column, draft[column]);
  const between: SourceItem = { label: '', kind: vscode.QuickPickItemKind.Separator };
  pick.items = [...fields, between, ...values];
  const best = bestItem(draft[column] ?? guess.offers[column]?.[0]?.source, fields, values);
  pick.activeItems = best ? [best] : [];
  return await ask<Choice>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const choice = pick.selectedItems[0]?.choice;
      if (choice !== undefined) resolve(choice);
    }),
  ]);
}

function fieldItem(
  sheet: Mapping['sheet'],
  field: number,
  column: ContactColumn,
  draft: Partial<ColumnMap>,
): SourceItem {
  const { samples } = lookAt(sheet, field, 3);
  const usedFor = contactColumns.filter((other) => {
    const source = draft[other];
    return other !== column && source !== undefined && fieldOf(source) === field;
  });
  // Before the values: what there is no room for is cut off at the end.
  const used = usedFor.length > 0 ? `$(arrow-right) ${usedFor.join(', ')}  ` : '';
  const shown =
    samples.length > 0
      ? samples.map((sample) => valueLabel(sample, 24)).join(' · ')
      : vscode.l10n.t('no values');
  return {
    label: withoutIcons(headerLabel(sheet.headers, field)),
    description: `${used}${shown}`,
    choice: { field },
  };
}

/**
 * What a column can be without one of the file. A number belongs to one contact only, so there is none for all rows;
 * the two columns that real lists leave empty may be so.
 */
function valueItems(column: ContactColumn, current: ColumnSource | undefined): SourceItem[] {
  const constant = current && 'constant' in current ? current.constant : '';
  const items: SourceItem[] = [];
  if (column === 'cellPhoneExtension') {
    items.push({
      label: `$(link) ${vscode.l10n.t('Same as the country code')}`,
      choice: { source: { same: 'cellPhoneCountryCode' } },
    });
  }
  if (column !== 'cellPhoneNumber') {
    items.push({
      label: `$(edit) ${vscode.l10n.t('Use one value for all rows…')}`,
      ...(constant !== '' && { description: valueLabel(constant, 60) }),
      choice: ownValue,
    });
  }
  if (column === 'salutation' || column === 'cellPhoneExtension') {
    items.push({
      label: `$(circle-slash) ${vscode.l10n.t('Leave it empty')}`,
      description: vscode.l10n.t('the stream may refuse that'),
      choice: { source: { constant: '' } },
    });
  }
  return items;
}

function bestItem(
  current: ColumnSource | undefined,
  fields: readonly SourceItem[],
  values: readonly SourceItem[],
): SourceItem | undefined {
  const isChosen = ({ choice }: SourceItem) => {
    if (current === undefined) return choice === ownValue;
    if (typeof choice !== 'object') return 'constant' in current && current.constant !== '';
    if ('field' in choice) return choice.field === fieldOf(current);
    return JSON.stringify(choice.source) === JSON.stringify(current);
  };
  return [...fields, ...values].find(isChosen);
}

function questionMessage(column: ContactColumn): string {
  switch (column) {
    case 'firstName':
      return vscode.l10n.t('Which column holds the first name, or the full name?');
    case 'lastName':
      return vscode.l10n.t('Which column holds the last name, or the full name?');
    case 'salutation':
      return vscode.l10n.t('Which column holds the salutation, Mr or Mrs?');
    case 'cellPhoneNumber':
      return vscode.l10n.t('Which column holds the phone number, with its country code or without?');
    case 'cellPhoneCountryCode':
      return vscode.l10n.t(
        'Which column holds the country code, such as +91, the country, or the whole number?',
      );
    case 'cellPhoneExtension':
      return vscode.l10n.t('Which column holds the dialing prefix, such as +91 (not an office extension)?');
  }
}
