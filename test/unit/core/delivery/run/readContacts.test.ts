import assert from 'node:assert/strict';
import type { Contact } from '../../../../../src/core/contact/contact';
import type { ContactPage, PageRequest } from '../../../../../src/core/delivery';
import { readContacts } from '../../../../../src/core/delivery/run/readContacts';
import { contactOf, rowsOf } from '../../../../support/delivery/rows';
import { failed, failure, paged } from '../../../../support/delivery/scriptedCalls';

/** Pages by skip and limit, as a stream makes them. */
type Server = (request: PageRequest) => ContactPage;

/** Reads a server's list; gives how that went, what was seen of it, and from where each page was asked for. */
async function reading(server: Server, enough = Infinity) {
  const seen: Contact[] = [];
  const skips: number[] = [];
  const result = await readContacts(
    (request) => {
      assert.equal(request.limit, 100);
      skips.push(request.skip);
      assert.ok(skips.length < 1_000, 'the reading does not end');
      return Promise.resolve(paged(server(request)));
    },
    (contacts, soFar) => {
      seen.push(...contacts);
      assert.equal(soFar, seen.length);
      return seen.length >= enough;
    },
  );
  return { result, seen, skips };
}

function contactsOf(count: number): Contact[] {
  return rowsOf(count).map((row) => contactOf(row));
}

/** A server that pages honestly, at most `cap` contacts a page. */
function honest(list: readonly Contact[], cap: number, tells: { hasMore: boolean; total: boolean }): Server {
  return ({ skip, limit }) => {
    const contacts = list.slice(skip, skip + Math.min(limit, cap));
    return {
      contacts,
      ...(tells.hasMore && { hasMore: skip + contacts.length < list.length }),
      ...(tells.total && { totalResults: list.length }),
    };
  };
}

describe('the reading of a list', () => {
  for (const hasMore of [true, false]) {
    for (const total of [true, false]) {
      const told = [hasMore && 'whether there is more', total && 'how many there are'].filter(Boolean);
      it(`reads all of a list that tells ${told.join(' and ') || 'nothing'}, in pages of any size`, async () => {
        for (const count of [0, 1, 2, 99, 100, 101, 200, 250]) {
          for (const cap of [1, 7, 100, 1_000]) {
            const list = contactsOf(count);
            const { result, seen, skips } = await reading(honest(list, cap, { hasMore, total }));
            assert.deepEqual(result, { complete: true, ...(total && { total: count }) });
            assert.deepEqual(seen, list);
            const pages = Math.max(1, Math.ceil(count / Math.min(cap, 100)));
            // Without either, only an empty page shows that the one before it was the last.
            assert.equal(skips.length, hasMore || total || count === 0 ? pages : pages + 1);
          }
        }
      });
    }
  }

  /** What the first page of two contacts says, and whether that makes it the last one of a list that can be trusted. */
  const first: readonly (readonly [
    hasMore: boolean | undefined,
    total: number | undefined,
    then: 'complete' | 'incomplete' | 'goes on',
  ])[] = [
    [false, undefined, 'complete'],
    [false, 2, 'complete'],
    [false, 1, 'complete'],
    [false, 3, 'incomplete'],
    [undefined, 2, 'complete'],
    [undefined, 1, 'complete'],
    [undefined, 3, 'goes on'],
    [undefined, undefined, 'goes on'],
    [true, undefined, 'goes on'],
    [true, 3, 'goes on'],
    [true, 2, 'goes on'],
    [true, 1, 'goes on'],
  ];
  for (const [hasMore, totalResults, then] of first) {
    it(`two contacts, hasMore ${hasMore}, totalResults ${totalResults}: ${then}`, async () => {
      const page = { contacts: contactsOf(2), hasMore, totalResults };
      const { result, skips } = await reading(() => page);
      // Where it goes on, the same page comes again: a server that takes no notice of `skip`.
      const complete = then === 'complete';
      assert.deepEqual(result, {
        complete,
        ...(!complete && { failure: { reason: 'notContacts', effect: 'none' } }),
        ...(complete && totalResults !== undefined && { total: totalResults }),
      });
      assert.deepEqual(skips, then === 'goes on' ? [0, 2] : [0]);
    });
  }

  const empty: readonly (readonly [
    hasMore: boolean | undefined,
    total: number | undefined,
    complete: boolean,
  ])[] = [
    [undefined, undefined, true],
    [false, undefined, true],
    [false, 0, true],
    [undefined, 0, true],
    [undefined, 5, false],
    [false, 5, false],
    [true, undefined, false],
    [true, 0, false],
    [true, 5, false],
  ];
  for (const [hasMore, totalResults, complete] of empty) {
    it(`no contact, hasMore ${hasMore}, totalResults ${totalResults}: ${complete ? 'complete' : 'incomplete'}`, async () => {
      const { result, skips } = await reading(() => ({ contacts: [], hasMore, totalResults }));
      assert.deepEqual(result, {
        complete,
        ...(!complete && { failure: { reason: 'notContacts', effect: 'none' } }),
        ...(complete && totalResults !== undefined && { total: totalResults }),
      });
      assert.deepEqual(skips, [0]);
    });
  }

  it('does not count a contact that comes twice as two', async () => {
    const list = contactsOf(4);
    // The third is pushed out of sight between two pages by one that came in before it.
    const pages = [list.slice(0, 2), list.slice(1, 2), list.slice(3)];
    const { result } = await reading(({ skip }) => ({
      contacts: pages[skip - 1] ?? pages[0] ?? [],
      hasMore: skip < 3,
      totalResults: 4,
    }));
    assert.deepEqual(result, { complete: false, failure: { reason: 'notContacts', effect: 'none' } });
  });

  it('goes by the count of the last page, for the list may grow meanwhile', async () => {
    const list = contactsOf(5);
    const { result, seen } = await reading(({ skip }) => ({
      contacts: list.slice(skip, skip + 2),
      totalResults: skip === 0 ? 3 : 5,
    }));
    assert.deepEqual(result, { complete: true, total: 5 });
    assert.equal(seen.length, 5);
  });

  it('ends as soon as enough was seen, and that is all that was wanted', async () => {
    const list = contactsOf(250);
    const server = honest(list, 100, { hasMore: true, total: true });
    assert.deepEqual((await reading(server, 150)).skips, [0, 100]);
    assert.deepEqual((await reading(server, 150)).result, { complete: true, total: 250 });
  });

  it('is incomplete, with the failure, when a page cannot be had', async () => {
    const lost = failure('connectionLost');
    let seen = 0;
    const result = await readContacts(
      ({ skip }) =>
        Promise.resolve(skip === 0 ? paged({ contacts: contactsOf(2), hasMore: true }) : failed(lost)),
      (contacts) => {
        seen += contacts.length;
        return false;
      },
    );
    assert.deepEqual(result, { complete: false, failure: lost });
    assert.equal(seen, 2);
  });

  it('is incomplete when the user was faster', async () => {
    assert.deepEqual(
      await readContacts(
        () => Promise.resolve(undefined),
        () => false,
      ),
      { complete: false },
    );
  });
});
