import type { Rule } from '../rule';
import { blankRow } from './blankRow';
import { controlCharacter } from './controlCharacter';
import { delimiter } from './delimiter';
import { duplicateColumn } from './duplicateColumn';
import { duplicatePhone } from './duplicatePhone';
import { encoding } from './encoding';
import { entity } from './entity';
import { fieldCount } from './fieldCount';
import { invalidCountryCode } from './invalidCountryCode';
import { invalidPhone } from './invalidPhone';
import { mangledPhone } from './mangledPhone';
import { misnamedColumn } from './misnamedColumn';
import { missingColumns } from './missingColumns';
import { noRows } from './noRows';
import { phoneDigits } from './phoneDigits';
import { phoneSpelling } from './phoneSpelling';
import { prefixedPhone } from './prefixedPhone';
import { requiredValue } from './requiredValue';
import { salutation } from './salutation';
import { severalPhones } from './severalPhones';
import { strayQuote } from './strayQuote';
import { unclosedQuote } from './unclosedQuote';
import { unknownColumn } from './unknownColumn';
import { unusualExtension } from './unusualExtension';
import { whitespace } from './whitespace';

export { noColumns } from './noColumns';

/** Every rule for contact lists. A file that is none gets `noColumns` alone. */
export const contactRules: readonly Rule[] = [
  unclosedQuote,
  strayQuote,
  delimiter,
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
