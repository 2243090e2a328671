import assert from 'node:assert/strict';
import type { Contact } from '../../../../../src/core/contact/contact';
import type { Activity, ContactPage, PageRequest } from '../../../../../src/core/delivery';
import type { Answer } from '../../../../../src/core/delivery/failure';
import { lookOnce, type StreamLookUp } from '../../../../../src/core/delivery/run/lookUp';
import { useStoppedClock } from '../../../../support/delivery/clock';
import { controlsOf, plans } from '../../../../support/delivery/knowledge';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import { failed, failure, paged, pagesOf } from '../../../../support/delivery/scriptedCalls';

type Page = Answer<ContactPage> | undefined;

async function looking(
  rows: readonly ReturnType<typeof rowAt>[],
  read: (page: PageRequest) => Page | Promise<Page>,
  controls = controlsOf(),
) {
  const activities: Activity[] = [];
  const ports = {
    read: async (page: PageRequest) => await read(page),
    watch: (activity: Activity) => void activities.push(activity),
    plans,
    controls,
  };
  const look = await lookOnce([{ rows, time: { startedAt: Date.now(), endedAt: Date.now() } }], ports);
  return { look, activities };
}

function placesIn({ found, missing }: StreamLookUp) {
  const placesOf = (some: Iterable<ReturnType<typeof rowAt>>) => [...some].map(({ index }) => index);
  return { found: placesOf(found.keys()), missing: missing && placesOf(missing) };
}

const broken = failure('server', { status: 500 });

describe('a look at the stream', () => {
  const clock = useStoppedClock();

  it('tells who is there and who is not, when it began, and how far it has come', async () => {
    const contact = contactOf(rowAt(1));
    const began = clock().now;
    const list = pagesOf(() => [contact, contactOf(rowAt(9))]);
    const { look, activities } = await looking(rowsOf(3), async (page) => {
      await Promise.resolve();
      clock().tick(1_000);
      return await list(page);
    });
    assert.deepEqual(placesIn(look), { found: [1], missing: [0, 2] });
    assert.equal(look.found.get([...look.found.keys()][0] ?? rowAt(0)), contact);
    assert.equal(look.began, began);
    assert.deepEqual(activities, [
      { kind: 'reading', contacts: 2, total: 2 },
      { kind: 'reading', contacts: 2, total: 2 },
    ]);
  });

  it('reads no further when all are found, and then misses nobody', async () => {
    const list = rowsOf(250).map((row) => contactOf(row));
    const asked: number[] = [];
    const { look } = await looking([rowAt(20), rowAt(3)], (page) => {
      asked.push(page.skip);
      return pagesOf(() => list)(page);
    });
    assert.deepEqual(placesIn(look), { found: [3, 20], missing: [] });
    assert.deepEqual(asked, [0]);
  });

  it('misses nobody while the list was not read to its end', async () => {
    const { look } = await looking(rowsOf(2), ({ skip }) =>
      skip === 0 ? paged({ contacts: [contactOf(rowAt(1))], totalResults: 3 }) : failed(broken),
    );
    assert.deepEqual(placesIn(look), { found: [1], missing: undefined });
    assert.equal(look.failure, broken);
  });

  it('nor when the pages do not make a list, or one without a contact that must be on it', async () => {
    const { look } = await looking(rowsOf(2), () =>
      paged({ contacts: [contactOf(rowAt(1))], hasMore: true }),
    );
    assert.deepEqual(placesIn(look), { found: [1], missing: undefined });
    assert.deepEqual(look.failure, { reason: 'notContacts', effect: 'none' });
    const list = pagesOf(() => [contactOf(rowAt(1))]);
    assert.deepEqual(placesIn((await looking(rowsOf(2), list, controlsOf(['id1']))).look).missing, [0]);
    assert.equal((await looking(rowsOf(2), list, controlsOf(['id2']))).look.missing, undefined);
  });

  it('nor where a list has none of the contacts that earlier imports have created, unless it shows what has just been sent', async () => {
    const now = new Date().toISOString();
    const looked = async (...contacts: readonly Contact[]) => {
      const { look } = await looking(
        rowsOf(2),
        pagesOf(() => contacts),
        controlsOf([], ['old1', 'old2']),
      );
      return placesIn(look).missing;
    };
    assert.equal(await looked(), undefined);
    assert.equal(await looked(contactOf(rowAt(9))), undefined);
    assert.deepEqual(await looked(contactOf(rowAt(9), 'old2')), [0, 1]);
    assert.deepEqual(await looked({ ...contactOf(rowAt(1)), createdAt: now }), [0]);
    assert.equal(await looked({ ...contactOf(rowAt(1)), createdAt: '2020-01-01T00:00:00Z' }), undefined);
    assert.equal(await looked({ ...contactOf(rowAt(1)), firstName: 'Somebody', createdAt: now }), undefined);
  });

  it('nor when the user was faster', async () => {
    const { look, activities } = await looking(rowsOf(1), () => undefined);
    assert.deepEqual(placesIn(look), { found: [], missing: undefined });
    assert.equal(look.failure, undefined);
    assert.deepEqual(activities, []);
  });
});
