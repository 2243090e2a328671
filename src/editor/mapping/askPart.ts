import * as vscode from 'vscode';
import type { ContactColumn } from '../../core/contact';
import { fieldOf, usualNameReading, type ColumnSource, type NamePart } from '../../core/mapping/columnMap';
import { lookAt } from '../../core/mapping/fieldLook';
import { distinctValues } from '../../core/mapping/salutations';
import { isNamePart, isNumberPart } from '../../core/mapping/withSource';
import { withoutIcons } from '../plainText';
import { ask, back, type Place, type Reply } from '../quickInput';
import { askCountry } from './askCountry';
import { askNameReading } from './askNameReading';
import { askTable } from './askTable';
import type { Mapping } from './mapping';
import { headerLabel, valueLabel } from './sourceLabels';

/** What of a field becomes a column's value. */
type Part = 'whole' | 'table' | 'countryCallingCode' | 'callingCode' | 'nationalNumber' | NamePart['part'];

/** The parts that a column may come from, in the order in which they are shown. */
const partsOf: Readonly<Record<ContactColumn, readonly Part[]>> = {
  firstName: ['whole', 'firstName'],
  lastName: ['whole', 'lastName'],
  salutation: ['whole', 'table', 'salutation'],
  cellPhoneNumber: ['whole', 'nationalNumber'],
  cellPhoneCountryCode: ['whole', 'callingCode', 'countryCallingCode'],
  cellPhoneExtension: ['whole', 'callingCode', 'countryCallingCode'],
};

interface PartItem extends vscode.QuickPickItem {
  readonly part: Part;
}

/** Asks whether a field is taken as it stands, or which part of it, and how that is read. */
export async function askPart(
  mapping: Mapping,
  column: ContactColumn,
  field: number,
  current: ColumnSource | undefined,
  place: Place,
): Promise<Reply<ColumnSource>> {
  const { columns, offers } = mapping.guess;
  const sources = [current, columns[column], ...(offers[column] ?? []).map(({ source }) => source)];
  // The one that it has, else what the file suggests for it.
  const known: ColumnSource | undefined = sources.find(
    (source) => source !== undefined && fieldOf(source) === field,
  );
  for (;;) {
    const part = await pickPart(mapping, column, field, known, place);
    if (part === undefined || part === back) return part;
    const source = await sourceOf(part);
    if (source !== back) return source;
  }

  async function sourceOf(part: Part): Promise<Reply<ColumnSource>> {
    switch (part) {
      case 'whole':
        return { field };
      case 'table': {
        const start = known && 'table' in known ? known.table : undefined;
        const table = await askTable(mapping, field, start, place);
        return table === undefined || table === back ? table : { field, table };
      }
      case 'countryCallingCode':
        return { field, part };
      case 'callingCode':
      case 'nationalNumber': {
        const country = await askCountry(
          mapping,
          field,
          known && isNumberPart(known) ? known.country : undefined,
          place,
        );
        if (country === undefined || country === back) return country;
        return country === 'none' ? { field, part } : { field, part, country };
      }
      case 'firstName':
      case 'lastName':
      case 'salutation': {
        const start = known && isNamePart(known) ? known : usualNameReading;
        const reading = await askNameReading(mapping, field, start, place);
        return reading === undefined || reading === back ? reading : { field, part, ...reading };
      }
    }
  }
}

async function pickPart(
  { sheet }: Mapping,
  column: ContactColumn,
  field: number,
  known: ColumnSource | undefined,
  place: Place,
): Promise<Reply<Part>> {
  const pick = vscode.window.createQuickPick<PartItem>();
  const samples = lookAt(sheet, field, 2).samples.map((sample) => valueLabel(sample, 30));
  pick.placeholder = vscode.l10n.t(
    'Which part of “{0}” is {1}? {2}',
    withoutIcons(headerLabel(sheet.headers, field)),
    column,
    samples.join(' · '),
  );
  pick.items = partsOf[column]
    .filter((part) => part !== 'table' || distinctValues(sheet, field) !== undefined)
    .map((part) => ({ label: partLabel(part), description: partExample(part), part }));
  // A number as it is may hold its country code.
  const usual: Part = column === 'cellPhoneNumber' ? 'nationalNumber' : 'whole';
  const now = known === undefined ? usual : partNow(known);
  pick.activeItems = pick.items.filter(({ part }) => part === now);
  return await ask<Part>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const part = pick.selectedItems[0]?.part;
      if (part !== undefined) resolve(part);
    }),
  ]);
}

function partNow(source: ColumnSource): Part {
  if ('part' in source) return source.part;
  return 'table' in source ? 'table' : 'whole';
}

function partLabel(part: Part): string {
  switch (part) {
    case 'whole':
      return vscode.l10n.t('The whole cell as it is');
    case 'table':
      return vscode.l10n.t('Mr or Mrs, chosen for each value…');
    case 'countryCallingCode':
      return vscode.l10n.t('The country code of the country in it');
    case 'callingCode':
      return vscode.l10n.t('The country code of the phone number in it…');
    case 'nationalNumber':
      return vscode.l10n.t('The phone number in it, without its country code…');
    case 'firstName':
      return vscode.l10n.t('The first name in a full name…');
    case 'lastName':
      return vscode.l10n.t('The last name in a full name…');
    case 'salutation':
      return vscode.l10n.t('The salutation in a full name…');
  }
}

function partExample(part: Part): string {
  switch (part) {
    case 'whole':
      return '';
    case 'table':
      return 'Frau → Mrs';
    case 'countryCallingCode':
      return 'IN, IND, India → +91';
    case 'callingCode':
      return '+91 98765 43210 → +91';
    case 'nationalNumber':
      return '+91 98765 43210 → 9876543210';
    case 'firstName':
      return 'Mr John Smith → John';
    case 'lastName':
      return 'Mr John Smith → Smith';
    case 'salutation':
      return 'Mr John Smith → Mr';
  }
}
