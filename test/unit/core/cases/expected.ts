import type { FindingCode } from '../../../../src/core/checks/finding';

/** What must come of an input: the codes that are found in it; `untouched`: Fix All does nothing in it. */
interface Expected {
  readonly codes: readonly FindingCode[];
  readonly untouched?: true;
}

/** Why files are refused from the disk, which takes UTF-8 alone. */
export const refused: Readonly<Record<string, string>> = {
  '13-win1252-en-dash.csv': 'encoding',
  '14-win1252-nbsp.csv': 'encoding',
  '15-utf16le-bom-tabs.csv': 'utf16',
  '16-utf16be-bom.csv': 'utf16',
  '17-shift-jis.csv': 'encoding',
};

export const expected: Readonly<Record<string, Expected>> = {
  '01-sep-line.csv': { codes: ['csv.delimiter', 'csv.linesAboveHeader'] },
  '02-sep-comma-quoted.csv': { codes: ['csv.linesAboveHeader'] },
  '04-semicolon-rows-cut.csv': { codes: ['csv.delimiter', 'csv.fieldCount'] },
  '05-rows-cut-comma.csv': { codes: ['csv.fieldCount'] },
  '06-blank-first-line.csv': { codes: ['csv.linesAboveHeader'] },
  '07-excel-blank-rows.csv': { codes: ['csv.blankRow'] },
  '08-empty-header-names.csv': { codes: ['columns.unknown'] },
  '09-report-lines-above.csv': { codes: ['csv.linesAboveHeader'] },
  '10-no-header.csv': { codes: ['columns.none'] },
  '10b-no-header-sending.csv': { codes: ['columns.none'] },
  '11-bom-quoted-first-with-comma-newline.csv': { codes: ['columns.unknown'] },
  '13-win1252-en-dash.csv': { codes: ['csv.encoding'] },
  '14-win1252-nbsp.csv': { codes: ['csv.encoding', 'phone.invalid'] },
  '15-utf16le-bom-tabs.csv': { codes: ['csv.delimiter'] },
  '16-utf16be-bom.csv': { codes: [] },
  '17-shift-jis.csv': { codes: ['csv.encoding'] },
  '18-cr-inside-cell.csv': { codes: ['csv.fieldCount', 'value.required'] },
  '19-crlf-before-comma.csv': { codes: ['csv.fieldCount', 'value.required'] },
  '20-cr-only.csv': { codes: [] },
  '21-mixed-line-ends.csv': { codes: ['value.controlCharacter'] },
  '22-space-before-quote.csv': { codes: ['columns.misnamed', 'csv.strayQuote'] },
  '23-backslash-quote.csv': { codes: ['csv.strayQuote'] },
  '24-missing-end-quote.csv': {
    codes: ['csv.strayQuote'],
  },
  '25-unit-separator-trick.csv': { codes: ['value.controlCharacter', 'phone.spelling'] },
  '26-nul.csv': { codes: ['value.controlCharacter'] },
  '27-nul-padding-end.csv': { codes: ['csv.blankRow'] },
  '28-ctrl-z.csv': { codes: ['csv.blankRow'] },
  '31-salutations.csv': { codes: ['value.salutation', 'value.whitespace'] },
  '32-extension.csv': { codes: ['extension.unusual', 'value.whitespace'] },
  '34-dups-it.csv': { codes: ['phone.duplicate', 'phone.mangled', 'phone.prefixed'] },
  '35-dups-nanp-shared.csv': {
    codes: ['phone.duplicate', 'phone.prefixed', 'countryCode.invalid', 'phone.spelling'],
  },
  '40-header-twice.csv': { codes: ['csv.repeatedHeader'] },
  '41-concatenated-with-bom.csv': { codes: ['csv.repeatedHeader'] },
  '42-semicolon-one-row-trailing.csv': { codes: ['csv.delimiter', 'csv.fieldCount'] },
  '43-tab-rows-trailing-tabs.csv': { codes: ['csv.delimiter', 'csv.fieldCount'] },
  '44-comma-header-semicolon-rows.csv': { codes: ['csv.rowDelimiter'] },
  '45-semicolon-no-header-two-rows.csv': { codes: ['columns.none'] },
  '46-semicolon-values-with-commas.csv': { codes: ['csv.delimiter'] },
  '47-pipe.csv': { codes: ['csv.delimiter'] },
  '48-caret-or-colon.csv': { codes: ['csv.delimiter'] },
  '49-trailing-comma-in-rows-only.csv': { codes: ['csv.fieldCount'] },
  '50-duplicate-header-alias.csv': { codes: ['columns.missing', 'columns.misnamed', 'columns.unknown'] },
  '51-total-row.csv': { codes: ['value.required'] },
  '52-single-column-phones.csv': { codes: ['columns.none'] },
  '53-quoted-whole-line.csv': { codes: ['csv.quotedLines'] },
  '54-formula-cells-unquoted.csv': { codes: ['csv.formulaCell'] },
  '55-html-saved-as-csv.csv': { codes: ['columns.none'] },
  '56-json-as-csv.csv': { codes: ['columns.none'] },
  '57-xlsx-bytes.csv': { codes: ['columns.none'] },
  '58-empty.csv': { codes: ['columns.none'] },
  '59-only-bom.csv': { codes: ['columns.none'] },
  '60-space-separated-header.csv': { codes: ['columns.misnamed', 'value.whitespace', 'countryCode.invalid'] },
  '61-header-nbsp-zwsp.csv': { codes: ['columns.misnamed'] },
  '62-smart-quotes.csv': { codes: ['csv.otherQuotes'] },
  '63-single-quotes.csv': { codes: ['csv.otherQuotes'] },
  '70-zero-before-country-code.csv': { codes: ['phone.prefixed'] },
  '72-everything-formula.csv': { codes: ['csv.formulaCell'] },
  '74-german-code-no-plus.csv': { codes: ['phone.prefixed'] },
  '77-books.csv': { codes: ['columns.none'] },
  '79-shopify-apostrophes.csv': {
    codes: ['columns.missing', 'columns.misnamed', 'columns.unknown', 'phone.mangled'],
  },
  '80-google-two-numbers.csv': {
    codes: ['columns.missing', 'columns.misnamed', 'columns.unknown', 'phone.several'],
  },
  '81-invisible.csv': { codes: ['value.whitespace'] },
  '82-html-entities.csv': { codes: ['value.entity'] },
  '83-saldo-as-salutation.csv': {
    codes: ['csv.delimiter', 'columns.missing', 'columns.misnamed', 'columns.unknown'],
  },
};
