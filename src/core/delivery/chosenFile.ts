import type { Reopened } from './reopened';

/** How many of an import's rows a file has. Rows that were edited, and have their number, are among them. */
export interface RowsInFile {
  readonly here: number;
  readonly rows: number;
}

export function rowsInFile({ missing, record }: Pick<Reopened, 'missing' | 'record'>): RowsInFile {
  const { rows } = record.begun;
  return { here: rows - missing.size, rows };
}

/** Whether a file is an import's without anybody being asked: lists of two days often have some rows in common. */
export function hasMost({ here, rows }: RowsInFile): boolean {
  return here * 2 > rows;
}
