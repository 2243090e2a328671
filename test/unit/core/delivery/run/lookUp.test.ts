import assert from 'node:assert/strict';
import type { Contact } from '../../../../../src/core/contact/contact';
import type { Activity, ContactPage, ImportRow, PageRequest } from '../../../../../src/core/delivery';
import type { Answer } from '../../../../../src/core/delivery/failure';
import { lookOnce, lookTwice, type StreamLookUp } from '../../../../../src/core/delivery/run/lookUp';
import { settled, useStoppedClock } from '../../../../support/delivery/clock';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import { failed, failure, paged, pagesOf } from '../../../../support/delivery/scriptedCalls';

type Page = Answer<ContactPage> | undefined;

function looking(read: (page: PageRequest) => Page | Promise<Page>) {
  const activities: Activity[] = [];
  const stopping = new AbortController();
  const ports = {
    read: async (page: PageRequest) => await read(page),
    stop: stopping.signal,
    watch: (activity: Activity) => void activities.push(activity),
  };
  return { activities, stopping, ports };
}

function outcomesOf({ results }: StreamLookUp): (string | undefined)[] {
  return results.map((result) => result?.outcome);
}

const broken = failure('server', { status: 500 });

describe('one look', () => {
  it('tells who is there and who is not, and how many there are', async () => {
    const rows = rowsOf(3);
    const contact = contactOf(rowAt(1));
    const { ports, activities } = looking(pagesOf(() => [contact, contactOf(rowAt(9))]));
    assert.deepEqual(await lookOnce(rows, ports), {
      results: [{ outcome: 'absent' }, { outcome: 'present', contact }, { outcome: 'absent' }],
      total: 2,
    });
    assert.deepEqual(activities, [{ kind: 'reading', contacts: 2, total: 2 }]);
  });

  it('reads no further when all are found', async () => {
    const list = rowsOf(250).map((row) => contactOf(row));
    const asked: number[] = [];
    const { ports } = looking((page) => {
      asked.push(page.skip);
      return pagesOf(() => list)(page);
    });
    assert.deepEqual(outcomesOf(await lookOnce([rowAt(120), rowAt(3)], ports)), ['present', 'present']);
    assert.deepEqual(asked, [0, 100]);
  });

  it('knows of nobody that is absent while the list was not read to its end', async () => {
    const rows = rowsOf(2);
    const { ports } = looking(({ skip }) =>
      skip === 0
        ? paged({ contacts: [contactOf(rowAt(1))], hasMore: true, totalResults: 3 })
        : failed(broken),
    );
    assert.deepEqual(await lookOnce(rows, ports), {
      results: [undefined, { outcome: 'present', contact: contactOf(rowAt(1)) }],
      failure: broken,
    });
  });

  it('nor when the pages do not make a list', async () => {
    const { ports } = looking(() => paged({ contacts: [contactOf(rowAt(1))], hasMore: true }));
    const look = await lookOnce(rowsOf(2), ports);
    assert.deepEqual(outcomesOf(look), [undefined, 'present']);
    assert.deepEqual(look.failure, { reason: 'notContacts', effect: 'none' });
    assert.equal(look.total, undefined);
  });

  it('nor when the user was faster', async () => {
    const { ports, activities } = looking(() => undefined);
    assert.deepEqual(await lookOnce(rowsOf(1), ports), { results: [undefined] });
    assert.deepEqual(activities, []);
  });
});

describe('two looks', () => {
  const clock = useStoppedClock();

  /** Runs two looks with a pause of 10 s, and lets it pass. */
  async function twice(
    rows: readonly ImportRow[],
    { ports }: ReturnType<typeof looking>,
  ): Promise<StreamLookUp> {
    const look = lookTwice(rows, 10_000, ports);
    await settled();
    await clock().tickAsync(10_000);
    return await look;
  }

  it('looks once when everybody is there', async () => {
    const rows = rowsOf(2);
    const looks = looking(pagesOf(() => rows.map((row) => contactOf(row))));
    assert.deepEqual(outcomesOf(await lookTwice(rows, 10_000, looks.ports)), ['present', 'present']);
    assert.equal(looks.activities.filter(({ kind }) => kind === 'settling').length, 0);
    assert.equal(clock().countTimers(), 0);
  });

  it('finds whom the stream stored meanwhile, and takes nobody for absent before that', async () => {
    const list: Contact[] = [contactOf(rowAt(0))];
    const looks = looking(pagesOf(() => list));
    setTimeout(() => list.push(contactOf(rowAt(2))), 9_999);
    const look = await twice(rowsOf(3), looks);
    assert.deepEqual(outcomesOf(look), ['present', 'absent', 'present']);
    assert.equal(look.total, 2);
    assert.deepEqual(
      looks.activities.map((activity) => (activity.kind === 'settling' ? activity.ms : activity.kind)),
      ['reading', 10_000, 'reading'],
    );
  });

  it('keeps who was found first, also when the second look fails', async () => {
    let looksSoFar = 0;
    const looks = looking((page) => {
      if (page.skip === 0) looksSoFar++;
      return looksSoFar === 1 ? pagesOf(() => [contactOf(rowAt(0))])(page) : failed(broken);
    });
    const look = await twice(rowsOf(2), looks);
    assert.deepEqual(outcomesOf(look), ['present', undefined]);
    assert.equal(look.failure, broken);
  });

  it('does not look again when the first look could not be finished', async () => {
    const looks = looking(() => failed(broken));
    const look = await lookTwice(rowsOf(2), 10_000, looks.ports);
    assert.deepEqual(outcomesOf(look), [undefined, undefined]);
    assert.equal(look.failure, broken);
    assert.equal(clock().countTimers(), 0);
  });

  it('knows of nobody that is absent when the user ends the pause', async () => {
    const looks = looking(pagesOf(() => [contactOf(rowAt(0))]));
    const pending = lookTwice(rowsOf(2), 10_000, looks.ports);
    await settled();
    looks.stopping.abort();
    const look = await pending;
    assert.deepEqual(outcomesOf(look), ['present', undefined]);
    assert.equal(look.failure, undefined);
  });
});
