import { env, l10n } from 'vscode';
import { contactColumns } from '../../core/contact';
import type { ColumnMap, ColumnSource, CountrySource, SalutationTable } from '../../core/mapping/columnMap';
import { plainText, withoutIcons } from '../plainText';

/** A column of the file as messages and quick picks name it; one without a name by its place. */
export function headerLabel(headers: readonly string[], field: number): string {
  const name = plainText(headers[field] ?? '', 60);
  return name === '' ? l10n.t('column {0}', field + 1) : name;
}

/** One line for each of the six columns: `lastName ← Surname`. */
export function mappingLines(map: ColumnMap, headers: readonly string[]): readonly string[] {
  return contactColumns.map((column) => `${column} ← ${sourceLabel(map[column], headers)}`);
}

/** Where a column's values come from, in a few words. */
export function sourceLabel(source: ColumnSource, headers: readonly string[]): string {
  if ('same' in source) return l10n.t('same as {0}', source.same);
  if ('constant' in source) {
    if (source.constant === '') return l10n.t('left empty');
    return l10n.t('“{0}” in all rows', plainText(source.constant, 60));
  }
  const header = headerLabel(headers, source.field);
  if ('table' in source) return [header, tableLabel(source.table)].filter((part) => part !== '').join(': ');
  if (!('part' in source)) return header;
  switch (source.part) {
    case 'callingCode':
      return source.country === undefined
        ? l10n.t('country code in “{0}”', header)
        : l10n.t('country code in “{0}”; without one: {1}', header, countryLabel(source.country, headers));
    case 'nationalNumber':
      return l10n.t('number in “{0}”', header);
    case 'countryCallingCode':
      return l10n.t('country code of the country in “{0}”', header);
    case 'firstName':
      return source.order === 'givenFirst'
        ? l10n.t('first name in “{0}”', header)
        : l10n.t('first name in “{0}”, where the last name comes first', header);
    case 'lastName':
      return l10n.t('last name in “{0}”', header);
    case 'salutation':
      return l10n.t('salutation in “{0}”', header);
  }
}

function countryLabel(country: CountrySource, headers: readonly string[]): string {
  if ('field' in country) return l10n.t('country in “{0}”', headerLabel(headers, country.field));
  return (
    new Intl.DisplayNames([env.language, 'en'], { type: 'region' }).of(country.constant) ?? country.constant
  );
}

const mostNamed = 4;

/** `Herr → Mr, Frau → Mrs`: what becomes something else. */
function tableLabel(table: SalutationTable): string {
  const changed = Object.entries(table).filter(([value, sent]) => sent !== 'asIs' && sent !== value);
  const named = changed
    .slice(0, mostNamed)
    .map(([value, sent]) => `${valueLabel(value)} → ${sentLabel(sent)}`);
  return [...named, ...(changed.length > mostNamed ? ['…'] : [])].join(', ');
}

/** A value as it is shown: an empty one by a word. */
export function valueLabel(value: string, most = 30): string {
  return value.trim() === '' ? l10n.t('(empty)') : withoutIcons(plainText(value, most));
}

/** What a salutation is sent as. */
export function sentLabel(sent: SalutationTable[string]): string {
  if (sent === 'asIs') return l10n.t('as it is');
  return sent === 'holdBack' ? l10n.t('held back') : sent;
}
