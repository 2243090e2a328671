// Reading CSV: text to records and cells with their places, also while the text is edited.
export { BlockScanner } from './blockScanner';
export { BlockText, type TextChange } from './blockText';
export { csvRecord } from './csvRecord';
export { formulaText } from './formulaCell';
export { formulaStart } from './formulaStart';
export { hasOtherQuotes, otherQuoteOf, otherQuotesIn, withoutOtherQuotes } from './otherQuotes';
export type { QuoteProblem } from './quoteProblems';
export type { OffsetRange } from './range';
export { Reading } from './reading';
export { scan, scanBlocks } from './scan';
export { forSpreadsheet, fromSpreadsheet, phoneForSpreadsheet } from './spreadsheetCell';
export { CsvTable } from './table';
export { toEnd } from './toEnd';
export { withoutFields } from './withoutFields';
