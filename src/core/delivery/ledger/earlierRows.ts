import type { RowPast } from '../run/past';
import type { ToldOutcome } from './rowCodes';
import type { ImportRecord } from './importRecord';

/**
 * What other imports tell of a row on a stream, that which weighs most first.
 *
 * | is | when |
 * |---|---|
 * | `created`, `present` | its contact is on the stream, as far as is known |
 * | `doubtful` | it has left, and no answer tells for certain what became of it: unknown, absent, not returned, or refused with a whole request, some rows of which the stream may have stored |
 * | `refused` | the stream did not take it by itself, unchanged as it is |
 */
export type EarlierRow =
  | { readonly is: 'created' | 'present' | 'refused' }
  /** `past`: of the import that left with it last. */
  | { readonly is: 'doubtful'; readonly past: RowPast };

/** How many rows are looked at between two pauses: a fraction of a millisecond. */
const rowsAtOnce = 1_000;

/** So many maps hold the rows, each those whose hash begins alike: one of a million would stand still when it grows. */
const shardCount = 64;

const weights = { created: 3, present: 2, doubtful: 1, refused: 0 } as const;

/** Rows that are told so are as many as a list is long, and share what is told. */
const settled = {
  created: { is: 'created' },
  present: { is: 'present' },
  refusedAlone: { is: 'refused' },
} as const satisfies Partial<Record<ToldOutcome, EarlierRow>>;

/** What is known of a row of which only that outcome is; `undefined` when it takes its import's ledger to tell more. */
export function settledRow(outcome: ToldOutcome): EarlierRow | undefined {
  return outcome in settled ? settled[outcome as keyof typeof settled] : undefined;
}

/** What other imports tell of rows on one stream, by the rows' hashes. Rows that never left are not among them. */
export class EarlierRows {
  private readonly shards = Array.from({ length: shardCount }, () => new Map<string, EarlierRow>());
  /** How many imports cannot be read, or only in part: rows of which nothing is told may have left with them. */
  unreadable = 0;

  /** Takes in what one more import tells of a row. */
  add(hash: string, told: EarlierRow): void {
    if (outweighs(told, this.at(hash))) this.shardOf(hash)?.set(hash, told);
  }

  /** Takes in what one more import tells of those of its rows that have these hashes. In steps, for `runInSlices`. */
  *addAll(record: ImportRecord, hashes: ReadonlySet<string>): Generator<undefined, undefined> {
    for (let place = 0; place < record.begun.rows; place++) {
      if (place % rowsAtOnce === 0) yield;
      const hash = record.hashAt(place);
      const told = hashes.has(hash) ? earlierRow(record, place) : undefined;
      if (told) this.add(hash, told);
    }
  }

  /** `undefined` for a row that never left. */
  at(hash: string): EarlierRow | undefined {
    return this.shardOf(hash)?.get(hash);
  }

  /** How many different rows have left before. */
  get size(): number {
    return this.shards.reduce((sum, { size }) => sum + size, 0);
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  private shardOf(hash: string): Map<string, EarlierRow> | undefined {
    return this.shards[hash.charCodeAt(0) % shardCount];
  }
}

/** Whether a row need not be sent, since its contact is on the stream. */
export function isOnStream(row: EarlierRow | undefined): boolean {
  return row?.is === 'created' || row?.is === 'present';
}

function earlierRow(record: ImportRecord, place: number): EarlierRow | undefined {
  const outcome = record.toldAt(place);
  switch (outcome) {
    case 'notSent':
      return undefined;
    case 'created':
    case 'present':
    case 'refusedAlone':
      return settled[outcome];
    case 'unknown':
    case 'absent':
    case 'notReturned':
    case 'refused':
      // Of a request that is not known it is only certain that it is over.
      return { is: 'doubtful', past: record.pastAt(place) ?? { request: { endedAt: Date.now() } } };
  }
}

function outweighs(told: EarlierRow, known: EarlierRow | undefined): boolean {
  if (known === undefined) return true;
  if (told.is !== 'doubtful' || known.is !== 'doubtful') return weights[told.is] > weights[known.is];
  return told.past.request.endedAt >= known.past.request.endedAt;
}
