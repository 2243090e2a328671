import type { ResultColumn, ResultRow } from '../../protocol/results';
import { nameOf, outcomesByUrgency, phoneOf } from './columns';

/** The column that the table is sorted by. No `Sort` at all is the file's order. */
export interface Sort {
  readonly column: ResultColumn;
  readonly descending: boolean;
}

/** What a click on a column's heading leads to: ascending, then descending, then the file's order. */
export function nextSort(current: Sort | undefined, column: ResultColumn): Sort | undefined {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? undefined : { column, descending: true };
}

/**
 * The rows' indices in sorted order. Rows without a value come last in both directions: nobody who sorts by ID
 * wants a page of blanks first. Equal rows keep the file's order.
 */
export function sortedOrder(rows: readonly ResultRow[], sort: Sort, collator: Intl.Collator): number[] {
  const keys = rows.map((row) => sortKey(row, sort.column));
  const sign = sort.descending ? -1 : 1;
  return rows
    .map((_, index) => index)
    .sort((a, b) => {
      const left = keys[a];
      const right = keys[b];
      if (left === undefined || right === undefined) {
        return Number(left === undefined) - Number(right === undefined) || a - b;
      }
      return sign * compare(left, right, collator) || a - b;
    });
}

function compare(left: string | number, right: string | number, collator: Intl.Collator): number {
  return typeof left === 'string' && typeof right === 'string'
    ? collator.compare(left, right)
    : Number(left) - Number(right);
}

function sortKey(row: ResultRow, column: ResultColumn): string | number | undefined {
  if (column === 'line') return row.line ?? undefined;
  if (column === 'why') return row.message || row.remark || undefined;
  if (column === 'name') return nameOf(row) || undefined;
  if (column === 'phone') return phoneOf(row) || undefined;
  if (column === 'outcome') return outcomesByUrgency.indexOf(row.outcome);
  if (column !== 'createdAt') return row[column] || undefined;
  const time = Date.parse(row.createdAt);
  return Number.isNaN(time) ? undefined : time;
}
