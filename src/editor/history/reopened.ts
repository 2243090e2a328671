import type { ImportReport, ImportSource, Outcome, ImportRecord } from '../../core/delivery/index';
import type { Sendable } from '../sending/sendable';

/** An earlier import beside its file as it stands now. */
export interface Reopened {
  readonly record: ImportRecord;
  readonly sendable: Sendable;
  /** The file with only the rows of the import, their index being their place in it. */
  readonly source: ImportSource;
  /** What the ledger knows of the rows. */
  readonly report: ImportReport;
  /** By index in the import: why rows cannot be sent as they stand. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** Indexes of rows of the import that the file no longer has: removed, or edited since. */
  readonly missing: ReadonlySet<number>;
  /** Rows of the file that were not in the import: added, or edited since. */
  readonly added: number;
}

/** Which rows of a reopened import have one of these outcomes now, less those that cannot be sent as they stand. */
export function isOpen({ report, heldBack, missing }: Reopened, ...wanted: readonly Outcome[]) {
  return (index: number): boolean =>
    wanted.includes(report.outcomeAt(index)) && !heldBack.has(index) && !missing.has(index);
}

/** How many there are. */
export function countOpen(reopened: Reopened, ...wanted: readonly Outcome[]): number {
  const isWanted = isOpen(reopened, ...wanted);
  let count = 0;
  for (let index = 0; index < reopened.report.rowCount; index++) if (isWanted(index)) count++;
  return count;
}
