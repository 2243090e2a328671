import type { Hasher } from './ledger/hasher';
import { countBatches, largestBatchBytes } from './run/batches';
import type { ImportRow } from './run/outcome';
import { importContent, picked, tapped, type ImportSource, type RowGroups } from './source/source';

/** Rows of a source that are sent, and in how many requests. */
export interface Plan {
  readonly rows: number;
  readonly requests: number;
  /** Whether the row is one of them. Its index is its place in the source. */
  readonly includes: (row: ImportRow) => boolean;
}

/** What can be sent of a file, and what is left if rows that the stream has from earlier imports are not sent again. */
export interface Plans {
  /** Every row that is not held back. */
  readonly all: Plan;
  /** Those of {@link all} that no earlier import created on the stream; `undefined` when that is all of them. */
  readonly fresh?: Plan;
}

/** What is planned: the rows of a source, and why some are held back, by their place in it. */
export interface Planned {
  readonly source: ImportSource;
  readonly heldBack: ReadonlyMap<number, string>;
}

/** Makes up the plans of an import. `created`: hashes of the rows that earlier imports created on the stream. */
export async function plansFor(
  { source, heldBack }: Planned,
  batchRows: number,
  created: ReadonlySet<string>,
  hasher: Pick<Hasher, 'row'>,
): Promise<Plans> {
  const isGood = ({ index }: ImportRow) => !heldBack.has(index);
  const all = await planOf(source, batchRows, isGood, heldBack.size > 0);
  if (created.size === 0) return { all };
  const fresh = await planOf(
    source,
    batchRows,
    (row) => isGood(row) && !created.has(hasher.row(row.values)),
    true,
  );
  return fresh.rows === all.rows ? { all } : { all, fresh };
}

/** @param isFiltered whether rows are left out, so that they must be counted */
async function planOf(
  source: ImportSource,
  batchRows: number,
  includes: Plan['includes'],
  isFiltered: boolean,
): Promise<Plan> {
  const limits = { rows: batchRows, bytes: largestBatchBytes };
  if (!isFiltered && source.bytes !== undefined) {
    const requests = Math.ceil(Math.max(source.rowCount / limits.rows, source.bytes / limits.bytes));
    return { includes, rows: source.rowCount, requests };
  }
  return {
    includes,
    ...(await countBatches(importContent(source, rowsOf(source, includes), false), limits)),
  };
}

/** The rows of a source that a plan includes. `see` is shown each group of all rows before. */
export function rowsOf(
  source: ImportSource,
  includes: Plan['includes'],
  see: (rows: readonly ImportRow[]) => Promise<void> = () => Promise.resolve(),
): RowGroups {
  return picked(tapped(source.groups(), see), (row) => (includes(row) ? row : undefined));
}
