import type { ContactColumn } from '../contact';
import type { OffsetRange } from '../csv';
import type { Steps } from './steps';

/** Replaces a range of the text that was checked. An empty range inserts, an empty text deletes. */
export interface TextEdit {
  readonly range: OffsetRange;
  readonly text: string;
}

/**
 * What a fix does. Data: the editor words it.
 *
 * | kind | what it does | for |
 * |---|---|---|
 * | `renameHeader` | gives a header cell the documented name | `columns.misnamed` |
 * | `addColumns` | adds the missing columns at the end of every record, empty | `columns.missing` |
 * | `fillColumn` | adds one missing column with one value that is asked for | `columns.missing` |
 * | `addColumnsLikeCode` | as `addColumns`, each row's extension being its country code, as in the API page's samples | `columns.missing` |
 * | `renameByContent` | gives a header cell the name of the missing column whose values it holds | `columns.unknown` |
 * | `removeColumn` | takes a column out of every record | `columns.unknown`, `columns.duplicate` |
 * | `trim` | takes blanks off the ends, and invisible ones out | `value.whitespace` |
 * | `dropControlCharacters` | takes control characters out | `value.controlCharacter` |
 * | `normaliseSalutation` | writes Mr or Mrs | `value.salutation` |
 * | `writeMr`, `writeMrs` | writes that | `value.salutation`, `value.required` |
 * | `fillCell` | writes a value that is asked for into the cell | `value.required`, `phone.*`, `countryCode.invalid`, `extension.unusual` |
 * | `copyCountryCode` | writes the row's country code into its extension | `extension.unusual`, `value.required` |
 * | `splitPrefix` | moves the country code out of the number into its column | `phone.prefixed` |
 * | `splitColumnPrefix` | the same, where only the column as a whole tells that it is one | `phone.prefixed` |
 * | `dropDecimals`, `dropSeparators`, `addLeadingZero` | where that restores the number and invents nothing but the zero | `phone.mangled` |
 * | `dropApostrophe`, `dropScheme` | takes an apostrophe, or `tel:`, off the number | `phone.mangled` |
 * | `dropExtension`, `keepNumber` | takes an extension, or words, off the number | `phone.invalid` |
 * | `keepFirstNumber`, `keepSecondNumber`, `keepLastNumber` | keeps one of several numbers | `phone.several` |
 * | `writeDigits` | writes digits as `0` to `9` | `phone.digits` |
 * | `writeNumber` | writes the number in digits alone | `phone.spelling` |
 * | `decodeEntities` | writes the characters that HTML references mean | `value.entity` |
 * | `dropTextMark` | takes a spreadsheet's apostrophe off a name | `value.textMark` |
 * | `normaliseCountryCode` | writes `+` and digits | `countryCode.invalid` |
 * | `padRow`, `cutRow` | adds empty cells; takes surplus cells away | `csv.fieldCount` |
 * | `deleteRow` | takes a row and its line break away | `csv.blankRow`, `csv.repeatedHeader`, `phone.duplicate`, `value.required` |
 * | `alignRows` | puts the rows below a repeated header into the order of the first one | `csv.repeatedHeader` |
 * | `closeQuote`, `removeQuote`, `quoteCell` | mends a broken quote | `csv.unclosedQuote`, `csv.strayQuote`, `csv.joinedRows` |
 * | `convertDelimiter` | divides by commas, quoting what then needs it | `csv.delimiter` |
 * | `deleteLinesAbove` | takes the lines above the header away | `csv.linesAboveHeader` |
 * | `moveHeader` | moves the header above the contacts that stand above it | `csv.linesAboveHeader` |
 * | `convertRows` | separates the rows as the header is | `csv.rowDelimiter` |
 * | `convertRow` | separates a row as the header is | `csv.fieldCount` |
 * | `unquoteLines` | makes of each quoted line what stands in it | `csv.quotedLines` |
 * | `convertQuotes` | quotes cells with `"`, where they need it | `csv.otherQuotes` |
 * | `keepFormulaText` | makes of `="0987"` what stands in it | `csv.formulaCell` |
 * | `moveArea` | writes `+1` of `+1-876`, and 876 in front of the number | `countryCode.invalid` |
 * | `insertHeader` | puts the contact header above; the first line becomes row 1 | `columns.none`, `columns.missing` |
 */
export type FixKind =
  | 'renameHeader'
  | 'addColumns'
  | 'addColumnsLikeCode'
  | 'fillColumn'
  | 'renameByContent'
  | 'removeColumn'
  | 'trim'
  | 'dropControlCharacters'
  | 'normaliseSalutation'
  | 'writeMr'
  | 'writeMrs'
  | 'fillCell'
  | 'copyCountryCode'
  | 'splitPrefix'
  | 'splitColumnPrefix'
  | 'dropDecimals'
  | 'dropSeparators'
  | 'addLeadingZero'
  | 'normaliseCountryCode'
  | 'dropApostrophe'
  | 'dropScheme'
  | 'dropExtension'
  | 'keepNumber'
  | 'keepFirstNumber'
  | 'keepSecondNumber'
  | 'keepLastNumber'
  | 'writeDigits'
  | 'writeNumber'
  | 'decodeEntities'
  | 'dropTextMark'
  | 'padRow'
  | 'cutRow'
  | 'deleteRow'
  | 'alignRows'
  | 'closeQuote'
  | 'removeQuote'
  | 'quoteCell'
  | 'convertDelimiter'
  | 'deleteLinesAbove'
  | 'moveHeader'
  | 'convertRow'
  | 'convertRows'
  | 'unquoteLines'
  | 'convertQuotes'
  | 'keepFormulaText'
  | 'moveArea'
  | 'insertHeader';

/** A mend that a finding offers. Its edits never overlap, and come in the order of the text. */
export interface Fix {
  readonly kind: FixKind;
  /** Cannot lose or invent anything, so that it may be done on save, unasked: where `mayFixUnasked` says so of the file. */
  readonly safe: boolean;
  /** The column that a value must be asked for; then {@link edits} needs it. */
  readonly asks?: ContactColumn;
  /** What it leaves is no better a value, as far as can be told. */
  readonly isDoubtful?: true;
  /** What it takes away is no contact's: a header that is repeated. */
  readonly isOfNobody?: true;
  /** What it writes, where its name needs that. */
  readonly writes?: string;
  /** Works out the edits. `answer` is the value asked for, unquoted. */
  readonly edits: (answer?: string) => readonly TextEdit[];
  /** The same, where it goes through the whole file. */
  readonly inSteps?: (answer?: string) => Steps<readonly TextEdit[]>;
}
