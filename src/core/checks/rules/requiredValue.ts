import { isBlankText } from '../../contact';
import type { RowRule } from '../rule';
import { valueRule } from '../valueRule';

/** An empty cell, or one in which nothing is seen: all six columns are "string, required" (API page, body parameters). */
export const requiredValue: RowRule = {
  ...valueRule('value.required', isBlankText),
  // A plain row may have empty cells.
  sparesPlain: false,
};
