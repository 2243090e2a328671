import assert from 'node:assert/strict';
import type { Contact } from '../../../../../src/core/contact/contact';
import type { ContactPage, PageRequest } from '../../../../../src/core/delivery';
import { readContacts } from '../../../../../src/core/delivery/run/readContacts';
import { controlsOf } from '../../../../support/delivery/knowledge';
import { contactOf, rowsOf } from '../../../../support/delivery/rows';
import { failed, failure, paged } from '../../../../support/delivery/scriptedCalls';

/** Pages by skip and limit, as a stream makes them. */
type Server = (request: PageRequest) => ContactPage;

const unreadable = { isWhole: false, failure: { reason: 'notContacts', effect: 'none' } } as const;

/** Reads a server's list; gives how that went, which contacts were seen, and which pages were asked for. */
async function reading(server: Server, { enough = Infinity, controls = controlsOf() } = {}) {
  const seen = new Set<Contact>();
  const asked: [skip: number, limit: number][] = [];
  const result = await readContacts({
    read: (request) => {
      asked.push([request.skip, request.limit]);
      assert.ok(asked.length < 1_000, 'the reading does not end');
      return Promise.resolve(paged(server(request)));
    },
    see: (contacts, soFar) => {
      for (const contact of contacts) seen.add(contact);
      assert.ok(soFar >= contacts.length);
      return seen.size >= enough;
    },
    controls,
  });
  return { result, seen: [...seen], asked };
}

function contactsOf(count: number): Contact[] {
  return rowsOf(count).map((row) => contactOf(row));
}

interface Tells {
  readonly hasMore?: boolean;
  readonly total?: boolean;
}

/** A server that pages honestly, at most `cap` contacts a page. */
function honest(list: readonly Contact[], cap: number, tells: Tells = { total: true }): Server {
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
    it(`sees all of a list that tells its total${hasMore ? ' and whether there is more' : ''}, in pages of any size`, async () => {
      for (const count of [0, 1, 2, 99, 100, 101, 200, 250, 500, 650, 1_000, 2_345]) {
        for (const cap of [1, 7, 10, 100, 250, 500, 1_000]) {
          const list = contactsOf(count);
          if (count / cap > 400) continue;
          const { result, seen } = await reading(honest(list, cap, { hasMore, total: true }));
          assert.deepEqual(result, { isWhole: true }, `${count} by ${cap}`);
          assert.deepEqual(seen, list);
        }
      }
    });
  }

  it('believes a list without a total only where its last page is shorter than the others', async () => {
    for (const [count, cap, isWhole] of [
      [0, 10, true],
      [25, 10, true],
      [105, 100, true],
      [20, 10, false],
      [200, 100, false],
      // One page may be as long as all pages are.
      [3, 100, false],
    ] as const) {
      for (const hasMore of [true, false]) {
        const { result, seen } = await reading(honest(contactsOf(count), cap, { hasMore }));
        assert.deepEqual(result, isWhole ? { isWhole } : unreadable, `${count} by ${cap}`);
        assert.equal(seen.length, count);
      }
    }
  });

  it('asks for what is behind the end, also where the total says that nothing is', async () => {
    const { asked } = await reading(honest(contactsOf(20), 10));
    assert.deepEqual(asked, [
      [0, 100],
      [10, 100],
      [20, 100],
    ]);
    const more = contactsOf(30);
    const lying: Server = ({ skip, limit }) => ({
      contacts: more.slice(skip, skip + Math.min(limit, 10)),
      totalResults: 20,
    });
    const { result, seen } = await reading(lying);
    assert.deepEqual(result, unreadable);
    assert.equal(seen.length, 30);
  });

  describe('asks for ever longer pages while it gets them', () => {
    const cases: readonly (readonly [count: number, cap: number, asked: readonly (readonly number[])[]])[] = [
      [
        99,
        1_000,
        [
          [0, 100],
          [99, 100],
        ],
      ],
      [
        100,
        1_000,
        [
          [0, 100],
          [100, 100],
        ],
      ],
      [
        300,
        1_000,
        [
          [0, 100],
          [0, 500],
          [300, 500],
        ],
      ],
      [
        700,
        1_000,
        [
          [0, 100],
          [0, 500],
          [0, 1_000],
          [700, 1_000],
        ],
      ],
      [
        2_100,
        1_000,
        [
          [0, 100],
          [0, 500],
          [0, 1_000],
          [1_000, 1_000],
          [2_000, 1_000],
          [2_100, 1_000],
        ],
      ],
      [
        250,
        100,
        [
          [0, 100],
          [0, 500],
          [100, 100],
          [200, 100],
          [250, 100],
        ],
      ],
      [
        600,
        500,
        [
          [0, 100],
          [0, 500],
          [0, 1_000],
          [500, 500],
          [600, 500],
        ],
      ],
      [
        25,
        10,
        [
          [0, 100],
          [10, 100],
          [20, 100],
          [25, 100],
        ],
      ],
    ];
    for (const [count, cap, wanted] of cases) {
      it(`${count} contacts, at most ${cap} a page`, async () => {
        const { result, asked } = await reading(honest(contactsOf(count), cap));
        assert.deepEqual(asked, wanted);
        assert.deepEqual(result, { isWhole: true });
      });
    }

    it('and goes back to shorter ones where a longer one is refused', async () => {
      const list = contactsOf(150);
      const limits: number[] = [];
      const result = await readContacts({
        read: (request) => {
          limits.push(request.limit);
          if (request.limit > 100) return Promise.resolve(failed(failure('refused', { status: 400 })));
          return Promise.resolve(paged(honest(list, 100)(request)));
        },
        see: () => false,
        controls: controlsOf(),
      });
      assert.deepEqual(result, { isWhole: true });
      assert.deepEqual(limits, [100, 500, 100, 100]);
    });

    it('and does not take one for all that it could be cut off from', async () => {
      // 250 of any number, and no total.
      const { result } = await reading(honest(contactsOf(250), 250, {}));
      assert.deepEqual(result, { isWhole: true });
      const { result: full } = await reading(honest(contactsOf(300), 250, {}));
      assert.deepEqual(full, unreadable);
    });
  });

  /** Pages one after the other, whatever is asked for; the last one again and again. */
  const inTurn = (...pages: readonly ContactPage[]): Server => {
    let number = 0;
    return () => pages[Math.min(number++, pages.length - 1)] ?? { contacts: [] };
  };
  const [a, b, c, d] = contactsOf(4) as [Contact, Contact, Contact, Contact];
  const nothing = { contacts: [] };
  const broken: Readonly<Record<string, readonly ContactPage[]>> = {
    'a contact twice': [{ contacts: [a, b] }, { contacts: [b] }, nothing],
    'a contact twice on one page': [{ contacts: [a, a, b] }, { contacts: [c] }, nothing],
    'a page in between that is shorter': [
      { contacts: [a, b] },
      { contacts: [c] },
      { contacts: [d] },
      nothing,
    ],
    'a last page that is longer': [{ contacts: [a] }, { contacts: [b, c, d] }, nothing],
    'totals that differ': [
      { contacts: [a, b], totalResults: 3 },
      { contacts: [c], totalResults: 4 },
      nothing,
    ],
    'a total that is too high': [
      { contacts: [a, b], totalResults: 4 },
      { contacts: [c], totalResults: 4 },
      nothing,
    ],
    'a total that is too low': [
      { contacts: [a, b], totalResults: 2 },
      { contacts: [c], totalResults: 2 },
      nothing,
    ],
    'another total behind the end': [
      { contacts: [a, b], totalResults: 3 },
      { contacts: [c], totalResults: 3 },
      { contacts: [], totalResults: 0 },
    ],
    'an end behind a full page': [{ contacts: [a, b] }, { contacts: [c, d] }, nothing],
    'no more, and then more': [{ contacts: [a, b], hasMore: false }, { contacts: [c] }, nothing],
    'more, and then nothing': [{ contacts: [a, b] }, { contacts: [c], hasMore: true }, nothing],
    'more behind the end': [{ contacts: [a, b] }, { contacts: [c] }, { contacts: [], hasMore: true }],
    'the same page for ever': [{ contacts: [a, b], totalResults: 2 }],
    'nothing, of many': [{ contacts: [], totalResults: 3 }],
    'nothing, and then something': [{ contacts: [] }, { contacts: [a] }],
    'a total on one page only': [
      { contacts: [a, b], totalResults: 3 },
      { contacts: [c] },
      { contacts: [], totalResults: 3 },
    ],
    'pages that are told and do not come': [
      { contacts: [a, b], totalPages: 3 },
      { contacts: [c], totalPages: 3 },
      nothing,
    ],
    'fewer pages than come': [
      { contacts: [a, b], totalResults: 3, totalPages: 1 },
      { contacts: [c], totalResults: 3, totalPages: 1 },
      nothing,
    ],
    'nothing, of many pages': [{ contacts: [], totalPages: 3 }],
    'nothing and more, and then nothing': [{ contacts: [], hasMore: true }, nothing],
    'a page from another place than was asked for': [
      { contacts: [a, b], totalResults: 3, skip: 0 },
      { contacts: [c], totalResults: 3, skip: 1 },
      { contacts: [], totalResults: 3, skip: 3 },
    ],
    'another place behind the end': [
      { contacts: [a, b], skip: 0 },
      { contacts: [c], skip: 2 },
      { contacts: [], skip: 2 },
    ],
    'a page that contradicts itself': [{ contacts: [a, b] }, { contacts: [c], isOdd: true }, nothing],
    'an odd page behind the end': [{ contacts: [a, b] }, { contacts: [c] }, { contacts: [], isOdd: true }],
    'nothing, oddly': [{ contacts: [], totalResults: 0, isOdd: true }],
    'nothing, and more': [{ contacts: [], totalResults: 0, hasMore: true }],
  };
  for (const [name, pages] of Object.entries(broken)) {
    it(`does not believe ${name}, and sees what there is`, async () => {
      const { result, seen } = await reading(inTurn(...pages));
      assert.deepEqual(result, unreadable);
      const first = pages[0]?.contacts ?? [];
      for (const contact of first) assert.ok(seen.includes(contact));
    });
  }

  it('believes these, which differ from those by what they lack', async () => {
    for (const pages of [
      [{ contacts: [a, b] }, { contacts: [c] }, nothing],
      [{ contacts: [a, b], totalResults: 3 }, { contacts: [c], totalResults: 3 }, nothing],
      [{ contacts: [a, b], totalResults: 4 }, { contacts: [c, d], totalResults: 4 }, nothing],
      [{ contacts: [a, b], totalResults: 2, hasMore: true }, nothing],
      [{ contacts: [], totalResults: 0 }],
      [{ contacts: [], totalResults: 0, totalPages: 0, skip: 0 }],
      [{ contacts: [], totalPages: 1 }, nothing],
      [
        { contacts: [a, b], totalPages: 2, skip: 0 },
        { contacts: [c], totalPages: 2, skip: 2 },
        { contacts: [], totalPages: 2, skip: 3 },
      ],
      [nothing, nothing],
    ])
      assert.deepEqual((await reading(inTurn(...pages))).result, { isWhole: true });
  });

  it('does not believe a list that changes its order between two reads', async () => {
    const list = contactsOf(300);
    let turns = 0;
    const turning: Server = (request) => honest(turns++ % 2 === 0 ? list : list.toReversed(), 1_000)(request);
    assert.deepEqual((await reading(turning)).result, unreadable);
  });

  it('does not believe a list without each of the contacts that must be on it', async () => {
    const list = contactsOf(150);
    const server = honest(list, 100);
    assert.deepEqual((await reading(server, { controls: controlsOf(['id0', 'id149']) })).result, {
      isWhole: true,
    });
    assert.deepEqual((await reading(server, { controls: controlsOf(['id0', 'id150']) })).result, unreadable);
    assert.deepEqual((await reading(honest([], 100), { controls: controlsOf(['id0']) })).result, unreadable);
  });

  it('does not believe a list without any of the contacts that earlier imports have created', async () => {
    const read = async (count: number, all: readonly string[], some: readonly string[]) =>
      (await reading(honest(contactsOf(count), 100), { controls: controlsOf(all, some) })).result;
    // Somebody may have deleted all but one.
    assert.deepEqual(await read(150, [], ['gone', 'id149']), { isWhole: true });
    assert.deepEqual(await read(150, [], ['gone', 'id150']), unreadable);
    assert.deepEqual(await read(0, [], ['gone']), unreadable);
    // What this import has created shows that the list is the stream's.
    assert.deepEqual(await read(150, ['id0'], ['gone']), { isWhole: true });
  });

  it('ends as soon as enough was seen', async () => {
    const { result, asked } = await reading(honest(contactsOf(250), 100), { enough: 150 });
    assert.deepEqual(result, { isWhole: false });
    assert.deepEqual(asked, [
      [0, 100],
      [0, 500],
      [100, 100],
    ]);
  });

  it('is not whole, with the failure, when a page cannot be had; what was seen is seen', async () => {
    const lost = failure('connectionLost');
    let seen = 0;
    const result = await readContacts({
      read: ({ skip }) => Promise.resolve(skip === 0 ? paged({ contacts: contactsOf(2) }) : failed(lost)),
      see: (contacts) => {
        seen += contacts.length;
        return false;
      },
      controls: controlsOf(),
    });
    assert.deepEqual(result, { isWhole: false, failure: lost });
    assert.equal(seen, 2);
  });

  it('is not whole when the user was faster', async () => {
    const read = () => Promise.resolve(undefined);
    assert.deepEqual(await readContacts({ read, see: () => false, controls: controlsOf() }), {
      isWhole: false,
    });
  });

  it('tells how many more reads it takes once the first page tells its length, and ends where that is too much', async () => {
    for (const [count, cap, reads] of [
      [7, 10, 1],
      [10, 10, 1],
      [11, 10, 2],
      [250, 100, 3],
      [2_345, 1_000, 3],
    ] as const) {
      const told: (number | undefined)[] = [];
      const list = contactsOf(count);
      let made = 0;
      const read = async (goOn: boolean) =>
        await readContacts({
          read: (request) => {
            made++;
            return Promise.resolve(paged(honest(list, cap)(request)));
          },
          see: () => false,
          controls: controlsOf(),
          goOn: (more) => {
            told.push(more);
            made = 0;
            return Promise.resolve(goOn);
          },
        });
      assert.deepEqual(await read(true), { isWhole: true });
      assert.deepEqual([told, made], [[reads], reads], `${count} by ${cap}`);
      assert.deepEqual(await read(false), { isWhole: false });
      assert.equal(made, 0);
    }
  });

  it('tells that a list without a length takes nobody knows how many, and nothing of one that is empty', async () => {
    for (const [count, told] of [
      [250, [undefined]],
      [0, []],
    ] as const) {
      const asked: (number | undefined)[] = [];
      const server = honest(contactsOf(count), 100, {});
      const reading = await readContacts({
        read: (request) => Promise.resolve(paged(server(request))),
        see: () => false,
        controls: controlsOf(),
        goOn: (reads) => Promise.resolve(asked.push(reads) > 0),
      });
      assert.deepEqual(reading, { isWhole: true });
      assert.deepEqual(asked, told);
    }
  });
});
