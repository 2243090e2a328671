import { check, type CheckOptions, type CheckReport, type ContactSheet, readSheet } from '../checks';
import type { ColumnMap } from './columnMap';
import { heldRows, type HeldReason } from './heldRows';
import type { MapNeeds } from './rowReading';
import { mapSheet, type MappedSheet } from './mapSheet';

/** A mapped copy of a file, and what a check of it found. */
export interface CheckedMapping {
  readonly sheet: ContactSheet;
  readonly columns: ColumnMap;
  readonly mapped: MappedSheet;
  readonly report: CheckReport;
  /** By record of the file: why rows must not be sent. */
  readonly held: ReadonlyMap<number, readonly HeldReason[]>;
}

/** Errors come first; of more findings than this the others are only counted. */
const mostFindings = 100_000;

/**
 * Maps a file and checks the copy as a file is checked. A generator, as `check` is one; the last `next` gives it all.
 * @param unsound rows of the file that cannot be read for sure, by record
 */
export function* checkMapping(
  sheet: ContactSheet,
  columns: ColumnMap,
  unsound: ReadonlyMap<number, readonly HeldReason[]>,
  needs: MapNeeds,
  options: Omit<CheckOptions, 'limit'>,
): Generator<undefined, CheckedMapping> {
  const mapped = yield* mapSheet(sheet, columns, needs, unsound);
  const copy = readSheet(mapped.text);
  const first = yield* check(copy, { ...options, limit: mostFindings });
  const hasMore = first.counts.error > mostFindings;
  const report = hasMore ? yield* check(copy, { ...options, limit: Infinity }) : first;
  return { sheet, columns, mapped, report, held: heldRows(mapped, unsound, report) };
}
