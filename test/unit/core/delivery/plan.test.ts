import assert from 'node:assert/strict';
import { EarlierRows, Hasher, type ImportRow, type ImportSource } from '../../../../src/core/delivery';
import { doubtfulRows, plannedContent, plansFor, type Plan } from '../../../../src/core/delivery/plan';
import { createdBefore, earlierOf } from '../../../support/delivery/ledgers';
import { header, rowAt, rowsOf } from '../../../support/delivery/rows';
import { plans } from '../../../support/delivery/knowledge';

const hasher = new Hasher('a key', plans);
const hashOf = (place: number) => hasher.row(rowAt(place).values);

/** Rows in groups of three. `bytes` for a file on disk. Tells how often it was read, and notes each group that is. */
class TestSource implements ImportSource {
  readonly name = 'contacts.csv';
  readonly header = header;
  readonly headerCells = header.split(',');
  readonly newline = '\r\n';
  readonly digest = new Uint8Array(32);
  readonly bytes?: number;
  reads = 0;

  constructor(
    readonly rowCount: number,
    bytes?: number,
    private readonly note: (word: string) => void = () => undefined,
  ) {
    if (bytes !== undefined) this.bytes = bytes;
  }

  *groups(): Generator<readonly ImportRow[]> {
    this.reads++;
    const rows = rowsOf(this.rowCount);
    for (let at = 0; at < rows.length; at += 3) {
      this.note(`read ${at}`);
      yield rows.slice(at, at + 3);
    }
  }
}

function included({ includes }: Plan, rows = rowsOf(7)): number[] {
  return rows.filter(includes).map(({ index }) => index);
}

describe('the plans of an import', () => {
  it('send all rows, in as many requests as they take', async () => {
    const { all, fresh } = await plansFor(
      { source: new TestSource(7), heldBack: new Map() },
      3,
      createdBefore([]),
      hasher,
    );
    assert.deepEqual([all.rows, all.requests, fresh], [7, 3, undefined]);
    assert.deepEqual(included(all), [0, 1, 2, 3, 4, 5, 6]);
  });

  it('leave out rows that are held back', async () => {
    const heldBack = new Map([
      [0, 'no name'],
      [5, 'no number'],
    ]);
    const { all } = await plansFor({ source: new TestSource(7), heldBack }, 3, createdBefore([]), hasher);
    assert.deepEqual([all.rows, all.requests], [5, 2]);
    assert.deepEqual(included(all), [1, 2, 3, 4, 6]);
  });

  it('leave out rows that an earlier import created, unless the user wants all', async () => {
    const created = createdBefore([hashOf(1), hashOf(4), hashOf(99)]);
    const heldBack = new Map([[0, 'no name']]);
    const { all, fresh } = await plansFor({ source: new TestSource(7), heldBack }, 10, created, hasher);
    assert.deepEqual(included(all), [1, 2, 3, 4, 5, 6]);
    assert.ok(fresh);
    assert.deepEqual([fresh.rows, fresh.requests], [4, 1]);
    assert.deepEqual(included(fresh), [2, 3, 5, 6]);
  });

  it('tell whether the same rows have the same past, so that the answer to a question still holds', async () => {
    const pasts = async (...rows: Parameters<typeof earlierOf>) =>
      (
        await plansFor(
          { source: new TestSource(7), heldBack: new Map([[6, '']]) },
          3,
          earlierOf(...rows),
          hasher,
        )
      ).pasts;
    const none = await pasts([]);
    const one = await pasts([[hashOf(1), { is: 'created' }]]);
    assert.notEqual(one, none);
    assert.equal(await pasts([[hashOf(1), { is: 'created' }]]), one);
    assert.notEqual(await pasts([[hashOf(2), { is: 'created' }]]), one);
    assert.notEqual(await pasts([[hashOf(1), { is: 'refused' }]]), one);
    // What is not sent, or not in the file, makes no difference.
    const others = [
      [hashOf(6), { is: 'created' }],
      [hashOf(99), { is: 'created' }],
    ] as const;
    assert.equal(await pasts(others), none);
    assert.equal(await pasts([...others, [hashOf(1), { is: 'created' }]]), one);
  });

  it('say whether earlier rows may have gone unrecognised, so that who was not told so is asked again', async () => {
    const pasts = [[], [[hashOf(1), { is: 'created' }]]] as const;
    for (const known of pasts) {
      const plans = async (unreadable: number) =>
        await plansFor(
          { source: new TestSource(3), heldBack: new Map() },
          3,
          earlierOf(known, unreadable),
          hasher,
        );
      const [whole, part] = [await plans(0), await plans(2)];
      assert.deepEqual([whole.unreadable, part.unreadable], [0, 2]);
      assert.notEqual(whole.pasts, part.pasts);
    }
  });

  it('name every row with a past on the stream, and look for those that may be there', async () => {
    const past = { request: { startedAt: 1_000, endedAt: 2_000 } };
    const earlier = earlierOf([
      [hashOf(0), { is: 'created' }],
      [hashOf(1), { is: 'created' }],
      [hashOf(2), { is: 'present' }],
      [hashOf(3), { is: 'doubtful', past }],
      [hashOf(4), { is: 'refused' }],
      [hashOf(99), { is: 'refused' }],
    ]);
    // Whoever is held back is not named.
    const heldBack = new Map([[0, 'no name']]);
    const source = new TestSource(7);
    const { all, fresh, counts } = await plansFor({ source, heldBack }, 10, earlier, hasher);
    assert.deepEqual(counts, { created: 1, present: 1, doubtful: 1, refused: 1 });
    assert.ok(fresh);
    assert.deepEqual(included(fresh), [3, 4, 5, 6]);
    assert.deepEqual([fresh.leftOut, all.leftOut], [2, 0]);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((index) => fresh.leftOutOf?.(index)?.is),
      [undefined, 'created', 'present', undefined, undefined],
    );
    assert.equal(all.leftOutOf, undefined);
    // Asked for or not: what may be there never goes unseen.
    for (const plan of [all, fresh]) {
      const rows = await doubtfulRows(source, plan);
      assert.deepEqual(
        Array.from(rows, ([{ index }, told]) => [index, told]),
        [[3, past]],
      );
    }
  });

  it('count rows that were edited since they were sent, which have the past of the row that they were', async () => {
    const past = { request: { endedAt: 2_000 } };
    const was = (place: number) => hasher.row({ ...rowAt(place).values, lastName: 'before' });
    const told = new EarlierRows((hash) => rowsOf(7).some(({ values }) => hasher.row(values) === hash));
    told.add(was(1), { is: 'created' });
    told.add(was(2), { is: 'doubtful', past });
    told.add(was(3), { is: 'refused' });
    told.add(hashOf(4), { is: 'created' });
    const source = new TestSource(7);
    const plans = await plansFor({ source, heldBack: new Map() }, 10, told, hasher);
    assert.deepEqual(plans.counts, { created: 2, present: 0, doubtful: 1, refused: 0 });
    assert.equal(plans.edited, 2);
    assert.deepEqual(included(plans.fresh ?? assert.fail()), [0, 2, 3, 5, 6]);
    const rows = await doubtfulRows(source, plans.all);
    assert.deepEqual(
      Array.from(rows, ([{ index }]) => index),
      [2],
    );
  });

  it('look for no row that is held back, and read none where there is none to look for', async () => {
    const past = { request: { endedAt: 2_000 } };
    const source = new TestSource(7);
    const earlier = earlierOf([[hashOf(3), { is: 'doubtful', past }]]);
    const { all, fresh } = await plansFor({ source, heldBack: new Map([[3, 'bad']]) }, 10, earlier, hasher);
    assert.equal(fresh, undefined);
    const { reads } = source;
    assert.equal((await doubtfulRows(source, all)).size, 0);
    assert.equal(source.reads, reads);
  });

  it('are one when no row was created before', async () => {
    const plans = await plansFor(
      { source: new TestSource(3), heldBack: new Map() },
      10,
      createdBefore([hashOf(99)]),
      hasher,
    );
    assert.equal(plans.fresh, undefined);
  });

  it('have nothing fresh when all rows were created before', async () => {
    const created = createdBefore([0, 1, 2].map(hashOf));
    const { fresh } = await plansFor({ source: new TestSource(3), heldBack: new Map() }, 10, created, hasher);
    assert.deepEqual([fresh?.rows, fresh?.requests], [0, 0]);
  });

  it('of a large file are made of its size, and its rows are read only to leave some out', async () => {
    const source = new TestSource(7, 2_000_000);
    const { all } = await plansFor({ source, heldBack: new Map() }, 3, createdBefore([]), hasher);
    assert.deepEqual([all.rows, all.requests, source.reads], [7, 3, 0]);
    const few = await plansFor({ source, heldBack: new Map() }, 1_000, createdBefore([]), hasher);
    assert.deepEqual([few.all.requests, source.reads], [3, 0]);
    const { fresh } = await plansFor(
      { source, heldBack: new Map() },
      1_000,
      createdBefore([hashOf(2)]),
      hasher,
    );
    assert.deepEqual([fresh?.rows, source.reads], [6, 2]);
  });
});

describe('what is sent by a plan', () => {
  const odd: Plan = { rows: 3, requests: 1, leftOut: 0, includes: ({ index }) => index % 2 === 1 };

  /** Its rows, and the order in which they were read, named and taken. */
  async function order(bytes?: number): Promise<readonly string[]> {
    const notes: string[] = [];
    const source = new TestSource(6, bytes, (word) => notes.push(word));
    const ledger = {
      rows: async (from: number, hashes: readonly string[]) => {
        await Promise.resolve();
        assert.deepEqual(
          hashes,
          hashes.map((_, offset) => hashOf(from + offset)),
        );
        notes.push(`name ${from}+${hashes.length}`);
      },
    };
    const content = await plannedContent(source, odd, ledger, hasher);
    for await (const group of content.rows) notes.push(`send ${group.map(({ index }) => index).join()}`);
    return notes;
  }

  it('is named in the ledger before the first row leaves, be it sent or not', async () => {
    assert.deepEqual(await order(), [
      ...['read 0', 'name 0+3', 'read 3', 'name 3+3'],
      ...['read 0', 'send 1', 'read 3', 'send 3,5'],
    ]);
  });

  it('is named as it is read, where it is read from the disk', async () => {
    assert.deepEqual(await order(1_000), ['read 0', 'name 0+3', 'send 1', 'read 3', 'name 3+3', 'send 3,5']);
  });
});
