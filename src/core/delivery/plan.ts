import type { Hasher } from './ledger/hasher';
import type { ImportLedger } from './ledger/importLedger';
import { countBatches, largestBatchBytes, type ImportContent } from './run/batches';
import type { ImportRow } from './run/outcome';
import {
  importContent,
  picked,
  tapped,
  type ImportSource,
  type RowGroups,
  type SendableRows,
} from './source/source';

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

/** Makes up the plans of an import. `created`: hashes of the rows that earlier imports created on the stream. */
export async function plansFor(
  { source, heldBack }: SendableRows,
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
    ...(await countBatches(importContent(source, included(source.groups(), includes)), limits)),
  };
}

/**
 * What is sent by a plan. Every row of the source, sent or not, is named in the ledger before it could leave, so that it
 * is found again in a file that was edited: all of a document's before the first leaves, those of a large file as they
 * are read, since it is resumed only as it was.
 */
export async function plannedContent(
  source: ImportSource,
  { includes }: Plan,
  ledger: Pick<ImportLedger, 'rows'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<ImportContent> {
  const name = (rows: readonly ImportRow[]) =>
    ledger.rows(
      rows[0]?.index ?? 0,
      rows.map(({ values }) => hasher.row(values)),
    );
  const isLarge = source.bytes !== undefined;
  if (!isLarge) for await (const rows of source.groups()) await name(rows);
  const groups = isLarge ? tapped(source.groups(), name) : source.groups();
  return importContent(source, included(groups, includes));
}

function included(groups: RowGroups, includes: Plan['includes']): RowGroups {
  return picked(groups, (row) => (includes(row) ? row : undefined));
}
