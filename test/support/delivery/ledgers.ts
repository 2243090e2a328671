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
