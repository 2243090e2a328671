import * as vscode from 'vscode';
import { type ContactColumn, contactColumns } from '../../core/contact';
import { fieldOf, type ColumnMap, type ColumnSource } from '../../core/mapping/columnMap';
import { lookAt } from '../../core/mapping/fieldLook';
import type { Guess, OfferReason } from '../../core/mapping/guess';
import { mapRow } from '../../core/mapping/mapRow';
import { shownPercent } from '../counted';
import { withoutIcons } from '../plainText';
import type { Mapping } from './mapping';
import { sourceLabel, valueLabel } from './sourceLabels';

interface ColumnItem extends vscode.QuickPickItem {
  readonly choice: ContactColumn;
}

/** So many values of a column are shown, out of so many records. */
const mostSamples = 3;
const mostLooked = 200;

/** One of the six columns as the list shows it: where it comes from as the map stands, or what is suggested. */
export function columnItem(
  mapping: Mapping,
  column: ContactColumn,
  { columns: draft, offers }: Guess,
): ColumnItem {
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
  const offer = offers[column]?.[0];
  return {
    label: column,
    description: `$(warning) ${vscode.l10n.t('choose where it comes from')}`,
    detail: offer
      ? vscode.l10n.t(
          'Suggested: {0} ({1})',
          withoutIcons(sourceLabel(offer.source, sheet.headers)),
          offerLabel(offer.reason),
        )
      : vscode.l10n.t('No column of your file matches.'),
    choice: column,
  };
}

function filledLabel({ sheet }: Mapping, source: ColumnSource): readonly string[] {
  const field = fieldOf(source);
  if (field === undefined) return [];
  const { filled } = lookAt(sheet, field, 0);
  return [vscode.l10n.t('{0} filled', shownPercent(filled))];
}

/** The first values as they will be sent: those of the column by itself, while others have no source. */
function samplesOf(
  { sheet, needs }: Mapping,
  column: ContactColumn,
  source: ColumnSource,
  draft: Partial<ColumnMap>,
): readonly string[] {
  if ('constant' in source) return [];
  // Without a country code nothing can be told of a number; its cells can be shown.
  if ('part' in source && source.part === 'nationalNumber' && draft.cellPhoneCountryCode === undefined) {
    return lookAt(sheet, source.field, mostSamples).samples.map((sample) => valueLabel(sample, 24));
  }
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
    case 'otherPerson':
      return vscode.l10n.t('it may be another person’s');
    case 'partElsewhere':
      return vscode.l10n.t('another column has a part of it');
    case 'namedIsEmpty':
      return vscode.l10n.t('cellPhoneNumber is empty');
  }
}
