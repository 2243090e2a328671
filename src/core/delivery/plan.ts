import { createHash } from 'node:crypto';
import { isOnStream, type EarlierRow, type EarlierRows, type LeftOutOf } from './ledger/earlierRows';
import { PastFinder } from './ledger/pastFinder';
import type { Hasher } from './ledger/hasher';
import type { ImportLedger } from './ledger/importLedger';
import { pauseIfDue } from '../files/slices';
import { countBatches, largestBatchBytes, type ImportContent } from './run/batches';
import { openRows, type Reopened } from './reopened';
import type { ImportRow, Outcome } from './run/outcome';
import type { RowPast } from './run/past';
import {
  importContent,
  inSlices,
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
  readonly includes: (row: Pick<ImportRow, 'index'>) => boolean;
  /**
   * What earlier imports know of a row that they have sent without a certain answer. Such rows are looked for first, and
   * sent only if they are proven not to be on the stream. `undefined` for all others; absent when there is none such.
   */
  readonly pastOf?: (row: ImportRow) => RowPast | undefined;
  /** Absent when no row is left out. */
  readonly leftOutOf?: LeftOutOf;
  /** How many rows are left out since their contacts are on the stream; rows that are held back do not count. */
  readonly leftOut: number;
}

/** How many rows of a file that can be sent have a past on the stream, by what earlier imports tell of them. */
export type PastCounts = Readonly<Record<EarlierRow['is'], number>>;

/** What can be sent of a file, and what is left if rows that the stream has from earlier imports are not sent again. */
export interface Plans {
  /** Every row that is not held back. */
  readonly all: Plan;
  /** Those of {@link all} that no earlier import has brought to the stream; `undefined` when that is all of them. */
  readonly fresh?: Plan;
  readonly counts: PastCounts;
  /** How many of those were edited since: they have the number of a row that was sent, and other values. */
  readonly edited: number;
  /** As `EarlierRows` tells it. */
  readonly unreadable: number;
  /** Tells which rows have which past: the same for plans between which a user's answer holds. */
  readonly pasts: string;
}

/** Makes up the plans of an import. `earlier`: what earlier imports tell of rows on the stream. */
export async function plansFor(
  { source, heldBack }: SendableRows,
  batchRows: number,
  earlier: Pick<EarlierRows, 'at' | 'othersOf' | 'isEmpty' | 'unreadable'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<Plans> {
  const isGood: Plan['includes'] = ({ index }) => !heldBack.has(index);
  const counts = { created: 0, present: 0, doubtful: 0, refused: 0 };
  const { unreadable } = earlier;
  const known = unreadable > 0 ? `less ${unreadable}` : '';
  if (earlier.isEmpty) {
    const all = await planOf(source, batchRows, isGood, heldBack.size > 0);
    return { all: { ...all, leftOut: 0 }, counts, edited: 0, unreadable, pasts: known };
  }
  // By place: hashes take long, and a plan is asked of each row several times.
  const pasts = createHash('sha256');
  const finder = new PastFinder(earlier);
  const byPlace: (EarlierRow | undefined)[] = [];
  let edited = 0;
  for await (const group of inSlices(source.groups())) {
    for (const row of group) {
      const past = isGood(row) ? finder.next(hasher.row(row.values)) : undefined;
      byPlace[row.index] = past?.told;
      if (!past) continue;
      counts[past.told.is]++;
      edited += Number(past.isEdited);
      pasts.update(`${row.index}${past.told.is}${past.isEdited}`);
    }
  }
  const pastAt = ({ index }: Pick<ImportRow, 'index'>) => byPlace[index];
  // As if no import had ever told of other rows.
  const hasPast = Object.values(counts).some((count) => count > 0);
  const pastOf = (row: ImportRow) => {
    const past = pastAt(row);
    return past?.is === 'doubtful' ? past.past : undefined;
  };
  const past = counts.doubtful > 0 && { pastOf };
  const all = { ...(await planOf(source, batchRows, isGood, heldBack.size > 0)), ...past, leftOut: 0 };
  const leftOut = counts.created + counts.present;
  const told = hasPast ? pasts.digest('base64url') : '';
  const asked = { all, counts, edited, unreadable, pasts: told + known };
  if (leftOut === 0) return asked;
  const fresh = await planOf(source, batchRows, (row) => isGood(row) && !isOnStream(pastAt(row)), true);
  const leftOutOf: LeftOutOf = (index) => {
    const told = byPlace[index];
    return isOnStream(told) ? told : undefined;
  };
  return { ...asked, fresh: { ...fresh, ...past, leftOut, leftOutOf } };
}

/** The rows of a plan that are looked for before they are sent, each with what is known of it. They are never many. */
export async function doubtfulRows(
  source: ImportSource,
  { includes, pastOf }: Pick<Plan, 'includes' | 'pastOf'>,
): Promise<ReadonlyMap<ImportRow, RowPast>> {
  const rows = new Map<ImportRow, RowPast>();
  if (pastOf === undefined) return rows;
  for await (const group of included(source.groups(), includes)) {
    for (const row of group) {
      const past = pastOf(row);
      if (past) rows.set(row, past);
    }
  }
  return rows;
}

/** @param isFiltered whether rows are left out, so that they must be counted */
async function planOf(
  source: ImportSource,
  batchRows: number,
  includes: Plan['includes'],
  isFiltered: boolean,
): Promise<Pick<Plan, 'rows' | 'requests' | 'includes'>> {
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
  { includes }: Pick<Plan, 'includes'>,
  ledger: Pick<ImportLedger, 'rows'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<ImportContent> {
  const isLarge = source.bytes !== undefined;
  if (!isLarge) for await (const rows of source.groups()) await nameRows(rows, ledger, hasher);
  const groups = isLarge ? namedAsRead(source, ledger, hasher) : source.groups();
  return importContent(source, included(groups, includes));
}

/**
 * What is sent of an import that is resumed: its rows with these outcomes, less those that cannot be sent. Those of a large
 * file are named as they are read, as in {@link plannedContent}: the import was cut off before it had read all of them.
 */
export function restContent(
  reopened: Reopened,
  wanted: readonly Outcome[],
  ledger: Pick<ImportLedger, 'rows'>,
  hasher: Pick<Hasher, 'row'>,
): ImportContent {
  const { source } = reopened;
  const groups = source.bytes === undefined ? source.groups() : namedAsRead(source, ledger, hasher);
  return importContent(source, openRows(reopened, wanted, groups));
}

function namedAsRead(
  source: ImportSource,
  ledger: Pick<ImportLedger, 'rows'>,
  hasher: Pick<Hasher, 'row'>,
): RowGroups {
  return tapped(source.groups(), (rows) => nameRows(rows, ledger, hasher));
}

/** So many are made between two pauses: a millisecond. */
const hashesAtOnce = 100;

async function nameRows(
  rows: readonly ImportRow[],
  ledger: Pick<ImportLedger, 'rows'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<void> {
  const hashes: string[] = [];
  for (const { values } of rows) {
    hashes.push(hasher.row(values));
    if (hashes.length % hashesAtOnce === 0) await pauseIfDue();
  }
  await ledger.rows(rows[0]?.index ?? 0, hashes);
}

function included(groups: RowGroups, includes: Plan['includes']): RowGroups {
  return picked(groups, (row) => (includes(row) ? row : undefined));
}
