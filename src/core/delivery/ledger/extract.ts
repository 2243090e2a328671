import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import { outcomes } from '../run/outcome';
import { numberIn } from './entries';
import { hashBytes, hashIn, writeHash } from './hashBytes';
import { letterOf, outcomeOfLetter, type EarlierOutcome } from './rowCodes';
import type { ImportRecord } from './importRecord';

/**
 * What questions need of a ledger, made of it so that it need not be read again. Nothing is known by an extract alone: one
 * that is damaged, of another version, or of what the ledger was before is made anew.
 *
 * | kind | its entries |
 * |---|---|
 * | `numbers` | of each row that left, in their order, the first four bytes of the hash of its number: enough to pass over nearly all imports |
 * | `rows` | its hash, and its outcome's letter behind it, `o` where it was found under another name |
 * | `ids` | fingerprints of the ids of contacts that were created |
 *
 * A file of it: the CRC-32 of all that follows in eight digits, a blank, the head as JSON, a line break, the entries.
 */
export interface Extract {
  readonly head: ExtractHead;
  /** The entries, one behind the other, {@link entryBytes} each. */
  readonly entries: Buffer;
}

export const extractKinds = ['numbers', 'rows', 'ids'] as const;
export type ExtractKind = (typeof extractKinds)[number];

/** How long an entry is. */
export const entryBytes: Readonly<Record<ExtractKind, number>> = {
  numbers: 4,
  rows: hashBytes + 1,
  ids: 8,
};

const version = 5;
const otherNameLetter = 'o';
const crcLength = 8;
/** As much work as is done between two pauses: far less than a slice. */
const bytesAtOnce = 256 * 1024;
const entriesAtOnce = 1_000;
/** An id takes a hash. */
const idsAtOnce = 200;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const headSchema = v.object({
  v: v.literal(version),
  kind: v.picklist(extractKinds),
  /** The import, and the state of its ledger of which this was made; see `LedgerStore.stamp`. */
  ...v.entriesFromList(['id', 'stamp'], v.string()),
  /** As in the ledger's first line. */
  ...v.entriesFromList(['host', 'streamId', 'key', 'at'], v.string()),
  /** How many rows have each outcome. */
  counts: v.object(v.entriesFromList(outcomes, count)),
  /** See `ImportRecord.isDamaged`. */
  isDamaged: v.boolean(),
});

/** What an extract was made of. */
export type ExtractHead = Readonly<v.InferOutput<typeof headSchema>>;

/** Makes an extract of a ledger whose state was `stamp` before it was read. In steps, for `runInSlices`. */
export function* makeExtract(
  kind: ExtractKind,
  record: ImportRecord,
  stamp: string,
): Generator<undefined, Extract> {
  const { id, at, key, stream } = record.begun;
  const entries = yield* entriesOf[kind](record);
  const { host, streamId } = stream;
  const { counts, isDamaged } = record;
  return { head: { v: version, kind, id, stamp, host, streamId, key, at, counts, isDamaged }, entries };
}

/** The file of an extract, in pieces: to make one of a million entries would take too long at a stretch. */
export function* encodeExtract({ head, entries }: Extract): Generator<undefined, readonly Buffer[]> {
  const pieces = [Buffer.from(` ${JSON.stringify(head)}\n`), entries];
  return [Buffer.from(yield* crcOf(...pieces)), ...pieces];
}

/** The reverse of {@link encodeExtract}; `undefined` for anything but a whole extract of that kind, ledger and state. */
export function* decodeExtract(
  bytes: Buffer,
  kind: ExtractKind,
  id: string,
  stamp: string,
): Generator<undefined, Extract | undefined> {
  const end = bytes.indexOf('\n');
  const parsed = v.safeParse(headSchema, jsonOf(bytes.toString('utf8', crcLength, Math.max(crcLength, end))));
  if (!parsed.success) return undefined;
  const head = parsed.output;
  const entries = bytes.subarray(end + 1);
  if (head.kind !== kind || head.id !== id || head.stamp !== stamp) return undefined;
  const isWhole = bytes.toString('latin1', 0, crcLength) === (yield* crcOf(bytes.subarray(crcLength)));
  return isWhole && entries.length % entryBytes[kind] === 0 ? { head, entries } : undefined;
}

/** Tells an id from any other: 63 bits, as two halves, the second of which is never 0. */
export function fingerprint(id: string): readonly [number, number] {
  const digest = hash('sha256', id, 'buffer');
  return [digest.readUInt32LE(0), (digest.readUInt32LE(4) | 1) >>> 0];
}

/** The row whose entry begins there. */
export function rowAt(entries: Buffer, at: number): readonly [hash: string, outcome: EarlierOutcome] {
  const letter = String.fromCharCode(entries[at + hashBytes] ?? 0);
  return [hashIn(entries, at), letter === otherNameLetter ? 'otherName' : outcomeOfLetter(letter)];
}

const entriesOf: Readonly<Record<ExtractKind, (record: ImportRecord) => Generator<undefined, Buffer>>> = {
  *numbers(record) {
    const whole = Buffer.alloc(hashBytes);
    return yield* sentEntries(record, 'numbers', (bytes, at, hash) => {
      writeHash(numberIn(hash), whole, 0);
      whole.copy(bytes, at, 0, entryBytes.numbers);
    });
  },
  *rows(record) {
    return yield* sentEntries(record, 'rows', (bytes, at, hash, told) => {
      const letter = told === 'otherName' ? otherNameLetter : letterOf(told);
      bytes.writeUInt8(letter.charCodeAt(0), writeHash(hash, bytes, at));
    });
  },
  ids: idEntries,
};

/** @param write writes the entry of a row that left */
function* sentEntries(
  record: ImportRecord,
  kind: ExtractKind,
  write: (bytes: Buffer, at: number, hash: string, told: EarlierOutcome) => void,
): Generator<undefined, Buffer> {
  const bytes = Buffer.alloc((record.begun.rows - record.counts.notSent) * entryBytes[kind]);
  let end = 0;
  for (let place = 0; place < record.begun.rows; place++) {
    if (place % entriesAtOnce === 0) yield;
    const told = record.earlierAt(place);
    const hash = told === 'notSent' ? '' : record.hashAt(place);
    if (hash === '') continue;
    write(bytes, end, hash, told);
    end += entryBytes[kind];
  }
  return bytes.subarray(0, end);
}

function* idEntries({ ids }: ImportRecord): Generator<undefined, Buffer> {
  const bytes = Buffer.alloc(ids.size * entryBytes.ids);
  let end = 0;
  for (const [, id] of ids) {
    if (end % (idsAtOnce * entryBytes.ids) === 0) yield;
    for (const half of fingerprint(id)) end = bytes.writeUInt32LE(half, end);
  }
  return bytes;
}

function* crcOf(...pieces: readonly Buffer[]): Generator<undefined, string> {
  let crc = 0;
  for (const bytes of pieces) {
    for (let at = 0; at < bytes.length; at += bytesAtOnce) {
      crc = crc32(bytes.subarray(at, at + bytesAtOnce), crc);
      yield;
    }
  }
  return crc.toString(16).padStart(crcLength, '0');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
