import type { Rule } from '../rule';
import { blankRow } from './blankRow';
import { controlCharacter } from './controlCharacter';
import { delimiter } from './delimiter';
import { duplicateColumn } from './duplicateColumn';
import { duplicatePhone } from './duplicatePhone';
import { encoding } from './encoding';
import { entity } from './entity';
import { fieldCount } from './fieldCount';
import { formulaCell } from './formulaCell';
import { invalidCountryCode } from './invalidCountryCode';
import { invalidPhone } from './invalidPhone';
import { joinedRows } from './joinedRows';
import { linesAboveHeader } from './linesAboveHeader';
import { mangledPhone } from './mangledPhone';
import { misnamedColumn } from './misnamedColumn';
import { missingColumns } from './missingColumns';
import { noRows } from './noRows';
import { otherQuotes } from './otherQuotes';
import { phoneDigits } from './phoneDigits';
import { phoneSpelling } from './phoneSpelling';
import { prefixedPhone } from './prefixedPhone';
import { quotedLines } from './quotedLines';
import { repeatedHeader } from './repeatedHeader';
import { requiredValue } from './requiredValue';
import { rowDelimiter } from './rowDelimiter';
import { salutation } from './salutation';
import { severalPhones } from './severalPhones';
import { strayQuote } from './strayQuote';
import { textMark } from './textMark';
import { unclosedQuote } from './unclosedQuote';
import { unknownColumn } from './unknownColumn';
import { unusualExtension } from './unusualExtension';
import { whitespace } from './whitespace';

export { noColumns } from './noColumns';

/** Every rule for contact lists. A file that is none gets `noColumns` alone. */
export const contactRules: readonly Rule[] = [
  unclosedQuote,
  strayQuote,
  joinedRows,
  delimiter,
  linesAboveHeader,
  rowDelimiter,
  quotedLines,
  otherQuotes,
  formulaCell,
  repeatedHeader,
  encoding,
  fieldCount,
  blankRow,
  noRows,
  missingColumns,
  duplicateColumn,
  misnamedColumn,
  unknownColumn,
  requiredValue,
  whitespace,
  controlCharacter,
  entity,
  textMark,
  salutation,
  invalidPhone,
  prefixedPhone,
  mangledPhone,
  phoneDigits,
  severalPhones,
  phoneSpelling,
  duplicatePhone,
  invalidCountryCode,
  unusualExtension,
];

/** Those of them that tell how a file is laid out, where nothing else can be told of it before that is mended. */
export const layoutRules: readonly Rule[] = [
  delimiter,
  linesAboveHeader,
  rowDelimiter,
  quotedLines,
  otherQuotes,
  encoding,
];
