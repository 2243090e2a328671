import type { SettledRow } from '../../core/delivery/index';
import { pauseIfDue } from '../../core/files/slices';
import { EncodedRows } from '../../protocol/encodedPage';
import { rowOutcomes, type ResultRow, type RowOutcome } from '../../protocol/resultRow';
import type { Results } from '../../protocol/results';
import type { NotSent } from './liveResults';

/** All rows of an import of which the results list only some, as the history and the file tell of them now. */
export interface WholeImport {
  readonly rowCount: number;
  /** Whether its file could be read: what was sent of rows that are not listed is known from there alone. */
  readonly hasFile: boolean;
  readonly notSent: NotSent;
  /** By place. */
  readonly outcomeAt: (place: number) => RowOutcome;
  readonly rows: () => AsyncIterable<readonly SettledRow[]>;
}

/** How to make rows of them. */
export interface WholeForm {
  readonly rowOf: (settled: SettledRow, notSent: NotSent) => ResultRow;
  /** Only rows of this outcome; all when absent. */
  readonly outcome?: RowOutcome | undefined;
}

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 1_000;

/** How many rows of the whole import have each outcome; of an outcome, if one is given, alone. */
export async function countsOfWhole(
  whole: WholeImport,
  { counts, running }: Pick<Results, 'counts' | 'running'>,
  outcome?: RowOutcome,
): Promise<Results['counts']> {
  const numbers = new Map<RowOutcome, number>();
  for (let place = 0; place < whole.rowCount; place++) {
    if (place % placesAtOnce === 0) await pauseIfDue();
    const now = outcomeNow(whole, place, running);
    numbers.set(now, (numbers.get(now) ?? 0) + 1);
  }
  numbers.set('unmatched', counts.unmatched);
  const wanted = rowOutcomes.map((one) => {
    const isWanted = outcome === undefined || outcome === one;
    return [one, isWanted ? (numbers.get(one) ?? 0) : 0] as const;
  });
  return Object.fromEntries(wanted) as Record<RowOutcome, number>;
}

/**
 * The rows of the whole import: those that are listed as they are, with the stream's words, as long as the history tells
 * nothing newer; then contacts that no row explains.
 */
export async function* rowsOfWhole(
  whole: WholeImport,
  { rows: pages, running }: Pick<Results, 'rows' | 'running'>,
  { rowOf, outcome }: WholeForm,
): AsyncGenerator<readonly ResultRow[]> {
  const byPlace = new Map<number, ResultRow>();
  const unmatched: ResultRow[] = [];
  for (const page of pages) {
    await pauseIfDue();
    for (const row of new EncodedRows([page])) {
      if (row.place !== null) byPlace.set(row.place, row);
      else if (outcome === undefined || outcome === row.outcome) unmatched.push(row);
    }
  }
  for await (const group of whole.rows()) {
    const rows: ResultRow[] = [];
    for (const settled of group) {
      const { index } = settled.row;
      const now = outcomeNow(whole, index, running);
      if (outcome !== undefined && now !== outcome) continue;
      const known = byPlace.get(index);
      rows.push(known?.outcome === now ? known : { ...rowOf(settled, whole.notSent), outcome: now });
    }
    if (rows.length > 0) yield rows;
  }
  yield unmatched;
}

/** What has not been sent of an import that goes on waits, unless there is a reason why it is not. */
function outcomeNow(
  { outcomeAt, notSent: { heldBack, leftOutOf } }: WholeImport,
  place: number,
  running: string,
): RowOutcome {
  const outcome = outcomeAt(place);
  const mayWait = outcome === 'notSent' && running !== '';
  return mayWait && !heldBack.has(place) && !leftOutOf?.(place) ? 'waiting' : outcome;
}
