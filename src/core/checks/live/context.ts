import type { CheckOptions } from '../check';
import { contactRules } from '../rules';
import type { ContactSheet } from '../sheet';
import { activeRules, type ActiveRules } from './activeRules';

/** What decides, besides the text of a record, what is found in it. */
export interface Context {
  readonly rules: ActiveRules;
  readonly options: CheckOptions;
  readonly fieldOf: ContactSheet['fieldOf'];
  readonly delimiter: string;
  readonly layout: ContactSheet['layout'];
  /** All of it that rules go by which ask no numbering plans, and which do, spelled out. */
  readonly ofValues: string;
  readonly ofNumbers: string;
}

const numberCodes = contactRules
  .filter((rule) => 'beginList' in rule || ('checkRow' in rule && rule.asksPlans === true))
  .map(({ code }) => code);

/** @param before the context before an edit, which mostly leaves it as it was */
export function contextOf(sheet: ContactSheet, options: CheckOptions, before?: Context): Context {
  const { fieldOf, headers, layout, reasonFields } = sheet;
  const { delimiter } = sheet.table;
  const isAsBefore =
    options === before?.options &&
    fieldOf === before.fieldOf &&
    delimiter === before.delimiter &&
    layout === before.layout;
  if (isAsBefore) return before;
  const { settings, forSending = false } = options;
  const repeated = sheet.headerFold === undefined ? null : [sheet.headerFold, fieldOf];
  const both = [delimiter, forSending ? 'list' : sheet.standing, layout ?? null, repeated];
  const { cellPhoneNumber = null, cellPhoneCountryCode = null } = fieldOf;
  const ofNumbers = numberCodes.map((code) => settings[code] ?? null);
  return {
    rules: activeRules(sheet, options),
    options,
    fieldOf,
    delimiter,
    layout,
    ofValues: JSON.stringify([both, fieldOf, headers.length, reasonFields, settings]),
    ofNumbers: JSON.stringify([both, cellPhoneNumber, cellPhoneCountryCode, ofNumbers]),
  };
}

/** Whether what rules found that ask no numbering plans still holds. */
export function keepsValues(now: Context, before: Context | undefined): boolean {
  return now.options.phones === before?.options.phones && now.ofValues === before.ofValues;
}

/** Whether what the others found still holds. */
export function keepsNumbers(now: Context, before: Context | undefined): boolean {
  return now.options.phones === before?.options.phones && now.ofNumbers === before.ofNumbers;
}
