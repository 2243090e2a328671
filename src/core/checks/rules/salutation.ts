import { documentedSalutation, isBlankText, trimmed, withoutControlCharacters } from '../../contact';
import type { RowRule } from '../rule';

/**
 * A salutation other than Mr and Mrs. The API page says "Mr. or Mrs.", and its samples write them without the point;
 * whether a stream takes others is not known.
 */
export const salutation: RowRule = {
  code: 'value.salutation',
  checkRow(row, report) {
    const value = row.value('salutation');
    if (value === undefined || value === 'Mr' || value === 'Mrs' || isBlankText(value)) return;
    const canonical = documentedSalutation(value.replace(/^'/, ''));
    // Blanks and control characters around it are findings of their own.
    if (canonical !== undefined && trimmed(withoutControlCharacters(value)) === canonical) return;
    report({
      code: 'value.salutation',
      range: row.cell('salutation'),
      value,
      ...(canonical && { canonical }),
    });
  },
};
