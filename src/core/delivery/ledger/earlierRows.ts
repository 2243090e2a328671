import type { RowPast } from '../run/past';
import type { ImportRecord } from './importRecord';

/**
 * What other imports tell of a row on a stream, that which weighs most first.
 *
 * | is | when |
 * |---|---|
 * | `created`, `present` | its contact is on the stream, as far as is known |
 * | `doubtful` | it has left, and no answer tells for certain what became of it: unknown, absent, not returned |
 * | `refused` | the stream did not take it, unchanged as it is |
 */
export type EarlierRow =
  | { readonly is: 'created' | 'present' | 'refused' }
  /** `past`: of the import that left with it last. */
  | { readonly is: 'doubtful'; readonly past: RowPast };

const weights = { created: 3, present: 2, doubtful: 1, refused: 0 } as const;

/** What other imports tell of rows on one stream, by the rows' hashes. Rows that never left are not among them. */
export class EarlierRows {
  private readonly byHash = new Map<string, EarlierRow>();

  /** @param records all to the same stream, with hashes made by the same key */
  constructor(records: Iterable<ImportRecord> = []) {
    for (const record of records) this.add(record);
  }

  /** Takes in what one more import tells. */
  add(record: ImportRecord): void {
    for (let place = 0; place < record.begun.rows; place++) {
      const hash = record.hashAt(place);
      const told = hash === '' ? undefined : earlierRow(record, place);
      if (told && outweighs(told, this.byHash.get(hash))) this.byHash.set(hash, told);
    }
  }

  /** `undefined` for a row that never left. */
  at(hash: string): EarlierRow | undefined {
    return this.byHash.get(hash);
  }

  get isEmpty(): boolean {
    return this.byHash.size === 0;
  }
}

/** Whether a row need not be sent, since its contact is on the stream. */
export function isOnStream(row: EarlierRow | undefined): boolean {
  return row?.is === 'created' || row?.is === 'present';
}

function earlierRow(record: ImportRecord, place: number): EarlierRow | undefined {
  const outcome = record.outcomes[place] ?? 'notSent';
  switch (outcome) {
    case 'notSent':
      return undefined;
    case 'created':
    case 'present':
    case 'refused':
      return { is: outcome };
    case 'unknown':
    case 'absent':
    case 'notReturned':
      // Of a request that is not known it is only certain that it is over.
      return { is: 'doubtful', past: record.pastAt(place) ?? { request: { endedAt: Date.now() } } };
  }
}

function outweighs(told: EarlierRow, known: EarlierRow | undefined): boolean {
  if (known === undefined) return true;
  if (told.is !== 'doubtful' || known.is !== 'doubtful') return weights[told.is] > weights[known.is];
  return told.past.request.endedAt >= known.past.request.endedAt;
}
