import type { ContactColumn } from './columns';
import { hasOwnName, type Recognised } from './recognise';

/**
 * Whether a header is one of a contact list: a CSV with a phone number or a title in it need not be. It is when it has
 *
 * 1. one of the three names with `cellPhone`, perhaps misspelled,
 * 2. or three different columns by their names or by aliases,
 * 3. or two of the documented names; first and last name alone are not enough, every sample table has them,
 * 4. or a number, and a first, last or whole name, by their names or by aliases.
 *
 * Case, accents, spaces and punctuation make no difference to a name.
 *
 * @param meanings what each of the headers means
 * @param namesPerson whether one of them means a person's whole name
 */
export function isContactHeader(
  headers: readonly string[],
  meanings: readonly (Recognised | undefined)[],
  namesPerson: boolean,
): boolean {
  const known = new Set<ContactColumn>();
  const documented = new Set<ContactColumn>();
  for (const [field, meaning] of meanings.entries()) {
    if (meaning === undefined) continue;
    const { column, how } = meaning;
    const isOwn = how === 'exact' || hasOwnName(headers[field] ?? '', column);
    if (column.startsWith('cellPhone') && (isOwn || how === 'similar')) return true;
    if (isOwn) documented.add(column);
    if (how !== 'similar') known.add(column);
  }
  if (known.size >= 3 || (documented.size >= 2 && documented.has('salutation'))) return true;
  const hasName = namesPerson || known.has('firstName') || known.has('lastName');
  return known.has('cellPhoneNumber') && hasName;
}

/** Whether a first record holds a contact instead of names: one cell is a phone number, and another one letters alone. */
export function looksLikeContact(cells: readonly string[]): boolean {
  // Of more cells, or those of several lines, a record is that no reader divides as it was meant.
  if (cells.length > mostCells || cells.some((cell) => /[\r\n]/.test(cell))) return false;
  return holdsNumber(cells) && cells.some((cell) => letters.test(cell.trim()));
}

/** Whether one of the cells is a phone number. */
export function holdsNumber(cells: readonly string[]): boolean {
  return cells.some((cell) => number.test(cell.trim()));
}

const mostCells = 50;
/** 7 to 15 digits as they are written in phone numbers; a date or a measure is none. */
const number =
  /^(?!(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}$|\d{1,2}([-/.])\d{1,2}\2\d{4}$|\d+\.\d+$)\+?(?:[\s()/.-]*\d){7,15}$/;
const letters = /^\p{L}[\p{L}\p{M}\s.'’-]*$/u;
