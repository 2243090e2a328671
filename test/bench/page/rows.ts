import type { ResultRow } from '../../../src/protocol/results';
import { contact, missing } from '../../support/page/results';
import { seeded } from '../random';

const syllables = [
  'an',
  'be',
  'cor',
  'da',
  'el',
  'fi',
  'gar',
  'ho',
  'í',
  'jü',
  'ka',
  'lin',
  'mo',
  'ñe',
  'os',
  'pé',
];

/** Rows as a large import leaves them: nearly all names differ, and one row in ten was not created, for a few reasons. */
export function importedRows(count: number): readonly ResultRow[] {
  const random = seeded(count);
  const name = (length: number) => {
    const text = Array.from({ length }, () => random.pick(syllables)).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return Array.from({ length: count }, (_, place) => {
    const [firstName, lastName] = [name(2), name(3)];
    if (place % 10 !== 9) {
      const { stored, ...row } = contact(place, { firstName, lastName });
      return { ...row, stored: stored && { ...stored, firstName, lastName } };
    }
    const field = random.pick(['lastName', 'cellPhoneNumber', 'cellPhoneExtension']);
    return place % 20 === 9
      ? missing(place, { firstName, lastName })
      : missing(place, { firstName, lastName, outcome: 'refused', message: `${field} is required` });
  });
}
