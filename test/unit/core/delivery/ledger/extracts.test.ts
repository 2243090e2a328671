import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import {
  FileLedgerStore,
  ImportHistory,
  ImportLedger,
  type EarlierRow,
  type Outcome,
} from '../../../../../src/core/delivery';
import type { LedgerStore } from '../../../../../src/core/delivery/ledger/store';
import { extractKinds, fingerprint } from '../../../../../src/core/delivery/ledger/extract';
import { IdSet } from '../../../../../src/core/delivery/ledger/idSet';
import { outcomes } from '../../../../../src/core/delivery/run/outcome';
import { useFolder } from '../../../../support/delivery/folder';
import { about, outcomesOf } from '../../../../support/delivery/ledgers';
import { contactOf, rowAt } from '../../../../support/delivery/rows';
import { finished } from '../../../../support/finished';
import { isLong, runs } from '../../../../support/long';

const { stream } = about(0);

/** A hash of its own for each row, `index` being below 64³. */
const hashOf = (index: number) =>
  `${String(index).padStart(5, '-')}_hash_${String(index).padStart(5, '-')}number`;

/** An import: of each row its number and what became of it. */
interface Sent {
  readonly rows: readonly (readonly [index: number, outcome: Outcome])[];
  readonly key?: string;
  readonly streamId?: string;
  readonly ends?: boolean;
}

async function importTo(
  store: LedgerStore,
  id: string,
  { rows, key = 'key', streamId = stream.streamId, ends = true }: Sent,
): Promise<ImportLedger> {
  const ledger = await ImportLedger.begin(
    store,
    about(rows.length, { id, key, stream: { ...stream, streamId } }),
  );
  await ledger.rows(
    0,
    rows.map(([index]) => hashOf(index)),
  );
  const sent = rows.flatMap(([index, outcome], place) =>
    outcome === 'notSent' ? [] : [{ index, outcome, place }],
  );
  await ledger.sending(sent.map(({ place }) => rowAt(place)));
  await ledger.settled(
    sent.map(({ place }) => rowAt(place)),
    sent.map(({ index, outcome }) =>
      outcome === 'created' || outcome === 'present'
        ? { outcome, contact: contactOf(rowAt(index)) }
        : { outcome },
    ),
  );
  if (ends) await ledger.end();
  return ledger;
}

/** What outcomes mean for a row, that which weighs most first. */
const meanings: readonly (readonly [EarlierRow['is'], readonly Outcome[]])[] = [
  ['created', ['created']],
  ['present', ['present']],
  ['doubtful', ['unknown', 'absent', 'notReturned']],
  ['refused', ['refused']],
];

/** The same told by the ledgers alone, by another way. */
async function ledgersTell(store: LedgerStore, hash: string): Promise<EarlierRow['is'] | undefined> {
  const known = await new ImportHistory(store).all();
  const told = known
    .filter(({ record: { begun } }) => begun.key === 'key' && begun.stream.streamId === stream.streamId)
    .flatMap(({ record }) => outcomesOf(record).filter((_, place) => record.hashAt(place) === hash));
  return meanings.find(([, meant]) => meant.some((outcome) => told.includes(outcome)))?.[0];
}

const someRows = Array.from({ length: 12 }, (_, index) => index);

async function earlierIn(store: LedgerStore, rows: readonly number[] = someRows) {
  const hashes = new Set(rows.map(hashOf));
  return await new ImportHistory(store).earlierOn(stream, 'key', () => Promise.resolve(hashes));
}

/** What it is of a row. */
async function told(store: LedgerStore, index: number): Promise<EarlierRow['is'] | undefined> {
  return (await earlierIn(store)).at(hashOf(index))?.is;
}

async function assertAgrees(store: LedgerStore): Promise<void> {
  const earlier = await earlierIn(store);
  for (const hash of someRows.map(hashOf))
    assert.deepEqual(earlier.at(hash)?.is, await ledgersTell(store, hash), hash);
}

/** Ledgers of which it is counted how often one is read. */
class CountingStore extends FileLedgerStore {
  readonly read: string[] = [];
  override lines(id: string): AsyncIterable<string> {
    this.read.push(id);
    return super.lines(id);
  }
}

describe('what became of rows that were sent before', () => {
  const folder = useFolder();
  let store: CountingStore;
  let ledgers: ImportLedger[];
  beforeEach(() => ([store, ledgers] = [new CountingStore(folder()), []]));
  // Their folder may be gone by now.
  afterEach(() => Promise.all(ledgers.map((ledger) => ledger.end().catch(() => undefined))));

  const fileOf = (id: string, end: string) => path.join(folder(), `${id}.${end}`);
  const leave = (id: string, sent: Sent) => importTo(store, id, sent);

  it('is what weighs most of it, in any import to the stream with the key in use', async () => {
    await leave('a', {
      rows: [
        [0, 'created'],
        [1, 'unknown'],
        [2, 'notSent'],
        [3, 'refused'],
        [7, 'notReturned'],
      ],
    });
    await leave('b', {
      rows: [
        [0, 'refused'],
        [1, 'present'],
        [3, 'unknown'],
        [4, 'absent'],
      ],
    });
    await leave('c', { rows: [[5, 'created']], key: 'another' });
    await leave('d', { rows: [[6, 'created']], streamId: 'another' });
    const earlier = await earlierIn(store);
    assert.deepEqual(
      someRows.slice(0, 8).map((index) => earlier.at(hashOf(index))?.is),
      ['created', 'present', undefined, 'doubtful', 'doubtful', undefined, undefined, 'doubtful'],
    );
    assert.equal(earlier.size, 5);
  });

  it('is read of the ledgers once, but for those that left some of the rows in doubt', async () => {
    await leave('settled', {
      rows: [
        [0, 'created'],
        [1, 'refused'],
      ],
    });
    await leave('doubtful', {
      rows: [
        [0, 'unknown'],
        [2, 'notReturned'],
      ],
    });
    await leave('found', { rows: [[3, 'absent']] });
    await leave('later', { rows: [[3, 'present']] });
    await earlierIn(store);
    const read = async (...rows: readonly number[]) => {
      store.read.length = 0;
      await earlierIn(store, rows);
      return store.read;
    };
    assert.deepEqual(await read(...someRows), ['doubtful']);
    assert.deepEqual(await read(0, 1, 3), [], 'others have brought them there');
    assert.deepEqual(await read(2), ['doubtful']);
  });

  it('tells which imports have rows of an outcome, so that no other ledger is read', async () => {
    await leave('a', { rows: [[0, 'created']] });
    await leave('b', {
      rows: [
        [0, 'created'],
        [1, 'refused'],
      ],
    });
    await leave('c', { rows: [[1, 'notSent']] });
    const history = new ImportHistory(store);
    await history.withRows('unknown');
    store.read.length = 0;
    const ids = (await history.withRows('refused', 'notSent')).map(({ record }) => record.begun.id);
    assert.deepEqual(ids.toSorted(), ['b', 'c']);
    assert.deepEqual(store.read.toSorted(), ['b', 'c']);
  });

  it('is doubtful though the ledger that left it so cannot be read any more', async () => {
    await leave('a', { rows: [[0, 'unknown']] });
    await earlierIn(store);
    store.lines = () => assert.fail('EIO');
    assert.equal(await told(store, 0), 'doubtful');
  });

  it('is told of those alone that were asked for, and nobody is asked where nothing was sent', async () => {
    await leave('a', {
      rows: [
        [0, 'created'],
        [1, 'created'],
      ],
    });
    assert.equal((await earlierIn(store, [1, 9])).size, 1);
    const elsewhere = { ...stream, streamId: 'another' };
    await new ImportHistory(store).earlierOn(elsewhere, 'key', () => assert.fail('asked'));
  });

  it('is read of the ledgers once, as are the ids', async () => {
    await leave('a', { rows: [[0, 'created']] });
    await assertAgrees(store);
    store.read.length = 0;
    assert.equal(await told(store, 0), 'created');
    assert.equal((await new ImportHistory(store).idsOn(stream)).has('id0'), true);
    assert.deepEqual(store.read, []);
  });

  it('is read of the ledger again when that went on', async () => {
    await leave('a', {
      rows: [
        [0, 'unknown'],
        [1, 'created'],
      ],
    });
    await earlierIn(store);
    const ledger = await ImportLedger.resume(store, 'a');
    await ledger.settled([rowAt(0)], [{ outcome: 'present', contact: contactOf(rowAt(0)) }]);
    assert.equal(await told(store, 0), 'present', 'while it goes on');
    await ledger.end();
    assert.equal(await told(store, 0), 'present', 'after its end');
  });

  it('is read of the ledger each time while somebody is at work on it, and nothing is kept', async () => {
    const ledger = await importTo(store, 'a', { rows: [[0, 'created']], ends: false });
    ledgers.push(ledger);
    await assertAgrees(store);
    assert.deepEqual(fs.readdirSync(folder()), ['a.jsonl']);
    await ledger.settled([rowAt(0)], [{ outcome: 'refused' }]);
    assert.equal(await told(store, 0), 'refused');
  });

  it('is kept of an import that was cut off, once nobody can be at work on it', async () => {
    ledgers.push(await importTo(store, 'a', { rows: [[0, 'unknown']], ends: false }));
    const later = new ImportHistory(store, () => Date.now() + 60_000);
    await later.earlierOn(stream, 'key', () => Promise.resolve(new Set()));
    store.read.length = 0;
    await assert.doesNotReject(later.idsOn(stream));
    assert.deepEqual(store.read, []);
  });

  it('agrees with the ledgers, whatever was sent and whatever of it is kept', async () => {
    const row = fc.tuple(fc.constantFrom(...someRows), fc.constantFrom(...outcomes));
    const sent = fc.record({
      rows: fc.array(row, { maxLength: 8 }),
      key: fc.constantFrom('key', 'key', 'another'),
      streamId: fc.constantFrom(stream.streamId, stream.streamId, 'another'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { maxLength: 4 }), fc.array(fc.boolean()), async (imports, asked) => {
        const own = new FileLedgerStore(fs.mkdtempSync(path.join(folder(), 'run-')));
        for (const [index, each] of imports.entries()) {
          await importTo(own, `import-${index}`, each);
          if (asked[index] === true) await earlierIn(own);
        }
        await assertAgrees(own);
        await assertAgrees(own);
      }),
      { numRuns: runs(150) },
    );
  });

  describe('is read of the ledger when what was kept is', () => {
    const damage: Record<string, (bytes: Buffer, others: Buffer) => Buffer> = {
      empty: () => Buffer.alloc(0),
      'torn in its head': (bytes) => bytes.subarray(0, 20),
      'torn in its entries': (bytes) => bytes.subarray(0, -5),
      'torn behind an entry': (bytes) => bytes.subarray(0, -12),
      'longer than it was': (bytes) => Buffer.concat([bytes, bytes.subarray(-12)]),
      'another file': () => Buffer.from('salutation,firstName\nMs,Ada\n'),
      'that of another import, of the same state': (bytes, others) =>
        resealed(others, stampIn(others), stampIn(bytes)),
      'of another version': (bytes) => resealed(bytes, '"v":1', '"v":2'),
      'of what the ledger was before': (bytes) => resealed(bytes, '"stamp":"', '"stamp":"1'),
    };
    for (const [what, harm] of Object.entries(damage)) {
      it(what, async () => {
        await leave('a', {
          rows: [
            [0, 'created'],
            [1, 'refused'],
          ],
        });
        await leave('b', { rows: [[2, 'present']] });
        await earlierIn(store);
        for (const kind of extractKinds) {
          const [bytes, others] = [fs.readFileSync(fileOf('a', kind)), fs.readFileSync(fileOf('b', kind))];
          fs.writeFileSync(fileOf('a', kind), harm(bytes, others));
        }
        await assertAgrees(store);
        assert.equal((await new ImportHistory(store).idsOn(stream)).has('id0'), true);
        store.read.length = 0;
        await earlierIn(store);
        assert.deepEqual(store.read, [], 'it is kept again');
      });
    }

    for (const kind of ['numbers', 'rows'] as const)
      it(`wrong in any single bit, of ${kind}`, async () => {
        await leave('a', {
          rows: [
            [0, 'created'],
            [1, 'refused'],
          ],
        });
        await earlierIn(store);
        const bytes = fs.readFileSync(fileOf('a', kind));
        for (let bit = 0; bit < bytes.length * 8; bit += isLong ? 1 : 31) {
          const harmed = Buffer.from(bytes);
          harmed[bit >>> 3] = (harmed[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
          fs.writeFileSync(fileOf('a', kind), harmed);
          store.read.length = 0;
          await earlierIn(store);
          assert.deepEqual(store.read, ['a'], `bit ${bit}`);
        }
      });
  });

  it('is read of rows only where their numbers were sent before', async () => {
    await leave('a', { rows: [[0, 'created']] });
    await leave('b', { rows: [[20_000, 'created']] });
    await earlierIn(store);
    const read: string[] = [];
    const extract = store.extract.bind(store);
    store.extract = (id, kind) => {
      if (kind === 'rows') read.push(id);
      return extract(id, kind);
    };
    assert.equal((await earlierIn(store)).size, 1);
    assert.deepEqual(read, ['a']);
  });

  it('is told when nothing can be kept', async () => {
    await leave('a', { rows: [[0, 'created']] });
    store.keepExtract = () => Promise.reject(new Error('ENOSPC'));
    await assertAgrees(store);
  });

  it('is the same for all who ask at once, and no half of a file stays', async () => {
    for (const id of ['a', 'b', 'c'])
      await leave(id, {
        rows: [
          [0, 'created'],
          [1, 'unknown'],
        ],
      });
    const windows = Array.from({ length: 6 }, () => new FileLedgerStore(folder()));
    for (const earlier of await Promise.all(windows.map((window) => earlierIn(window)))) {
      assert.equal(earlier.at(hashOf(1))?.is, 'doubtful');
    }
    assert.deepEqual(
      fs.readdirSync(folder()).filter((name) => name.endsWith('.tmp')),
      [],
    );
    store.read.length = 0;
    await assertAgrees(store);
  });

  it('goes with the ledger, with all that lies beside it, and belongs to its owner', async () => {
    await leave('a', { rows: [[0, 'created']] });
    await leave('ab', { rows: [[1, 'created']] });
    await earlierIn(store);
    if (process.platform !== 'win32') assert.equal(fs.statSync(fileOf('a', 'rows')).mode & 0o777, 0o600);
    fs.writeFileSync(fileOf('a', 'rows.left.tmp'), 'by one that was killed');
    await store.delete('a');
    assert.deepEqual(fs.readdirSync(folder()).toSorted(), ['ab.ids', 'ab.jsonl', 'ab.numbers', 'ab.rows']);
    assert.deepEqual([await told(store, 0), await told(store, 1)], [undefined, 'created']);
  });

  it('goes with the ledger that is deleted while it is read', async () => {
    await leave('a', { rows: [[0, 'created']] });
    const keep = store.keepExtract.bind(store);
    store.keepExtract = async (...args) => {
      fs.rmSync(fileOf('a', 'jsonl'), { force: true });
      await keep(...args);
    };
    await earlierIn(store);
    assert.deepEqual(fs.readdirSync(folder()), []);
  });
});

describe('ids of contacts that were created', () => {
  it('are all told, and no other, though their tables grow', () => {
    const ids = new IdSet();
    const entries = Buffer.alloc(40_000 * 8);
    for (let index = 0; index < 40_000; index++) {
      const [first, second] = fingerprint(`id${index}`);
      entries.writeUInt32LE(first, index * 8);
      entries.writeUInt32LE(second, index * 8 + 4);
    }
    finished(ids.addAll(entries));
    for (let index = 0; index < 80_000; index++)
      assert.equal(ids.has(`id${index}`), index < 40_000, String(index));
  });
});

/** With other text of its head, and a checksum that fits. */
function resealed(bytes: Buffer, text: string, instead: string): Buffer {
  const body = bytes.toString('latin1', 8).replace(text, instead);
  return Buffer.from(crc32(Buffer.from(body, 'latin1')).toString(16).padStart(8, '0') + body, 'latin1');
}

function stampIn(bytes: Buffer): string {
  return /"stamp":"[^"]*"/.exec(bytes.toString('latin1'))?.[0] ?? assert.fail('has no stamp');
}
