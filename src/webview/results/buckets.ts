import { rowOutcomes, type RowOutcome } from '../../protocol/results';
import { numberCells } from '../../protocol/rowPage';
import type { Rows } from '../../protocol/rows';
import { outcomesByUrgency } from './columns';

/** What a stretch of the file is drawn as. */
export interface Bucket {
  /** The most pressing one of its rows. */
  readonly outcome: RowOutcome;
  /** The first row with that outcome, as an index into the results' rows. */
  readonly row: number;
}

const urgencyOf = rowOutcomes.map((outcome) => outcomesByUrgency.indexOf(outcome));

/**
 * The file in stretches of equal length, by its rows' places. A stretch of which no row is listed is `undefined`, and
 * contacts that no row explains are nowhere.
 * @param rowCount rows of the file, listed or not
 * @param most so many stretches at the most; a short file has one for each row
 */
export function outcomeBuckets(rows: Rows, rowCount: number, most: number): readonly (Bucket | undefined)[] {
  const buckets = new Array<Bucket | undefined>(Math.min(most, rowCount)).fill(undefined);
  const urgencies = new Uint8Array(buckets.length).fill(rowOutcomes.length);
  let index = 0;
  for (const page of rows.pages) {
    const { outcomes, places } = numberCells(page);
    for (let on = 0; on < page.count; on++, index++) {
      const place = (places[on] ?? 0) - 1;
      const code = outcomes[on] ?? 0;
      const at = Math.floor((place * buckets.length) / rowCount);
      const urgency = urgencyOf[code] ?? rowOutcomes.length;
      if (urgency >= (urgencies[at] ?? 0)) continue;
      urgencies[at] = urgency;
      buckets[at] = { outcome: rowOutcomes[code] ?? 'unknown', row: index };
    }
  }
  return buckets;
}
