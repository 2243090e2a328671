import { type ContactColumn, contactColumns, holdsNumber, isBlankText, refutedBy } from '../contact';

/** A calling code that nothing else is written like. */
const code = /^\s*(?:\+|00)[1-9]\d{0,2}\s*$/;

/** What tells a cell's column by itself, in this order; of two that are alike the first one is the first. */
const kinds: readonly (readonly [columns: readonly ContactColumn[], isOne: (cell: string) => boolean])[] = [
  [['cellPhoneCountryCode', 'cellPhoneExtension'], (cell) => code.test(cell)],
  [['cellPhoneNumber'], (cell) => holdsNumber([cell])],
  [['salutation'], (cell) => fits(cell, 'salutation')],
  [['firstName', 'lastName'], (cell) => fits(cell, 'firstName')],
];

/**
 * The header for a list without one, by its first contact: the six names, if its cells are those in their order; else the
 * column of each cell by what it holds, and for what nothing tells a name of no column.
 */
export function headerByContent(cells: readonly string[]): readonly string[] {
  const isInOrder =
    cells.length === contactColumns.length &&
    contactColumns.every((column, field) => fits(cells[field] ?? '', column));
  if (cells.length === 0 || isInOrder) return contactColumns;
  const taken = new Set<ContactColumn>();
  return cells.map((cell, field) => {
    const [columns = []] = isBlankText(cell) ? [] : (kinds.find(([, isOne]) => isOne(cell)) ?? []);
    const column = columns.find((one) => !taken.has(one));
    if (column) taken.add(column);
    return column ?? `column${String(field + 1)}`;
  });
}

/** Whether a value may be in that column; an empty one may. */
function fits(cell: string, column: ContactColumn): boolean {
  return !refutedBy([cell], column, true);
}
