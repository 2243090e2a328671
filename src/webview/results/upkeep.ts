import type { ResultColumn } from '../../protocol/results';
import type { Query } from './table';

/** What becomes of the rows that are shown when rows have changed or come. */
export type Upkeep =
  /** They stay, in the file's order, and those that have come are behind them. */
  | 'stay'
  /** They are filtered and sorted again. */
  | 'renew'
  /** They stay as they are until the user asks: nothing moves under the reader's eyes. */
  | 'offer';

/** Columns whose values an import changes. */
const changing: ReadonlySet<ResultColumn> = new Set(['outcome', 'why', 'status', 'id', 'createdAt']);

/**
 * @param isReading whether the user is in the table, or has scrolled it
 * @param haveCome whether there are rows that were not there before
 */
export function upkeepOf(
  { filter, outcome, group, sort }: Query,
  isReading: boolean,
  haveCome: boolean,
): Upkeep {
  const isFiltered = filter.trim() !== '' || outcome !== undefined || group !== undefined;
  const isOrdered = sort !== undefined && (haveCome || changing.has(sort.column));
  if (!isFiltered && !isOrdered) return 'stay';
  return isReading ? 'offer' : 'renew';
}
