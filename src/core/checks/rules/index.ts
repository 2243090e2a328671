import type { Rule } from '../rule';
import { duplicateColumn } from './duplicateColumn';
import { encoding } from './encoding';
import { fieldCount } from './fieldCount';
import { invalidCountryCode } from './invalidCountryCode';
import { invalidPhone } from './invalidPhone';
import { missingColumns } from './missingColumns';
import { noColumns } from './noColumns';
import { noRows } from './noRows';
import { requiredValue } from './requiredValue';
import { strayQuote } from './strayQuote';
import { unclosedQuote } from './unclosedQuote';
import { unknownColumn } from './unknownColumn';

/** Every rule. */
export const rules: readonly Rule[] = [
  unclosedQuote,
  strayQuote,
  encoding,
  fieldCount,
  noRows,
  noColumns,
  missingColumns,
  duplicateColumn,
  unknownColumn,
  requiredValue,
  invalidPhone,
  invalidCountryCode,
];
