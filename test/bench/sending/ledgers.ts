import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hashLength, lineOf, readEntry, type Entry } from '../../../src/core/delivery/ledger/entries';

export const historyStream = { name: 'bench', host: 'https://a.example', streamId: 'st-1' };

const batchRows = 1_000;

/** Writes the ledger of an import that created all of so many rows, batch by batch, as an import does. */
export function writeLedger(folder: string, id: string, rows: number): void {
  const at = new Date().toISOString();
  const handle = fs.openSync(path.join(folder, `${id}.jsonl`), 'w');
  const write = (...entries: readonly Entry[]) =>
    fs.writeSync(handle, entries.map((entry) => `${lineOf(entry)}\n`).join(''));
  const file = { uri: 'file:///bench', hash: 'hash' };
  write({ t: 'run', v: 1, id, at, pid: 1, file, stream: historyStream, rows, key: 'key' });
  for (let from = 0; from < rows; from += batchRows) {
    const count = Math.min(batchRows, rows - from);
    const places = `${from}-${from + count - 1}`;
    const ids = Array.from({ length: count }, (_, index) => `${id}-${from + index}`);
    write(
      { t: 'rows', from, hashes: randomHashes(count) },
      { t: 'send', rows: places, at },
      { t: 'out', rows: places, outcomes: `c${count}`, ids, at, ms: 500 },
    );
  }
  write({ t: 'end', at });
  fs.closeSync(handle);
}

/** Hashes of the rows that {@link writeLedger} made up. */
export function hashesOfImport(folder: string, id: string): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const line of fs.readFileSync(path.join(folder, `${id}.jsonl`), 'utf8').split('\n')) {
    const entry = readEntry(line);
    if (entry?.t !== 'rows') continue;
    for (let at = 0; at < entry.hashes.length; at += hashLength) {
      hashes.add(entry.hashes.slice(at, at + hashLength));
    }
  }
  return hashes;
}

function randomHashes(count: number): string {
  const bytes = randomBytes(count * 18).toString('base64url');
  return bytes.slice(0, count * hashLength);
}
