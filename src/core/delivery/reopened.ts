import type { ImportRecord } from './ledger/importRecord';
import type { ImportRow, Outcome } from './run/outcome';
import type { ImportReport } from './run/report';
import { picked, type ImportSource, type RowGroups, type SendableRows } from './source/source';

/** An earlier import beside its file as it is now. */
export interface Reopened<Content extends SendableRows = SendableRows> {
  readonly record: ImportRecord;
  /** What can be sent of the file now. */
  readonly content: Content;
  /** The file with only the rows of the import, their index being their place in it. */
  readonly source: ImportSource;
  /** What the ledger knows of the rows. */
  readonly report: ImportReport;
  /** By index in the import: why rows cannot be sent as they are. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** Indexes of rows of the import that the file no longer has: removed, or edited since. */
  readonly missing: ReadonlySet<number>;
  /** Rows of the file that were not in the import: added, or edited since. */
  readonly added: number;
}

/** How many rows have one of these outcomes now, less those that are held back or missing. */
export function countOpen(reopened: Reopened, ...wanted: readonly Outcome[]): number {
  const isWanted = isOpen(reopened, wanted);
  let count = 0;
  for (let index = 0; index < reopened.report.rowCount; index++) if (isWanted(index)) count++;
  return count;
}

/** Those rows, in the order of the file. What their outcomes are is asked as they are read. */
export function openRows(reopened: Reopened, ...wanted: readonly Outcome[]): RowGroups {
  const isWanted = isOpen(reopened, wanted);
  return picked(reopened.source.groups(), (row) => (isWanted(row.index) ? row : undefined));
}

/** All of them in one list: for those that got no answer, or were refused, which are never many. */
export async function listOpen(
  reopened: Reopened,
  ...wanted: readonly Outcome[]
): Promise<readonly ImportRow[]> {
  if (countOpen(reopened, ...wanted) === 0) return [];
  const rows: ImportRow[] = [];
  for await (const group of openRows(reopened, ...wanted)) rows.push(...group);
  return rows;
}

function isOpen({ report, heldBack, missing }: Reopened, wanted: readonly Outcome[]) {
  return (index: number): boolean =>
    wanted.includes(report.outcomeAt(index)) && !heldBack.has(index) && !missing.has(index);
}
