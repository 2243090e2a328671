import { type ContactColumn, contactColumns, hasWrongLetters } from '../contact';
import type { RowRule } from './rule';

/** A rule that looks at each contact value of a row by itself, and marks its cell. */
export function valueRule(
  code: 'value.required' | 'value.whitespace' | 'value.controlCharacter',
  isWrong: (value: string, column: ContactColumn) => boolean,
): RowRule {
  return {
    code,
    sparesPlain: true,
    checkRow(row, report) {
      for (const column of contactColumns) {
        // Three rules look at each.
        if (row.isPlain(column)) continue;
        const value = row.value(column);
        if (value === undefined || !isWrong(value, column)) continue;
        // Taking out what is not seen would bar the way to the letters that were meant.
        if (code !== 'value.required' && hasWrongLetters(value)) continue;
        report({ code, range: row.cell(column), column });
      }
    },
  };
}
