import assert from 'node:assert/strict';
import type { Contact } from '../../../../src/core/contact/contact';
import {
  Hasher,
  ImportHistory,
  ImportLedger,
  type Activity,
  type ImportRecord,
  type PageRequest,
  type RowResult,
} from '../../../../src/core/delivery';
import { findAgain, placesToFind, type LongRead } from '../../../../src/core/delivery/findAgain';
import { reportOfRecord } from '../../../../src/core/delivery/goneRows';
import { knownIds, plans } from '../../../support/delivery/knowledge';
import { about } from '../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../support/delivery/memoryStore';
import { contactOf, rowAt, rowsOf } from '../../../support/delivery/rows';
import { failed, failure, paged, pagesOf } from '../../../support/delivery/scriptedCalls';

const hasher = new Hasher('a key', plans);
const other = new Hasher('another key', plans);
const created = (index: number): RowResult => ({ outcome: 'created', contact: contactOf(rowAt(index)) });

/** Of six rows two were created; the last one was not sent. */
const outcomes: readonly RowResult[] = [
  created(0),
  created(1),
  { outcome: 'present', contact: contactOf(rowAt(2)), note: { kind: 'otherName' } },
  { outcome: 'unknown' },
  { outcome: 'refused' },
];

async function recordOf(results = outcomes, rows = results.length + 1): Promise<ImportRecord> {
  const store = new MemoryLedgerStore();
  const ledger = await ImportLedger.begin(store, about(rows, { key: hasher.key }));
  await ledger.rows(
    0,
    rowsOf(rows).map(({ values }) => hasher.row(values)),
  );
  if (results.length > 0) await ledger.settled(rowsOf(results.length), results);
  await ledger.end();
  return (await new ImportHistory(store).read('import-1'))?.record ?? assert.fail('it cannot be read');
}

const all = ({ begun }: ImportRecord) => Array.from({ length: begun.rows }, (_, place) => place);
const contactsAt = (...places: readonly number[]) =>
  places.map((index) => ({ ...contactOf(rowAt(index)), status: 'ACTIVE' }));
/** Contacts of others, which come first on the list. */
const strangers = (count: number) =>
  Array.from({ length: count }, (_, index) => contactOf(rowAt(1_000 + index), `stranger${index}`));

interface Ways {
  readonly read?: (page: PageRequest) => ReturnType<ReturnType<typeof pagesOf>> | undefined;
  readonly known?: readonly string[];
  readonly confirm?: boolean;
  readonly record?: ImportRecord;
  readonly cancelled?: AbortSignal;
}

async function finding(list: readonly Contact[], { read, known = ['id0', 'id1'], ...ways }: Ways = {}) {
  const record = ways.record ?? (await recordOf());
  const asked: LongRead[] = [];
  const pages: PageRequest[] = [];
  const activities: Activity[] = [];
  const toldBefore: (Activity | number)[] = [];
  let advanced = 0;
  const { contacts, gone, end } = await findAgain(
    record,
    placesToFind(record, all(record), hasher.key),
    hasher,
    {
      read: async (page) => {
        pages.push(page);
        return await (read ?? pagesOf(() => list))(page);
      },
      cancelled: ways.cancelled ?? new AbortController().signal,
      known: knownIds(known),
      confirm: (look) => {
        asked.push(look);
        toldBefore.push(...activities, advanced);
        return Promise.resolve(ways.confirm ?? true);
      },
      watch: (activity) => void activities.push(activity),
      advance: (found) => void (advanced = found),
    },
  );
  const found = [...contacts].map(([place, { id }]) => `${place} ${id}`).sort();
  return { found, contacts, gone: [...gone], end, asked, pages, activities, advanced, toldBefore };
}

describe('rows that can be found again', () => {
  it('are those that have left, by the ids of their contacts, or by their numbers where the key is the same', async () => {
    const record = await recordOf();
    assert.deepEqual(placesToFind(record, all(record), hasher.key), [0, 1, 2, 3, 4]);
    assert.deepEqual(placesToFind(record, all(record), other.key), [0, 1]);
    assert.deepEqual(placesToFind(record, [1, 4, 5], hasher.key), [1, 4]);
  });

  it('are none of an import of which nothing was sent', async () => {
    const record = await recordOf([]);
    assert.deepEqual(placesToFind(record, all(record), hasher.key), []);
  });
});

describe('an import without its file', () => {
  it('has every row with what the ledger knows of it, on no line', async () => {
    const report = await reportOfRecord(await recordOf());
    const rows = report
      .settled()
      .map(({ row, result }) => [
        row.line,
        result.outcome,
        'contact' in result ? result.contact.id : '',
        result.note?.kind,
      ]);
    assert.deepEqual(rows, [
      [0, 'created', 'id0', undefined],
      [0, 'created', 'id1', undefined],
      [0, 'present', '', 'otherName'],
      [0, 'unknown', '', undefined],
      [0, 'refused', '', undefined],
      [0, 'notSent', '', undefined],
    ]);
    assert.equal(report.counts.created, 2);
  });
});

describe('finding rows on the stream again', () => {
  it('tells created contacts by their ids, whatever they are called by now, and others by their numbers', async () => {
    const renamed = { id: 'id1', firstName: 'Another', cellPhone: { phoneNumber: '+15550000' } };
    const list = [...strangers(3), renamed, ...contactsAt(0), contactOf(rowAt(3), 'x3'), contactOf(rowAt(5))];
    const { found, contacts, gone, end, advanced } = await finding(list);
    assert.deepEqual(found, ['0 id0', '1 id1', '3 x3']);
    assert.equal(contacts.get(1)?.firstName, 'Another');
    assert.deepEqual(gone, [2, 4]);
    assert.deepEqual(end, { why: 'done' });
    assert.equal(advanced, 3);
  });

  it('gives no created row the contact of another with its number', async () => {
    const { found, gone } = await finding([contactOf(rowAt(0), 'another'), ...contactsAt(1)]);
    assert.deepEqual(found, ['1 id1']);
    assert.deepEqual(gone, [0, 2, 3, 4]);
  });

  it('takes deleted contacts by their ids, not by their numbers', async () => {
    const deleted = contactsAt(0, 3).map((contact) => ({ ...contact, status: 'DELETED' }));
    assert.deepEqual((await finding([...deleted, ...contactsAt(1)])).found, ['0 id0', '1 id1']);
  });

  it('asks before it reads on, and says how much there is to read', async () => {
    const list = [...strangers(2_395), ...contactsAt(0, 1, 2, 3, 4)];
    const { asked, end, activities } = await finding(list);
    assert.deepEqual(asked, [{ rows: 5, contacts: 2_400, reads: 3 }]);
    assert.deepEqual(end, { why: 'done' });
    assert.deepEqual(activities.at(-1), { kind: 'reading', contacts: 2_400, total: 2_400 });
  });

  it('asks also where the stream does not say how much that is', async () => {
    const { asked } = await finding(contactsAt(0, 1), {
      read: ({ skip, limit }) => paged({ contacts: contactsAt(0, 1).slice(skip, skip + limit) }),
    });
    assert.deepEqual(asked, [{ rows: 5, contacts: undefined, reads: undefined }]);
  });

  it('reads no further once all are found, though they were before it had asked', async () => {
    const { asked, pages, gone, end } = await finding([...contactsAt(0, 1, 2, 3, 4), ...strangers(50)]);
    assert.equal(asked.length, 1);
    assert.equal(pages.length, 1);
    assert.deepEqual([gone, end], [[], { why: 'done' }]);
  });

  it('tells nothing of what the first page has while it asks, and all of it on Yes', async () => {
    const { toldBefore, activities, advanced } = await finding(contactsAt(0, 1, 2, 3, 4));
    assert.deepEqual(toldBefore, [0]);
    assert.equal(advanced, 5);
    assert.deepEqual(activities, [{ kind: 'reading', contacts: 5, total: 5 }]);
    const declined = await finding(contactsAt(0, 1, 2, 3, 4), { confirm: false });
    assert.deepEqual([declined.activities, declined.advanced], [[], 0]);
  });

  it('finds nothing when the user says no', async () => {
    const { found, pages, gone, end } = await finding(contactsAt(0, 1, 2, 3, 4), { confirm: false });
    assert.deepEqual([found, gone, end], [[], [], { why: 'declined' }]);
    assert.equal(pages.length, 1);
  });

  it('keeps what it has found when the user cancels, and misses nobody', async () => {
    const list = pagesOf(() => [...contactsAt(0), ...strangers(1_999), ...contactsAt(1)]);
    const read = (page: PageRequest) => (page.skip === 0 ? list(page) : undefined);
    const { found, gone, end } = await finding([], { read });
    assert.deepEqual([found, gone, end], [['0 id0'], [], { why: 'cancelled' }]);
  });

  it('does so too when the user cancels while it waits after a failure', async () => {
    const cancelling = new AbortController();
    const list = pagesOf(() => [...contactsAt(0), ...strangers(1_999), ...contactsAt(1)]);
    const read = (page: PageRequest) => {
      if (page.skip === 0) return list(page);
      cancelling.abort();
      return failed(failure('rateLimit'));
    };
    const { found, end } = await finding([], { read, cancelled: cancelling.signal });
    assert.deepEqual([found, end], [['0 id0'], { why: 'cancelled' }]);
  });

  it('does so too when the list cannot be read on', async () => {
    const list = pagesOf(() => [...contactsAt(0), ...strangers(1_999)]);
    const broken = failure('server', { status: 500 });
    const read = (page: PageRequest) => (page.skip === 0 ? list(page) : failed(broken));
    const { found, gone, end } = await finding([], { read });
    assert.deepEqual([found, gone, end], [['0 id0'], [], { why: 'failed', failure: broken }]);
  });

  it('misses nobody on a list that ends early, contradicts itself, or has nothing of what was ever created', async () => {
    const tooShort = ({ skip }: PageRequest) =>
      paged({ contacts: skip === 0 ? contactsAt(0) : [], totalResults: 9 });
    const odd = ({ skip }: PageRequest) =>
      paged({ contacts: skip === 0 ? contactsAt(0) : [], totalResults: 1, isOdd: true });
    for (const read of [tooShort, odd]) {
      const { found, gone, end } = await finding([], { read });
      assert.deepEqual([found, gone, end], [['0 id0'], [], { why: 'notWhole' }]);
    }
    assert.deepEqual((await finding(strangers(4))).end, { why: 'notWhole' });
    assert.deepEqual((await finding([])).end, { why: 'notWhole' });
  });

  it('misses all where the whole stream has been emptied and no import is known to have created anything', async () => {
    const record = await recordOf([{ outcome: 'unknown' }]);
    const { gone, end, asked } = await finding([], { record, known: [] });
    assert.deepEqual([gone, end, asked], [[0], { why: 'done' }, []]);
  });
});
