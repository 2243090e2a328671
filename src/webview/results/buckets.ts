import { rowOutcomes, type RowOutcome } from '../../protocol/results';
import { numberCells } from '../../protocol/rowPage';
import type { Rows } from '../../protocol/rows';
import { outcomesByUrgency } from './columns';

/** What a piece of the file is drawn as. */
export interface Bucket {
  /** The most pressing one of its rows. */
  readonly outcome: RowOutcome;
  /** The first row and the last one with that outcome, as indices into the results' rows. */
  readonly row: number;
  readonly last: number;
}

/** Buckets that lie one behind the other and have one outcome. */
export interface Stretch extends Bucket {
  /** Where its buckets begin and end, the end not included. */
  readonly from: number;
  readonly to: number;
}

const urgencyOf = rowOutcomes.map((outcome) => outcomesByUrgency.indexOf(outcome));

/**
 * The file in pieces of equal length, by its rows' places. A piece of which no row is listed is `undefined`, and
 * contacts that no row explains are nowhere.
 * @param rowCount rows of the file, listed or not
 * @param most so many pieces at the most; a short file has one for each row
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
      const known = urgencies[at] ?? 0;
      if (urgency > known) continue;
      urgencies[at] = urgency;
      const row = urgency === known ? (buckets[at]?.row ?? index) : index;
      buckets[at] = { outcome: rowOutcomes[code] ?? 'unknown', row, last: index };
    }
  }
  return buckets;
}

/** The stretches that buckets make, in the file's order. */
export function stretchesOf(buckets: readonly (Bucket | undefined)[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [at, bucket] of buckets.entries()) {
    if (bucket === undefined) continue;
    const before = stretches.at(-1);
    if (before?.to === at && before.outcome === bucket.outcome)
      stretches[stretches.length - 1] = { ...before, to: at + 1, last: bucket.last };
    else stretches.push({ ...bucket, from: at, to: at + 1 });
  }
  return stretches;
}
