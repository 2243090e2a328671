import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { mock } from 'node:test';
import {
  FileLedgerStore,
  Hasher,
  openOutcomes,
  RowsByHash,
  ImportHistory,
  ImportLedger,
  type KnownImport,
  type RowResult,
} from '../../../../../src/core/delivery';
import { checkedLine } from '../../../../../src/core/delivery/ledger/checkedLine';
import { lineOf } from '../../../../../src/core/delivery/ledger/entries';
import { useFolder } from '../../../../support/delivery/folder';
import { about, outcomesOf, rewritten } from '../../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../../support/delivery/memoryStore';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import { plans } from '../../../../support/delivery/knowledge';

const created = (index: number): RowResult => ({ outcome: 'created', contact: contactOf(rowAt(index)) });

async function readFrom(history: ImportHistory, id: string): Promise<KnownImport> {
  return (await history.read(id)) ?? assert.fail(`nothing is known of ${id}`);
}

/** Ledgers of which one breaks off while it is read. */
class BreakingStore extends MemoryLedgerStore {
  override async *lines(id: string): AsyncGenerator<string> {
    yield* super.lines(id);
    if (id === 'bad') throw new Error('EIO');
  }
}

/** The id of a process that has come to its end. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? assert.fail('nothing was started');
}

describe('what ledgers tell', () => {
  it('nothing of an import that has none', async () => {
    const history = new ImportHistory(new MemoryLedgerStore());
    assert.equal(await history.read('a'), undefined);
    assert.deepEqual(await history.all(), []);
  });

  it('what became of each row', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(4));
    await ledger.sending(rowsOf(3));
    await ledger.settled(rowsOf(2), [created(0), { outcome: 'notReturned' }]);
    await ledger.end();
    const { record } = await readFrom(new ImportHistory(store), 'import-1');
    assert.deepEqual(outcomesOf(record), ['created', 'notReturned', 'unknown', 'notSent']);
    assert.deepEqual([...record.ids], [[0, 'id0']]);
    assert.equal(record.ended, true);
    assert.equal(record.count(...openOutcomes), 2);
  });

  it('nothing of a ledger whose first line is not understood', async () => {
    const store = new MemoryLedgerStore();
    store.texts.set('a', ['{"t":"run","v":1,"id', lineOf({ t: 'send', rows: '0' })]);
    store.texts.set('b', []);
    assert.equal(await new ImportHistory(store).read('a'), undefined);
    assert.deepEqual(await new ImportHistory(store).all(), []);
  });

  it('nothing of a ledger that can be read only in part: rows could seem never to have left', async () => {
    const store = new BreakingStore();
    await (await ImportLedger.begin(store, about(1, { id: 'good' }))).end();
    await (await ImportLedger.begin(store, about(1, { id: 'bad' }))).end();
    const history = new ImportHistory(store);
    assert.equal(await history.read('bad'), undefined);
    assert.deepEqual(
      (await history.all()).map(({ record }) => record.begun.id),
      ['good'],
    );
  });

  it('every import, the latest first', async () => {
    const store = new MemoryLedgerStore();
    for (const [id, at] of [
      ['old', 1_000],
      ['new', 3_000],
      ['middle', 2_000],
    ] as const) {
      await (await ImportLedger.begin(store, about(1, { id }), () => at)).end();
    }
    const ids = (await new ImportHistory(store).all()).map(({ record }) => record.begun.id);
    assert.deepEqual(ids, ['new', 'middle', 'old']);
  });
});

describe('whether somebody is at work on an import', () => {
  let ledger: ImportLedger | undefined;
  afterEach(() => ledger?.end());

  async function running() {
    const store = new MemoryLedgerStore();
    ledger = await ImportLedger.begin(store, about(1));
    const touched = () => store.touched.get('import-1') ?? 0;
    const isAlive = async (later = 0) =>
      (await new ImportHistory(store, () => touched() + later).read('import-1'))?.isAlive;
    return { store, isAlive };
  }

  it('yes, while its process exists and gives signs of life', async () => {
    const { isAlive } = await running();
    assert.equal(await isAlive(), true);
    assert.equal(await isAlive(19_999), true);
  });

  it('no, when there was no sign of life for long: its number may be that of another process by now', async () => {
    const { isAlive } = await running();
    assert.equal(await isAlive(20_000), false);
  });

  it('no, when it has ended; yes, when it goes on', async () => {
    const { store, isAlive } = await running();
    await ledger?.end();
    assert.equal(await isAlive(), false);
    ledger = await ImportLedger.resume(store, 'import-1');
    assert.equal(await isAlive(), true);
  });

  it('no, when its process is gone', async () => {
    const { store, isAlive } = await running();
    const [first = ''] = store.texts.get('import-1') ?? [];
    const pid = await endedProcess();
    store.texts.set('import-1', [rewritten(first, `"pid":${process.pid}`, `"pid":${pid}`)]);
    assert.equal(await isAlive(), false);
  });

  it('yes, when its process exists and belongs to another user', async () => {
    const { isAlive } = await running();
    const kill = mock.method(process, 'kill', () => {
      throw Object.assign(new Error(), { code: 'EPERM' });
    });
    try {
      assert.equal(await isAlive(), true);
    } finally {
      kill.mock.restore();
    }
  });
});

describe('imports that were cut off', () => {
  /** A ledger whose process is gone, with these lines behind the first. */
  async function left(id: string, ...texts: readonly string[]): Promise<ImportHistory> {
    const store = new MemoryLedgerStore();
    await (await ImportLedger.begin(store, about(1, { id }))).end();
    const [first = ''] = store.texts.get(id) ?? [];
    const pid = await endedProcess();
    const begun = rewritten(first, `"pid":${process.pid}`, `"pid":${pid}`);
    store.texts.set(id, [begun, ...texts.map(checkedLine)]);
    return new ImportHistory(store);
  }
  const idsOf = (runs: readonly KnownImport[]) => runs.map(({ record }) => record.begun.id);

  it('are those without an end that nobody is at work on', async () => {
    assert.deepEqual(idsOf(await (await left('a')).cutOff()), ['a']);
    assert.deepEqual(idsOf(await (await left('b', '{"t":"send","rows":"0"}')).cutOff()), ['b']);
    assert.deepEqual(idsOf(await (await left('c', '{"t":"end","at":"x"}')).cutOff()), []);
    assert.deepEqual(idsOf(await (await left('d', '{"t":"forget"}')).cutOff()), []);
  });

  it('are also those that went on after they had ended or were forgotten', async () => {
    const resume = `{"t":"resume","at":"x","pid":${await endedProcess()}}`;
    assert.deepEqual(idsOf(await (await left('a', '{"t":"forget"}', resume)).cutOff()), ['a']);
    // A line of a later version at the end hides nothing.
    assert.deepEqual(idsOf(await (await left('b', '{"t":"end","at":"x"}', '{"t":"later"}')).cutOff()), []);
  });

  it('are not those that somebody is at work on', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(1, { id: 'a' }));
    try {
      const history = new ImportHistory(store);
      assert.deepEqual(idsOf(await history.cutOff()), []);
      assert.deepEqual(idsOf((await history.alive()).imports), ['a']);
    } finally {
      await ledger.end();
    }
    assert.deepEqual(idsOf((await new ImportHistory(store).alive()).imports), []);
  });
});

describe('a ledger that cannot be read', () => {
  it('counts as one that is being written, as long as it is fresh', async () => {
    const store = new MemoryLedgerStore();
    await (await ImportLedger.begin(store, about(1, { id: 'ended' }))).end();
    const at = Date.now();
    const hasUnreadable = async (later = 0) =>
      (await new ImportHistory(store, () => at + later).alive()).hasUnreadable;
    assert.equal(await hasUnreadable(), false);
    store.texts.set('torn', ['{"t":"run","v":1,"id']);
    assert.equal(await hasUnreadable(), false);
    store.touched.set('torn', at);
    assert.equal(await hasUnreadable(), true);
    assert.equal(await hasUnreadable(19_999), true);
    assert.equal(await hasUnreadable(20_000), false);
  });
});

describe('what other imports tell of rows on a stream', () => {
  const stream = { host: 'https://a.example', streamId: 'st-1' };
  const hashes = ['a', 'b', 'c'].map((letter) => letter.repeat(22));
  const ask = () => Promise.resolve(new Set(hashes));

  async function importTo(store: MemoryLedgerStore, id: string, more: Partial<Parameters<typeof about>[1]>) {
    const ledger = await ImportLedger.begin(store, about(3, { id, ...more }));
    await ledger.rows(0, hashes);
    return ledger;
  }

  async function told(history: ImportHistory, except?: string) {
    const earlier = await history.earlierOn(stream, 'key', ask, except);
    return hashes.map((hash) => earlier.at(hash)?.is);
  }

  it('is told by every import to it, and by none to another stream or with another key', async () => {
    const store = new MemoryLedgerStore();
    const first = await importTo(store, 'first', {});
    await first.settled(rowsOf(3), [
      created(0),
      { outcome: 'present', contact: contactOf(rowAt(1)) },
      { outcome: 'unknown' },
    ]);
    await first.end();
    for (const more of [
      { key: 'another' },
      { stream: { name: 'Test', host: 'https://b.example', streamId: 'st-1' } },
      { stream: { name: 'Test', host: 'https://a.example', streamId: 'st-2' } },
    ]) {
      const ledger = await importTo(store, JSON.stringify(more), more);
      await ledger.settled([rowAt(2)], [created(2)]);
      await ledger.end();
    }
    const history = new ImportHistory(store);
    assert.deepEqual(await told(history), ['created', 'present', 'doubtful']);
    const again = await importTo(store, 'again', { stream: { ...stream, name: 'Another name' } });
    await again.settled([rowAt(1)], [created(1)]);
    await again.end();
    assert.deepEqual(await told(history), ['created', 'created', 'doubtful']);
    // What an import knows itself is not told by others.
    assert.deepEqual(await told(history, 'first'), [undefined, 'created', undefined]);
  });

  it('is nothing of rows that never left, and the weightiest word where several are', async () => {
    const store = new MemoryLedgerStore();
    const order: readonly RowResult[] = [
      { outcome: 'refused' },
      { outcome: 'absent' },
      { outcome: 'present', contact: contactOf(rowAt(0)) },
      created(0),
    ];
    const expected = ['refused', 'doubtful', 'present', 'created'];
    for (const [at, result] of order.entries()) {
      const ledger = await importTo(store, `import-${at}`, {});
      await ledger.settled([rowAt(0)], [result]);
      await ledger.end();
      // What is said later and weighs less takes nothing back.
      const later = await importTo(store, `later-${at}`, {});
      await later.settled([rowAt(0)], [{ outcome: 'refused' }]);
      await later.end();
      assert.deepEqual(await told(new ImportHistory(store)), [expected[at], undefined, undefined]);
    }
  });

  it('is that they may be there, of rows that were refused with others, of which the stream may have stored some', async () => {
    const store = new MemoryLedgerStore();
    const whole: RowResult = { outcome: 'refused', note: { kind: 'batch' } };
    const ledger = await importTo(store, 'import-1', {});
    await ledger.settled(rowsOf(2), [whole, whole], { startedAt: 1_000, endedAt: 2_000 });
    await ledger.settled([rowAt(2)], [{ outcome: 'refused' }], { startedAt: 3_000, endedAt: 4_000 });
    const history = new ImportHistory(store);
    assert.deepEqual(await told(history), ['doubtful', 'doubtful', 'refused']);
    await ledger.end();
    // Once more, from what was kept of it.
    for (let times = 0; times < 2; times++)
      assert.deepEqual(await told(history), ['doubtful', 'doubtful', 'refused']);
    const row = (await history.earlierOn(stream, 'key', ask)).at(hashes[0] ?? '');
    assert.deepEqual(row, { is: 'doubtful', past: { request: { startedAt: 1_000, endedAt: 2_000 } } });
    // It is refused by itself in the end.
    const resumed = await ImportLedger.resume(store, 'import-1');
    await resumed.sending([rowAt(0)]);
    await resumed.settled([rowAt(0)], [{ outcome: 'refused' }]);
    await resumed.end();
    assert.deepEqual(await told(history), ['refused', 'doubtful', 'refused']);
  });

  it('is, of rows that may be there, when they left last and were missed last', async () => {
    const store = new MemoryLedgerStore();
    for (const [id, endedAt] of [
      ['later', 9_000],
      ['earlier', 5_000],
    ] as const) {
      const ledger = await importTo(store, id, {});
      await ledger.settled(
        rowsOf(3),
        [{ outcome: 'unknown' }, { outcome: 'unknown' }, { outcome: 'notReturned' }],
        { startedAt: endedAt - 1_000, endedAt },
      );
      await ledger.missed([rowAt(1)], endedAt + 10);
      await ledger.end();
    }
    const earlier = await new ImportHistory(store).earlierOn(stream, 'key', ask);
    const request = { startedAt: 8_000, endedAt: 9_000 };
    assert.deepEqual(
      hashes.map((hash) => earlier.at(hash)),
      [{ request }, { request, missedAt: 9_010 }, { request }].map((past) => ({ is: 'doubtful', past })),
    );
  });

  it('is, of a request that was cut off, that it is over since the last sign of life', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await importTo(store, 'import-1', {});
    await ledger.sending([rowAt(0)]);
    await ledger.end();
    // Its process was killed before it could say that it ends.
    store.texts.get('import-1')?.pop();
    store.touched.set('import-1', 1_000);
    const earlier = await new ImportHistory(store).earlierOn(stream, 'key', ask);
    const row = earlier.at(hashes[0] ?? '');
    assert.equal(row?.is === 'doubtful' && row.past.request.endedAt, 6_000);
  });

  describe('is known not to be all', () => {
    async function unreadable(
      harm: (lines: readonly string[]) => readonly string[],
      more: Partial<Parameters<typeof about>[1]> = {},
      except?: string,
    ): Promise<number> {
      const store = new MemoryLedgerStore();
      const ledger = await importTo(store, 'import-1', more);
      await ledger.sending(rowsOf(3));
      await ledger.settled(rowsOf(3), [created(0), created(1), created(2)]);
      await ledger.end();
      store.texts.set('import-1', [...harm(store.texts.get('import-1') ?? [])]);
      const history = new ImportHistory(store);
      const earlier = await history.earlierOn(stream, 'key', ask, except);
      // Once more, from what was kept of it.
      assert.equal((await history.earlierOn(stream, 'key', ask, except)).unreadable, earlier.unreadable);
      return earlier.unreadable;
    }
    const zeroed = (at: number) => (lines: readonly string[]) =>
      lines.with(at, '\0'.repeat(lines[at]?.length ?? 0));
    const without = (kind: string) => (lines: readonly string[]) =>
      lines.filter((line) => !line.includes(`"t":"${kind}"`));
    const changed = (from: string, to: string) => (lines: readonly string[]) =>
      lines.map((line) => rewritten(line, from, to));

    const harms: Record<string, (lines: readonly string[]) => readonly string[]> = {
      'its first line is damaged': zeroed(0),
      'its first line is missing': (lines) => lines.slice(1),
      'it is empty': () => [],
      'the line that names its rows is damaged': zeroed(1),
      'the line that names its rows is torn in two': ([run = '', rows = '', ...rest]) => [
        ...[run, rows.slice(0, 40), rows.slice(40)],
        ...rest,
      ],
      'the line that names its rows is missing': without('rows'),
      'it says that it had fewer rows than have left': changed('"rows":3', '"rows":1'),
    };
    for (const [what, harm] of Object.entries(harms)) {
      it(`where a ledger cannot be read: ${what}`, async () => {
        assert.equal(await unreadable(harm), 1);
      });
    }

    it('where rows are named with a key that is not in use', async () => {
      assert.equal(await unreadable((lines) => lines, { key: 'another' }), 1);
    });

    it('where its names were damaged by a letter', async () => {
      const spoilt = (lines: readonly string[]) =>
        lines.map((line) => line.replace('aaaaaaaaaaa', 'aaaaaaaaaab'));
      assert.equal(await unreadable(spoilt), 1);
    });

    it('but not for what takes no row away', async () => {
      assert.equal(await unreadable((lines) => lines), 0);
      // What left is unknown then, and looked for.
      assert.equal(await unreadable(zeroed(2)), 0);
      assert.equal(await unreadable(zeroed(3)), 0);
      assert.equal(await unreadable((lines) => [...lines.slice(0, -1), '{"t":"e']), 0);
      // To another stream, as far as that can be read.
      const elsewhere = { stream: { ...stream, name: 'Test', streamId: 'st-2' } };
      assert.equal(await unreadable(without('rows'), elsewhere), 0);
      assert.equal(await unreadable(zeroed(0), {}, 'import-1'), 0);
    });

    it('but not for a ledger that is deleted while it is read', async () => {
      const store = new MemoryLedgerStore();
      await (await importTo(store, 'import-1', {})).end();
      const lines = store.lines.bind(store);
      store.lines = async function* (id) {
        await store.delete(id);
        yield* lines(id);
      };
      assert.equal((await new ImportHistory(store).earlierOn(stream, 'key', ask)).unreadable, 0);
    });
  });

  it('tell the ids of what they created on it, whatever their key', async () => {
    const store = new MemoryLedgerStore();
    for (const [index, more] of [
      { key: 'another' },
      {},
      { stream: { name: 'Test', host: 'https://a.example', streamId: 'st-2' } },
    ].entries()) {
      const ledger = await importTo(store, `import-${index}`, more);
      await ledger.settled(
        [rowAt(index), rowAt(7)],
        [created(index), { outcome: 'present', contact: contactOf(rowAt(7)) }],
      );
      await ledger.end();
    }
    const ids = await new ImportHistory(store).idsOn(stream);
    assert.deepEqual(
      [0, 1, 2, 7].map((index) => ids.has(`id${index}`)),
      [true, true, false, false],
    );
  });

  it('leave out those whose hash was not written down', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(1));
    await ledger.settled([rowAt(0)], [created(0)]);
    await ledger.end();
    assert.equal((await new ImportHistory(store).earlierOn(stream, 'key', ask)).isEmpty, true);
  });
});

describe('a ledger of version 1', () => {
  const folder = useFolder();
  const fixture = path.join(import.meta.dirname, '../../../../fixtures/ledger/v1.jsonl');

  it('is read by every later version', async () => {
    const history = new ImportHistory(new FileLedgerStore(path.dirname(fixture)));
    const { record, isAlive } = await readFrom(history, 'v1');
    assert.deepEqual(outcomesOf(record), [
      ...['created', 'created', 'created', 'notReturned'],
      ...['present', 'created', 'refused', 'refused'],
      ...['unknown', 'unknown', 'notSent', 'notSent'],
    ]);
    const id = (last: number) => `63c7cfaf196ce928529b000${last}`;
    assert.deepEqual(
      [...record.ids],
      [0, 1, 2, 5].map((place) => [place, id(place)]),
    );
    assert.deepEqual(record.begun, {
      t: 'run',
      v: 1,
      id: '0b6a2c1e-54c6-4b0e-9a52-8d4b9d1f7c11',
      at: '2026-01-15T12:00:00.000Z',
      pid: 4194305,
      file: {
        uri: 'file:///home/me/Kunden%20M%C3%BCnchen.csv',
        hash: '8DVZK90T2aw',
      },
      stream: {
        name: 'München',
        host: 'https://agentassist.kore.ai',
        streamId: 'st-733b03fb-667c-58d4-89ab-9d13f63f0000',
      },
      rows: 12,
      key: 'qCIirvbqHMR',
    });
    assert.deepEqual([record.pid, record.ended, isAlive], [4194306, false, false]);
  });

  it('tells no times of its requests: they were over when the import was, and may have taken any time', async () => {
    const history = new ImportHistory(new FileLedgerStore(path.dirname(fixture)));
    const { record } = await readFrom(history, 'v1');
    const pasts = outcomesOf(record).map((_, place) => record.pastAt(place));
    assert.deepEqual(
      pasts.flatMap((past, place) => (past ? [place] : [])),
      [3, 6, 7, 8, 9],
    );
    for (const past of pasts) if (past) assert.deepEqual(Object.keys(past), ['request']);
    const resumed = Date.parse('2026-01-16T08:30:00.000Z');
    assert.deepEqual(
      pasts.slice(6, 10).map((past) => past?.request),
      [{ endedAt: resumed }, { endedAt: resumed }, { endedAt: resumed }, { endedAt: resumed }],
    );
  });

  it('knows its rows again', async () => {
    const hasher = new Hasher('the key of the frozen ledger', plans);
    const history = new ImportHistory(new FileLedgerStore(path.dirname(fixture)));
    const { record } = await readFrom(history, 'v1');
    assert.equal(record.begun.key, hasher.key);
    const places = await RowsByHash.of(record, hasher);
    assert.deepEqual(
      rowsOf(12).map((row) => places.take({ ...row, index: 99 })?.index),
      rowsOf(12).map(({ index }) => index),
    );
  });

  it('can be gone on with: the line that was torn is passed over, what follows is not', async () => {
    fs.copyFileSync(fixture, path.join(folder(), 'v1.jsonl'));
    const store = new FileLedgerStore(folder());
    const ledger = await ImportLedger.resume(store, 'v1');
    await ledger.sending([rowAt(10)]);
    await ledger.settled([rowAt(10)], [created(10)]);
    await ledger.end();
    const { record } = await readFrom(new ImportHistory(store), 'v1');
    assert.deepEqual(outcomesOf(record).slice(8), ['unknown', 'unknown', 'created', 'notSent']);
    assert.deepEqual([record.pid, record.ended], [process.pid, true]);
  });
});
