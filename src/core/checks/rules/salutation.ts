import { isBlankText, trimmed, withoutControlCharacters } from '../../contact/text';
import type { RowRule } from '../rule';

/** What can only mean one of the documented salutations, in lower case and without a point. Ms and Miss mean neither. */
const meanings: ReadonlyMap<string, 'Mr' | 'Mrs'> = new Map([
  ['mr', 'Mr'],
  ['mister', 'Mr'],
  ['mrs', 'Mrs'],
  ['missus', 'Mrs'],
]);

/** The salutation that the value can only mean: `Mr` for `MR.`, and for `'Mr`, which a spreadsheet keeps as text; `undefined` when it means neither. */
function documentedSalutation(value: string): 'Mr' | 'Mrs' | undefined {
  const bare = trimmed(withoutControlCharacters(value))
    .replace(/^['’‘`]/, '')
    .toLowerCase();
  return meanings.get(bare.endsWith('.') ? bare.slice(0, -1).trimEnd() : bare);
}

/**
 * A salutation other than Mr and Mrs. The API page says "Mr. or Mrs.", and its samples write them without the point;
 * whether a stream takes others is not known.
 */
export const salutation: RowRule = {
  code: 'value.salutation',
  checkRow(row, report) {
    const value = row.value('salutation');
    if (value === undefined || value === 'Mr' || value === 'Mrs' || isBlankText(value)) return;
    const canonical = documentedSalutation(value);
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
