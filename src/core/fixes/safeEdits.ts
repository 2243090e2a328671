import { type ContactSheet, type FindingCode, joinedCells } from '../checks';
import {
  asciiNumber,
  contactColumns,
  dividesMoreThanWords,
  hasLineBreak,
  hasWrongLetters,
  isBlankText,
  mayHaveUnseenHalf,
  textMarksIn,
  trimmedIn,
  withoutControlCharacters,
} from '../contact';
import { hasOtherQuotes, otherQuotesIn } from '../csv';
import { cellOf, rewrite } from './cells';
import type { CountryCodes } from './countryCodes';
import type { TextEdit } from './fix';
import { deleteRows } from './rows';
import { isPause, type Steps } from './steps';

/**
 * Whether anything in the file may be changed unasked. Not where the file is no contact list or not laid out as one, it
 * is not sure where cells begin and end, or letters are wrong, so that saving it would bar the way to the right ones.
 */
export function mayFixUnasked(sheet: ContactSheet): boolean {
  return isSoundList(sheet) && !hasWrongLetters(sheet.table.text);
}

/** As {@link mayFixUnasked}, whatever the letters are: to look at all of them takes long in a long list. */
export function isSoundList({ isContactList, layout, table }: ContactSheet): boolean {
  return isContactList && layout === undefined && table.delimiter === ',' && table.quoteProblems.length === 0;
}

/**
 * Whether the values of a field may be: its name is the column's own, or an alias that is renamed with them.
 *
 * @param renames whether aliases are renamed
 */
export function mayFixValues(sheet: ContactSheet, field: number, renames = true): boolean {
  return sheet.recognised[field]?.how === 'exact' || (renames && mayRename(sheet, field));
}

/** Whether a header cell may be given the name of the column that it is an alias of. */
export function mayRename(sheet: ContactSheet, field: number): boolean {
  if (sheet.recognised[field]?.how !== 'alias' || !mayFixRecord(sheet, 0)) return false;
  const { isSound, value } = cellOf(sheet.table, 0, field);
  return isSound && !mayHaveUnseenHalf(value);
}

/**
 * Whether a record may be: not where other quotes than `"` stand around cells, which may then end elsewhere, nor where
 * quotes join rows.
 *
 * @param record the header is one too
 */
export function mayFixRecord(sheet: ContactSheet, record: number): boolean {
  const { table, headers } = sheet;
  if (joinedCells(sheet, record).length > 0) return false;
  const { start, end } = table.recordRange(record);
  return (
    !hasOtherQuotes(table.slice(start, end)) || otherQuotesIn(table, record, headers.length).length === 0
  );
}

/**
 * Whether what is not seen may be taken out of a value of a record: not where it may be half of a letter, nor where the
 * record ends, which quotes have joined with the next one.
 */
export function mayTakeOut({ table, headers }: ContactSheet, record: number, value: string): boolean {
  if (mayHaveUnseenHalf(value) || dividesMoreThanWords(value)) return false;
  return !hasLineBreak(value) || table.fieldCount(record) <= headers.length;
}

/**
 * Everything that may be done unasked, on save for instance, as it neither loses nor invents anything: blanks and
 * control characters, digits of other scripts in numbers, headers named by an alias, the plus of country codes, blank rows. At most one edit a cell; what
 * it leaves has nothing safe to mend, so a second run gives no edits.
 *
 * @param isActive whether a rule is switched on; how severe it is makes no difference
 */
export function* safeEdits(
  sheet: ContactSheet,
  countryCodes: CountryCodes,
  isActive: (code: FindingCode) => boolean = () => true,
): Steps<readonly TextEdit[]> {
  if (!mayFixUnasked(sheet)) return [];
  const { table } = sheet;
  const edits = isActive('columns.misnamed') ? headerEdits(sheet) : [];
  const mends = mendsOf(sheet, countryCodes, isActive);
  const removesBlankRows = isActive('csv.blankRow');
  const blank: number[] = [];
  for (let record = 1; record < sheet.recordCount; record++) {
    if (isPause(record)) yield;
    if (!sheet.isRow(record)) {
      if (removesBlankRows && !sheet.repeatsHeader(record)) blank.push(record);
      continue;
    }
    let mayFix: boolean | undefined;
    for (const { field, mend } of mends) {
      if (field >= table.fieldCount(record)) break;
      const value = table.value(record, field);
      const mended = mend(value);
      // In a cell of blanks the value is what is wrong, and taking them away would not bring it.
      if (mended === value || isBlankText(value)) continue;
      if (!mayTakeOut(sheet, record, value) || tellsOfTextMarks(sheet, record, value)) continue;
      mayFix ??= mayFixRecord(sheet, record);
      const cell = cellOf(table, record, field);
      if (mayFix && cell.isSound) edits.push(rewrite(table, cell, mended));
    }
  }
  if (blank.length === 0) return edits;
  return [...edits, ...(yield* deleteRows(table, blank))].sort((a, b) => a.range.start - b.range.start);
}

function headerEdits(sheet: ContactSheet): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [field, meaning] of sheet.recognised.entries()) {
    if (!meaning || !mayRename(sheet, field)) continue;
    edits.push(rewrite(sheet.table, cellOf(sheet.table, 0, field), meaning.column));
  }
  return edits;
}

/** Whether a value has a spreadsheet's mark of text that may be all that tells of those of its row's names. */
export function tellsOfTextMarks(sheet: ContactSheet, record: number, value: string): boolean {
  if (!value.includes("'")) return false;
  const values = contactColumns.map((column) => [column, sheet.value(record, column) ?? ''] as const);
  return textMarksIn(Object.fromEntries(values)) !== undefined;
}

/** What the active rules' safe mends together make of the values of one field. */
interface Mend {
  readonly field: number;
  readonly mend: (value: string) => string;
}

/** A mend for every contact column that the sheet has, in the order of the fields. */
function mendsOf(
  sheet: ContactSheet,
  countryCodes: CountryCodes,
  isActive: (code: FindingCode) => boolean,
): readonly Mend[] {
  // In this order none brings up what an earlier one would mend, or a second run would find something.
  const ofAll = [...(isActive('value.controlCharacter') ? [withoutControlCharacters] : [])];
  const ofCountryCode = isActive('countryCode.invalid')
    ? [remembering((value) => countryCodes.canonical(value) ?? value)]
    : [];
  return contactColumns
    .flatMap((column) => {
      const field = sheet.fieldOf[column];
      const steps = [
        ...ofAll,
        ...(isActive('value.whitespace') ? [(value: string) => trimmedIn(column, value)] : []),
        ...(column === 'cellPhoneCountryCode' ? ofCountryCode : []),
        ...(column === 'cellPhoneNumber' && isActive('phone.digits') ? [asciiNumber] : []),
      ];
      if (field === undefined || steps.length === 0) return [];
      if (!mayFixValues(sheet, field, isActive('columns.misnamed'))) return [];
      return [{ field, mend: (value: string) => steps.reduce((mended, step) => step(mended), value) }];
    })
    .sort((a, b) => a.field - b.field);
}

/** A list has few different country codes, and many cells of each. */
function remembering(mend: (value: string) => string): (value: string) => string {
  const answers = new Map<string, string>();
  return (value) => {
    const known = answers.get(value);
    if (known !== undefined) return known;
    const answer = mend(value);
    if (answers.size < 1000) answers.set(value, answer);
    return answer;
  };
}
