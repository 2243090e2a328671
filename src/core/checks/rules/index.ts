import type { Rule } from '../rule';
import { duplicateColumn } from './duplicateColumn';
import { encoding } from './encoding';
import { fieldCount } from './fieldCount';
import { invalidCountryCode } from './invalidCountryCode';
import { invalidPhone } from './invalidPhone';
import { misnamedColumn } from './misnamedColumn';
import { missingColumns } from './missingColumns';
import { noRows } from './noRows';
import { requiredValue } from './requiredValue';
import { strayQuote } from './strayQuote';
import { unclosedQuote } from './unclosedQuote';
import { unknownColumn } from './unknownColumn';

export { noColumns } from './noColumns';

/** Every rule for contact lists. A file that is none gets `noColumns` alone. */
export const contactRules: readonly Rule[] = [
  unclosedQuote,
  strayQuote,
  encoding,
  fieldCount,
  noRows,
  missingColumns,
  duplicateColumn,
  misnamedColumn,
  unknownColumn,
  requiredValue,
  invalidPhone,
  invalidCountryCode,
];
