import type { ContactSheet, FindingOf } from '../checks';
import {
  callingCodeDigits,
  contactColumns,
  dividesMoreThanWords,
  mayHaveUnseenHalf,
  textMarksIn,
  translatedSalutation,
  trimmed,
  withoutControlCharacters,
  withoutTextMark,
} from '../contact';
import type { CsvTable, OffsetRange } from '../csv';
import { cellAt, cellOf, rewrite, type Cell } from './cells';
import { codeOf } from './columnFixes';
import type { Fix, FixKind, TextEdit } from './fix';
import { valueFixes } from './fixOf';
import { mayFixRecord, mayFixValues, mayTakeOut } from './safeEdits';

/** A fix that takes out of a value what is not seen: safe in a column that is certainly one of the six. */
export function cellFixes(
  sheet: ContactSheet,
  range: OffsetRange,
  mend: (value: string) => string,
  kind: FixKind,
): readonly Fix[] {
  const cell = cellAt(sheet.table, range);
  // Nobody can see whether it is half of a letter.
  if (cell && mayHaveUnseenHalf(cell.value)) return [];
  const fixes = valueFixes(sheet.table, cell, mend, { kind, safe: isOwnColumn(sheet, cell) });
  const isDoubtful = cell !== undefined && dividesMoreThanWords(cell.value);
  return isDoubtful ? fixes.map((one) => ({ ...one, isDoubtful })) : fixes;
}

export function isOwnColumn(sheet: ContactSheet, cell: Cell | undefined): boolean {
  if (cell === undefined || !mayFixValues(sheet, cell.field)) return false;
  return mayFixRecord(sheet, cell.record) && mayTakeOut(sheet, cell.record, cell.value);
}

/** Whether the cell holds a calling code, and no country's letters: several countries may share one. */
export function isCallingCode(cell: Cell | undefined): boolean {
  return cell !== undefined && callingCodeDigits(trimmed(withoutControlCharacters(cell.value))) !== undefined;
}

export function canonicalFixes(
  table: CsvTable,
  { range, canonical }: FindingOf<'value.salutation' | 'countryCode.invalid'>,
  how: Pick<Fix, 'kind' | 'safe'>,
): readonly Fix[] {
  return canonical === undefined ? [] : valueFixes(table, cellAt(table, range), () => canonical, how);
}

/** Behind a number stand at most so many digits of an extension. */
const extension = /\d\D+\d{1,6}\D*$/;

export function withinFixes(
  table: CsvTable,
  cell: Cell | undefined,
  number: string | undefined,
): readonly Fix[] {
  if (cell === undefined || number === undefined) return [];
  const kind = extension.test(cell.value.slice(cell.value.indexOf(number) + number.length - 1))
    ? 'dropExtension'
    : 'keepNumber';
  return valueFixes(table, cell, () => number, { kind, safe: false });
}

export function severalFixes(
  table: CsvTable,
  cell: Cell | undefined,
  numbers: readonly string[],
): readonly Fix[] {
  const kept = [
    ['keepFirstNumber', 0],
    ['keepSecondNumber', 1],
    ['keepLastNumber', Math.max(2, numbers.length - 1)],
  ] as const;
  return kept.flatMap(([kind, at]) => {
    const number = numbers[at];
    return number === undefined ? [] : valueFixes(table, cell, () => number, { kind, safe: false });
  });
}

/** What it means in another language goes first. */
export function salutationFixes(table: CsvTable, cell: Cell | undefined): readonly Fix[] {
  const mr = valueFixes(table, cell, () => 'Mr', { kind: 'writeMr', safe: false });
  const mrs = valueFixes(table, cell, () => 'Mrs', { kind: 'writeMrs', safe: false });
  return translatedSalutation(cell?.value ?? '') === 'Mrs' ? [...mrs, ...mr] : [...mr, ...mrs];
}

/** All names of the row at once: with one of them mended, nothing would tell of the other. */
export function dropTextMarks(sheet: ContactSheet, record: number): readonly TextEdit[] {
  const { table, fieldOf } = sheet;
  const values = contactColumns.map((column) => [column, sheet.value(record, column) ?? ''] as const);
  return (textMarksIn(Object.fromEntries(values))?.columns ?? [])
    .flatMap((column) => fieldOf[column] ?? [])
    .map((field) => cellOf(table, record, field))
    .filter(({ isSound }) => isSound)
    .map((cell) => rewrite(table, cell, withoutTextMark(cell.value)))
    .toSorted((a, b) => a.range.start - b.range.start);
}

export function extensionFixes(sheet: ContactSheet, cell: Cell | undefined): readonly Fix[] {
  const code = cell && codeOf(sheet, cell.record);
  if (code === undefined) return [];
  return valueFixes(sheet.table, cell, () => code, { kind: 'copyCountryCode', safe: false });
}
