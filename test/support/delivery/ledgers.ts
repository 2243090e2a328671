import type { EarlierRow, EarlierRows, ImportRecord, Outcome } from '../../../src/core/delivery';
import { checkedLine, textOfLine } from '../../../src/core/delivery/ledger/checkedLine';
import type { ImportEntry } from '../../../src/core/delivery/ledger/entries';

/** What a ledger's first line says of an import of so many rows. */
export function about(
  rows: number,
  more: Partial<Omit<ImportEntry, 't' | 'v' | 'at' | 'pid'>> = {},
): Omit<ImportEntry, 't' | 'v' | 'at' | 'pid'> {
  return {
    id: 'import-1',
    file: { uri: 'file:///contacts.csv', hash: 'hash of the file' },
    stream: { name: 'Test', host: 'https://a.example', streamId: 'st-1' },
    rows,
    key: 'key',
    ...more,
  };
}

/** What earlier imports tell of rows with these hashes. */
export function earlierOf(
  rows: Iterable<readonly [hash: string, told: EarlierRow]>,
  unreadable = 0,
): Pick<EarlierRows, 'at' | 'othersOf' | 'isEmpty' | 'unreadable'> {
  const byHash = new Map(rows);
  const isEmpty = byHash.size === 0;
  return { at: (hash) => byHash.get(hash), othersOf: () => [], isEmpty, unreadable };
}

/** Rows with these hashes that earlier imports created. */
export function createdBefore(hashes: readonly string[]): ReturnType<typeof earlierOf> {
  return earlierOf(hashes.map((hash) => [hash, { is: 'created' }]));
}

/** A line of a ledger with other words in it, checked as if they had been written so. */
export function rewritten(line: string, from: string | RegExp, to: string): string {
  return checkedLine((textOfLine(line) ?? '').replace(from, to));
}

/** By place: what is known of each row of an import. */
export function outcomesOf(record: ImportRecord): Outcome[] {
  return Array.from({ length: record.begun.rows }, (_, place) => record.outcomeAt(place));
}
