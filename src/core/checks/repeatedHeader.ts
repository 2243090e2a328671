import {
  type ContactColumn,
  foldHeader,
  fullNameFields,
  isBlankText,
  type Recognised,
  recogniseHeaders,
} from '../contact';
import { namesContacts } from './layout';

/** How a record names the columns again: in the order of the header, or in another one. */
export type Repeat = 'same' | 'other';

/**
 * A record without what may differ where it stands again: quotes, blanks, a byte order mark, capitals, and the cells that
 * are never sent.
 */
export function foldRecord(text: string, delimiter: string, ownFields: readonly number[]): string {
  const fold = text
    .replace(delimiter === '\t' ? /["\uFEFF\u200B\u00A0 ]/g : /["\s\uFEFF\u200B]/g, '')
    .toLowerCase();
  if (ownFields.length === 0) return fold;
  return fold
    .split(delimiter)
    .filter((_, field) => !ownFields.includes(field))
    .join(delimiter);
}

/** What quotes, blanks and a mark may add to a record. */
const mostAdded = 100;

/** Told of its first letter, as each row of a long list is asked. */
function beginsAlike(text: string, fold: string): boolean {
  const unit = text.charCodeAt(0);
  return (unit | 0x20) === (fold.charCodeAt(0) | 0x20) || !/[a-z]/i.test(text.charAt(0));
}

/** What of a header tells whether a record is it once more. */
interface Repeatable {
  readonly fold: string | undefined;
  readonly delimiter: string;
  readonly ownFields: readonly number[];
  readonly headers: readonly string[];
  readonly recognised: readonly (Recognised | undefined)[];
  readonly fieldOf: Readonly<Partial<Record<ContactColumn, number>>>;
}

/**
 * Whether a record is the header once more: files that were put together have one for each. It may name the columns
 * otherwise than the first one, which may have been renamed since.
 *
 * @param cells those of the record, unquoted; asked for only where its text does not tell
 */
export function repeatOf(
  text: string,
  header: Repeatable,
  cells: () => readonly string[],
): Repeat | undefined {
  const { fold, delimiter, ownFields } = header;
  if (fold === undefined || text === '') return undefined;
  const isNear =
    text.length >= fold.length && text.length <= fold.length + mostAdded && beginsAlike(text, fold);
  const mayBe = isNear || ownFields.length > 0;
  if (mayBe && foldRecord(text, delimiter, ownFields) === fold) return 'same';
  return number.test(text) ? undefined : namesAgain(cells(), header);
}

/** No column has as many digits in its name as a number has, or a calling code for a name. */
const number = /\d{4}|\+\d/;

/**
 * Whether cells name a contact list's columns, and most of those that stand in the columns of a header do. In another
 * order, if one of them names a column that the header has elsewhere.
 */
function namesAgain(
  cells: readonly string[],
  { ownFields, headers, recognised, fieldOf }: Repeatable,
): Repeat | undefined {
  const most = Object.keys(fieldOf).length;
  let [named, unnamed, isMoved] = [0, 0, false];
  for (const [field, cell] of cells.entries()) {
    if (ownFields.includes(field) || isBlankText(cell)) continue;
    const column = meaningOf(cell);
    const own = recognised[field]?.column;
    if (own !== undefined) {
      if (column !== undefined || fullNameFields([cell]).length > 0) named++;
      else if (++unnamed * 2 >= most) return undefined;
    }
    if (column === undefined && own === undefined) isMoved ||= isElsewhere(cell, field, headers);
    if (column === undefined || column === own) continue;
    const home = fieldOf[column];
    // Where the column is named too, this is a second one of its kind.
    isMoved ||= own !== undefined || (home !== undefined && meaningOf(cells[home] ?? '') !== column);
  }
  if (named <= unnamed || !namesContacts(cells)) return undefined;
  return isMoved ? 'other' : 'same';
}

/** Whether a name of no column of a contact, `Email`, stands in another place of the header. */
function isElsewhere(name: string, field: number, headers: readonly string[]): boolean {
  const fold = foldHeader(name);
  if (foldHeader(headers[field] ?? '') === fold) return false;
  return headers.some((header) => foldHeader(header) === fold);
}

function meaningOf(cell: string): ContactColumn | undefined {
  return recogniseHeaders([cell])[0]?.column;
}
