import type { CsvTable } from '../csv';
import { rewrite, type Cell } from './cells';
import type { Fix, FixKind } from './fix';

/** A fix that only its user can want: it deletes, fills in, closes or converts. */
export function fix(kind: FixKind, edits: Fix['edits']): Fix {
  return { kind, safe: false, edits };
}

/** A fix that gives one cell another value, if it is another and the cell's quotes are in order. */
export function valueFixes(
  table: CsvTable,
  cell: Cell | undefined,
  mend: (value: string) => string,
  { kind, safe }: Pick<Fix, 'kind' | 'safe'>,
): readonly Fix[] {
  if (!cell?.isSound) return [];
  const value = mend(cell.value);
  return value === cell.value ? [] : [{ kind, safe, edits: () => [rewrite(table, cell, value)] }];
}
