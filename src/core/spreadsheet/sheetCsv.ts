import { csvRecord } from '../csv';
import type { CellText, OddKind } from './cellText';
import { SpreadsheetError } from './problem';
import { columnName } from './sheetXml';

/** How many cells of a kind a sheet has, and where the first one is: in the sheet, such as `D12`, and in the CSV. */
export interface OddCells {
  readonly kind: OddKind;
  readonly count: number;
  readonly first: string;
  /** Where its value begins in the CSV, in UTF-16 units. */
  readonly offset: number;
}

/** A sheet as CSV. */
export interface SheetCsv {
  readonly name: string;
  /** LF behind each row; empty for an empty sheet. */
  readonly csv: string;
  /** Rows below the first one. */
  readonly rows: number;
  readonly odd: readonly OddCells[];
}

/**
 * Writes a sheet as CSV, without the blank rows at its end: a spreadsheet keeps those of a list that was longer.
 *
 * @param most length of the CSV, in UTF-16 units
 * @throws SpreadsheetError when it becomes longer
 */
export function sheetCsv(name: string, rows: Iterable<readonly CellText[]>, most: number): SheetCsv {
  const odd = new Map<OddKind, OddCells>();
  const lines: string[] = [];
  let filled = 0;
  let length = 0;
  for (const cells of rows) {
    const line = `${csvRecord(cells.map(({ text }) => text))}\n`;
    for (const [column, { odd: kind }] of cells.entries()) {
      if (kind === undefined) continue;
      const known = odd.get(kind);
      if (known) odd.set(kind, { ...known, count: known.count + 1 });
      else {
        const before = csvRecord([...cells.slice(0, column).map(({ text }) => text), '']);
        const first = `${columnName(column)}${lines.length + 1}`;
        odd.set(kind, { kind, count: 1, first, offset: length + before.length });
      }
    }
    lines.push(line);
    length += line.length;
    if (length > most) throw new SpreadsheetError('tooLarge');
    if (cells.some(({ text }) => text.trim() !== '')) filled = lines.length;
  }
  return {
    name,
    csv: lines.slice(0, filled).join(''),
    rows: Math.max(0, filled - 1),
    odd: [...odd.values()],
  };
}
