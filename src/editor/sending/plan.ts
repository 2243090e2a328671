import type { Hasher, ImportSource, OutgoingRow, RowGroups } from '../../core/delivery/index';
import { loadDelivery } from '../delivery/load';
import type { Sendable } from './sendable';

/** Rows of a source that are sent, and in how many requests. */
export interface Plan {
  readonly rows: number;
  readonly requests: number;
  /** Whether the row is one of them. Its index is its place in the source. */
  readonly includes: (row: OutgoingRow) => boolean;
}

/** What can be sent of a file, and what is left if rows that the stream has from earlier imports are not sent again. */
export interface Plans {
  /** Every row that is not held back. */
  readonly all: Plan;
  /** Those of {@link all} that no earlier import created on the stream; `undefined` when that is all of them. */
  readonly fresh?: Plan;
}

/** Makes up the plans of an import. `created`: hashes of the rows that earlier imports created on the stream. */
export async function plansFor(
  { source, heldBack }: Sendable,
  batchRows: number,
  created: ReadonlySet<string>,
  hasher: Pick<Hasher, 'row'>,
): Promise<Plans> {
  const isGood = ({ index }: OutgoingRow) => !heldBack.has(index);
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
  const { countBatches, largestBatchBytes, outgoing } = await loadDelivery();
  const limits = { rows: batchRows, bytes: largestBatchBytes };
  if (!isFiltered && source.bytes !== undefined) {
    const requests = Math.ceil(Math.max(source.rowCount / limits.rows, source.bytes / limits.bytes));
    return { includes, rows: source.rowCount, requests };
  }
  return {
    includes,
    ...(await countBatches(outgoing(source, await rowsOf(source, includes), false), limits)),
  };
}

/** The rows of a source that a plan includes. `see` is shown each group of all rows before. */
export async function rowsOf(
  source: ImportSource,
  includes: Plan['includes'],
  see: (rows: readonly OutgoingRow[]) => Promise<void> = () => Promise.resolve(),
): Promise<RowGroups> {
  const { picked, tapped } = await loadDelivery();
  return picked(tapped(source.groups(), see), (row) => (includes(row) ? row : undefined));
}
