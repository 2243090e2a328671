import type { RowPast } from '../run/past';
import type { EarlierOutcome } from './rowCodes';
import { numberIn } from './entries';
import type { Hashes } from './hashSet';
import { HashTable } from './hashTable';
import type { ImportRecord } from './importRecord';
import { RowsByNumber } from './rowsByNumber';

/**
 * What other imports tell of a row on a stream, that which weighs most first.
 *
 * | is | when |
 * |---|---|
 * | `created`, `present` | its contact is on the stream, as far as is known |
 * | `doubtful` | it has left, and no answer tells for certain what became of it: unknown, absent, not returned, or refused with a whole request, some rows of which the stream may have stored |
 * | `refused` | the stream did not take it by itself, unchanged as it is |
 *
 * `at`: when the import began that tells it last, ISO 8601.
 */
export type EarlierRow =
  | OnStream
  | { readonly is: 'refused'; readonly at?: string }
  /** `past`: of the import that left with it last. */
  | { readonly is: 'doubtful'; readonly past: RowPast };

/** What is told of a row whose contact is on the stream. */
export interface OnStream {
  readonly is: 'created' | 'present';
  readonly at?: string;
  /** Whether the contact's name contradicts the row's: it may be another person's. */
  readonly isOtherName?: true;
}

/** By index in an import: what another one tells of a row that is not sent, since its contact is on the stream. */
export type LeftOutOf = (index: number) => OnStream | undefined;

/** How many rows are looked at between two pauses: a fraction of a millisecond. */
const rowsAtOnce = 1_000;

const weights = { created: 3, present: 2, doubtful: 1, refused: 0 } as const;

/** What is known of a row by its outcome alone; the others take their import's ledger to tell more. */
const settled: ReadonlyMap<EarlierOutcome, OnStream | { readonly is: 'refused' }> = new Map<
  EarlierOutcome,
  OnStream | { readonly is: 'refused' }
>([
  ['created', { is: 'created' }],
  ['present', { is: 'present' }],
  ['otherName', { is: 'present', isOtherName: true }],
  ['refusedAlone', { is: 'refused' }],
]);

/** What an import that began then tells of rows by their outcome alone; those with one outcome share it, for they are many. */
export function settledRows(at: string): (outcome: EarlierOutcome) => EarlierRow | undefined {
  const told = new Map(
    Array.from(settled, ([outcome, row]): [EarlierOutcome, EarlierRow] => [outcome, { ...row, at }]),
  );
  return (outcome) => told.get(outcome);
}

/** What other imports tell of rows on one stream, by the rows' hashes. Rows that never left are not among them. */
export class EarlierRows {
  /** By hash: the place of what is told of the row. */
  private readonly rows = new HashTable();
  /** What is told, each thing once: many rows share it. */
  private readonly told: EarlierRow[] = [];
  private readonly places = new Map<EarlierRow, number>();
  /** Rows that are not in the file. */
  private readonly others = new RowsByNumber();
  /** How many imports cannot be read, or only in part: rows of which nothing is told may have left with them. */
  unreadable = 0;

  /** @param isInFile whether a row with that hash is in the file that is asked about, and so no other row */
  constructor(private readonly isInFile: (hash: string) => boolean = () => true) {}

  /** Takes in what one more import tells of a row. */
  add(hash: string, told: EarlierRow): void {
    const known = this.at(hash);
    if (known === undefined && !this.isInFile(hash)) this.others.add(hash);
    if (outweighs(told, known)) this.rows.set(hash, this.placeOf(told));
  }

  /**
   * What is told of rows that have the number of this one and other values, that which weighs most first. A row that was
   * refused by itself is none: what was mended is new.
   */
  othersOf(hash: string): readonly EarlierRow[] {
    return this.others
      .with(numberIn(hash))
      .toSorted()
      .flatMap((other) => this.at(other) ?? [])
      .filter(({ is }) => is !== 'refused')
      .sort((a, b) => weights[b.is] - weights[a.is]);
  }

  /** Takes in what one more import tells of those of its rows that have these hashes. In steps, for `runInSlices`. */
  *addAll(record: ImportRecord, hashes: Hashes): Generator<undefined, undefined> {
    const settledRow = settledRows(record.begun.at);
    const doubtfulRow = doubtfulRows(record);
    for (let place = 0; place < record.begun.rows; place++) {
      if (place % rowsAtOnce === 0) yield;
      const hash = record.hashAt(place);
      const told = hashes.has(hash) ? (settledRow(record.earlierAt(place)) ?? doubtfulRow(place)) : undefined;
      if (told) this.add(hash, told);
    }
  }

  /** `undefined` for a row that never left. */
  at(hash: string): EarlierRow | undefined {
    return this.told[this.rows.get(hash) ?? -1];
  }

  /** How many different rows have left before. */
  get size(): number {
    return this.rows.size;
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  private placeOf(told: EarlierRow): number {
    const known = this.places.get(told);
    if (known !== undefined) return known;
    const place = this.told.push(told) - 1;
    this.places.set(told, place);
    return place;
  }
}

/** Whether a row need not be sent, since its contact is on the stream. */
export function isOnStream(row: EarlierRow | undefined): row is OnStream {
  return row?.is === 'created' || row?.is === 'present';
}

/** What an import tells of rows of which its outcome alone does not tell all; those of one request share it. */
function doubtfulRows(record: ImportRecord): (place: number) => EarlierRow | undefined {
  // Of a request that is not known it is only certain that it is over.
  const over: RowPast = { request: { endedAt: Date.now() } };
  const rows = new Map<RowPast, EarlierRow>();
  return (place) => {
    if (record.toldAt(place) === 'notSent') return undefined;
    const past = record.pastAt(place) ?? over;
    const row = rows.get(past) ?? { is: 'doubtful', past };
    rows.set(past, row);
    return row;
  };
}

function outweighs(told: EarlierRow, known: EarlierRow | undefined): boolean {
  if (known === undefined) return true;
  if (told.is !== 'doubtful' || known.is !== 'doubtful') {
    if (told.is === known.is && told.is !== 'doubtful' && known.is !== 'doubtful')
      return (told.at ?? '') > (known.at ?? '');
    return weights[told.is] > weights[known.is];
  }
  return told.past.request.endedAt >= known.past.request.endedAt;
}
