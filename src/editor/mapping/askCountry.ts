import * as vscode from 'vscode';
import { countryCallingCode, readNumberCell } from '../../core/contact';
import type { CountrySource } from '../../core/mapping/columnMap';
import { lookAt } from '../../core/mapping/fieldLook';
import { withoutIcons } from '../plainText';
import { ask, type Place, type Reply } from '../quickInput';
import type { Mapping } from './mapping';
import { headerLabel, valueLabel } from './sourceLabels';

interface CountryItem extends vscode.QuickPickItem {
  readonly country?: CountrySource | 'none';
}

/** So many cells tell whether numbers lack their country code, and whether a column is one of countries. */
const mostSamples = 300;
const most = 0.8;

/**
 * Asks of which country numbers without a country code are. Not asked when all have one.
 * @returns `none`: of the country that the row's country code says, or of none, so that their rows are held back
 */
export async function askCountry(
  mapping: Mapping,
  field: number,
  now: CountrySource | undefined,
  place: Place,
): Promise<Reply<CountrySource | 'none'>> {
  const { sheet, needs } = mapping;
  const isLacking = (sample: string) => {
    const number = readNumberCell(sample, undefined, needs.phones);
    return 'untold' in number && number.untold === 'noCountry';
  };
  const lacking = lookAt(sheet, field, mostSamples).samples.filter(isLacking);
  if (lacking.length === 0) return now ?? 'none';
  const pick = vscode.window.createQuickPick<CountryItem>();
  pick.placeholder = vscode.l10n.t(
    'Which country do numbers without a country code belong to? {0}',
    lacking
      .slice(0, 2)
      .map((sample) => valueLabel(sample))
      .join(' · '),
  );
  pick.matchOnDescription = true;
  pick.items = [
    {
      label: vscode.l10n.t('The country of the row’s country code'),
      description: vscode.l10n.t('rows without one are held back'),
      country: 'none',
    },
    ...countryFields(mapping, field),
    { label: vscode.l10n.t('One country for all'), kind: vscode.QuickPickItemKind.Separator },
    ...allCountries(mapping),
  ];
  const chosen = pick.items.find(({ country }) => JSON.stringify(country) === JSON.stringify(now ?? 'none'));
  pick.activeItems = chosen ? [chosen] : [];
  return await ask<CountrySource | 'none'>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      const country = pick.selectedItems[0]?.country;
      if (country !== undefined) resolve(country);
    }),
  ]);
}

/** The columns that hold countries. */
function countryFields({ sheet, needs }: Mapping, number: number): readonly CountryItem[] {
  return [...sheet.headers.keys()].flatMap((field) => {
    const { samples } = lookAt(sheet, field, mostSamples);
    const isCountry = (text: string) => countryCallingCode(text, needs.phones, needs.language) !== undefined;
    if (
      field === number ||
      samples.length === 0 ||
      samples.filter(isCountry).length < samples.length * most
    ) {
      return [];
    }
    const label = vscode.l10n.t('The country in “{0}”', withoutIcons(headerLabel(sheet.headers, field)));
    const description = samples
      .slice(0, 3)
      .map((sample) => valueLabel(sample, 24))
      .join(' · ');
    return [{ label, description, country: { field } }];
  });
}

function allCountries({ countries }: Mapping): readonly CountryItem[] {
  const names = new Intl.DisplayNames([vscode.env.language, 'en'], { type: 'region' });
  return countries
    .map(({ iso, callingCode }) => ({
      label: names.of(iso) ?? iso,
      description: `${iso} +${callingCode}`,
      country: { constant: iso },
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, vscode.env.language));
}
