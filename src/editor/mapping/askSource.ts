import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks/sheet';
import { contactColumns, type ContactColumn } from '../../core/contact/columns';
import type { ColumnMap, ColumnSource } from '../../core/mapping/columnMap';
import { sampleValues } from '../../core/mapping/mapSheet';
import { plainText } from '../plainText';
import { ask, back, type Place, type Reply } from '../quickInput';
import { askConstant } from './askConstant';
import { headerLabel, withoutIcons } from './sourceLabels';

/** The line that asks for a value of the user's own. */
const ownValue = Symbol('ownValue');

interface SourceItem extends vscode.QuickPickItem {
  readonly choice?: ColumnSource | typeof ownValue;
}

/** Asks where a column's values come from: a column of the file, shown with what it holds, or one value for all rows. */
export async function askSource(
  sheet: ContactSheet,
  column: ContactColumn,
  draft: Partial<ColumnMap>,
  { step, totalSteps }: Place,
): Promise<Reply<ColumnSource>> {
  const place: Place = { title: vscode.l10n.t('Map Columns: {0}', column), step, totalSteps };
  const current = draft[column];
  for (;;) {
    const choice = await pickSource(sheet, column, draft, place);
    if (choice !== ownValue) return choice;
    const value = current && 'constant' in current ? current.constant : '';
    const constant = await askConstant(place, column, value);
    if (constant !== back) return constant === undefined ? undefined : { constant };
  }
}

async function pickSource(
  sheet: ContactSheet,
  column: ContactColumn,
  draft: Partial<ColumnMap>,
  place: Place,
): Promise<Reply<ColumnSource | typeof ownValue>> {
  const pick = vscode.window.createQuickPick<SourceItem>();
  pick.placeholder = questionMessage(column);
  pick.matchOnDescription = true;
  const fields = sheet.headers.map((_, field) => fieldItem(sheet, field, column, draft));
  const values = valueItems(column, draft[column]);
  const between: SourceItem = { label: '', kind: vscode.QuickPickItemKind.Separator };
  pick.items = [...fields, between, ...values];
  pick.activeItems = [bestItem(draft[column], fields, values)].filter((item) => item !== undefined);
  return await ask<ColumnSource | typeof ownValue>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const choice = pick.selectedItems[0]?.choice;
      if (choice !== undefined) resolve(choice);
    }),
  ]);
}

function fieldItem(
  sheet: ContactSheet,
  field: number,
  column: ContactColumn,
  draft: Partial<ColumnMap>,
): SourceItem {
  const samples = sampleValues(sheet, field, 3).map((sample) => withoutIcons(plainText(sample, 24)));
  const usedFor = contactColumns.filter((other) => {
    const source = draft[other];
    return other !== column && source && 'field' in source && source.field === field;
  });
  const used = usedFor.length > 0 ? `  $(arrow-right) ${usedFor.join(', ')}` : '';
  const shown = samples.length > 0 ? samples.join(' · ') : vscode.l10n.t('no values');
  return {
    label: withoutIcons(headerLabel(sheet.headers, field)),
    description: `${shown}${used}`,
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
  if (column !== 'cellPhoneNumber') {
    items.push({
      label: `$(edit) ${vscode.l10n.t('Use one value for all rows…')}`,
      ...(constant !== '' && { description: withoutIcons(plainText(constant, 60)) }),
      choice: ownValue,
    });
  }
  if (column === 'salutation' || column === 'cellPhoneExtension') {
    items.push({
      label: `$(circle-slash) ${vscode.l10n.t('Leave it empty')}`,
      description: vscode.l10n.t('the stream may refuse that'),
      choice: { constant: '' },
    });
  }
  return items;
}

function bestItem(
  current: ColumnSource | undefined,
  fields: readonly SourceItem[],
  [own, empty]: readonly SourceItem[],
): SourceItem | undefined {
  if (current === undefined) return own;
  if ('field' in current) return fields[current.field];
  return current.constant === '' ? empty : own;
}

function questionMessage(column: ContactColumn): string {
  switch (column) {
    case 'firstName':
      return vscode.l10n.t('Which column holds the first name?');
    case 'lastName':
      return vscode.l10n.t('Which column holds the last name?');
    case 'salutation':
      return vscode.l10n.t('Which column holds the salutation, Mr or Mrs?');
    case 'cellPhoneNumber':
      return vscode.l10n.t('Which column holds the phone number without its country code?');
    case 'cellPhoneCountryCode':
      return vscode.l10n.t('Which column holds the country calling code, such as +91?');
    case 'cellPhoneExtension':
      return vscode.l10n.t('Which column holds the dialing prefix, such as +91? It is no office extension.');
  }
}
