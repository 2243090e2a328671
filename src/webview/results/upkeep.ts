import type { ResultColumn } from '../../protocol/results';
import type { Sort } from './sort';

/** What becomes of the rows that are shown when rows have changed or come. */
export type Upkeep =
  /** They stay where they are, and those that have come are behind them. */
  | 'stay'
  /** They are filtered and sorted again. */
  | 'renew'
  /** They stay as they are until the user asks: nothing moves under the reader's eyes. */
  | 'offer';

/** Columns whose values an import changes. */
const changing: ReadonlySet<ResultColumn> = new Set(['outcome', 'why', 'status', 'id', 'createdAt']);

/**
 * As long as an import goes on nothing moves, whether or not somebody seems to read: rows that jump with every answer are
 * a nuisance in the corner of the eye, too.
 * @param goesOn whether the list, filtered and sorted again, begins with what is shown; asked where it may be worth it
 */
export function upkeepOf(
  sort: Sort | undefined,
  { isRunning, isReading }: { readonly isRunning: boolean; readonly isReading: boolean },
  goesOn: () => boolean,
): Upkeep {
  // Sorted by what every answer changes: to sort again only to see that rows would move is not worth it.
  const isUnsettled = isRunning && sort !== undefined && changing.has(sort.column);
  if (!isUnsettled && goesOn()) return 'stay';
  return isRunning || isReading ? 'offer' : 'renew';
}

/** Whether a list begins with what another one has, so that no row of it moves. */
export function goesOn(before: readonly number[], after: readonly number[]): boolean {
  return before.every((row, place) => after[place] === row);
}
