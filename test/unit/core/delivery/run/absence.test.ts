import assert from 'node:assert/strict';
import type { Contact } from '../../../../../src/core/contact/contact';
import type { Activity, ImportRow } from '../../../../../src/core/delivery';
import { defaultRetryPolicy } from '../../../../../src/core/delivery';
import { findOut, type Findings } from '../../../../../src/core/delivery/run/absence';
import type { StreamLookUp } from '../../../../../src/core/delivery/run/lookUp';
import type { OpenRequest } from '../../../../../src/core/delivery/run/past';
import { passTimeUntil, settled, useStoppedClock } from '../../../../support/delivery/clock';
import { controlsOf, plans } from '../../../../support/delivery/knowledge';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import { failed, failure, paged, pagesOf } from '../../../../support/delivery/scriptedCalls';

const second = 1_000;

describe('what is found out about rows that may be there', () => {
  const clock = useStoppedClock();

  /** A request that ended so long ago, after so long. In s. */
  function request(rows: readonly ImportRow[], { ago = 0, took = 1, ...more } = {}): OpenRequest {
    const endedAt = clock().now - ago * second;
    return { rows, time: { startedAt: endedAt - took * second, endedAt, ...more } };
  }

  /** A stream with a list that may grow, and what is done with it. */
  function stream(list: readonly Contact[] = []) {
    const contacts = [...list];
    const begun = clock().now;
    const activities: Activity[] = [];
    const looks: StreamLookUp[] = [];
    const stopping = new AbortController();
    let page = pagesOf(() => contacts);
    const find = (...requests: readonly OpenRequest[]) =>
      findOut(requests, {
        policy: defaultRetryPolicy,
        stop: stopping.signal,
        plans,
        controls: controlsOf(),
        read: async (asked) => await page(asked),
        watch: (activity) => activities.push(activity),
        looked: (look) => {
          looks.push(look);
          return Promise.resolve();
        },
      });
    return {
      contacts,
      activities,
      stopping,
      find: (...requests: readonly OpenRequest[]) => passTimeUntil(clock(), find(...requests)),
      begin: find,
      answers: (other: typeof page) => (page = other),
      /** When each look began, in s from the beginning. */
      times: () => looks.map(({ began }) => (began - begun) / second),
      later: (seconds: number, ...rows: readonly number[]) =>
        setTimeout(() => contacts.push(...rows.map((index) => contactOf(rowAt(index)))), seconds * second),
    };
  }

  function placesIn({ present, absent }: Findings) {
    const places = (rows: Iterable<ImportRow>) => [...rows].map(({ index }) => index);
    return { present: places(present.keys()), absent: places(absent) };
  }

  const none = { present: [], absent: [] };

  it('looks once when all are there', async () => {
    const own = stream(rowsOf(2).map((row) => contactOf(row)));
    assert.deepEqual(placesIn(await own.find(request(rowsOf(2)))), { present: [0, 1], absent: [] });
    assert.deepEqual(own.times(), [0]);
    assert.equal(own.activities.filter(({ kind }) => kind === 'settling').length, 0);
  });

  it('takes the rest for absent that is missing 125 s after the request too, and counts down to that', async () => {
    const own = stream([contactOf(rowAt(0))]);
    assert.deepEqual(placesIn(await own.find(request(rowsOf(3), { ago: 5 }))), {
      present: [0],
      absent: [1, 2],
    });
    assert.deepEqual(own.times(), [0, 120]);
    assert.deepEqual(
      own.activities.flatMap((activity) => (activity.kind === 'settling' ? [activity.ms] : [])),
      [120 * second],
    );
  });

  it('waits twice as long as the request took, when that is longer', async () => {
    const own = stream();
    assert.deepEqual(placesIn(await own.find(request(rowsOf(1), { took: 120 }))).absent, [0]);
    assert.deepEqual(own.times(), [0, 240]);
  });

  it('does not wait longer than ten minutes: what would take longer stays unknown', async () => {
    const own = stream([contactOf(rowAt(0))]);
    assert.deepEqual(placesIn(await own.find(request(rowsOf(2), { took: 301 }))), {
      present: [0],
      absent: [],
    });
    assert.deepEqual(own.times(), [0]);
    // An hour later nothing speaks against it.
    assert.deepEqual(
      placesIn(await stream().find(request(rowsOf(1), { took: 301, ago: 3_600 }))).absent,
      [0],
    );
  });

  it('waits ten minutes for a request of which it is not known how long it took', async () => {
    const own = stream();
    const time = { endedAt: clock().now };
    assert.deepEqual(placesIn(await own.find({ rows: rowsOf(1), time })).absent, [0]);
    assert.deepEqual(own.times(), [0, 600]);
  });

  it('looks no moment too early, though the clock should fall behind while it waits', async () => {
    const own = stream();
    const found = own.begin(request(rowsOf(1)));
    await settled();
    clock().setSystemTime(clock().now - 1);
    assert.deepEqual(placesIn(await passTimeUntil(clock(), found)).absent, [0]);
    assert.deepEqual(own.times(), [0, 125]);
  });

  it('looks again a minute later while rows of the request still appear', async () => {
    const own = stream();
    own.later(100, 0);
    own.later(130, 1);
    assert.deepEqual(placesIn(await own.find(request(rowsOf(3)))), { present: [0, 1], absent: [2] });
    assert.deepEqual(own.times(), [0, 125, 185, 245]);
  });

  it('takes no row for absent when some still appear after ten minutes', async () => {
    const own = stream();
    const rows = rowsOf(20);
    for (const { index } of rows) own.later(50 * (index + 1), index);
    const { present, absent } = placesIn(await own.find(request(rows)));
    assert.deepEqual(absent, []);
    assert.equal(present.length, 10);
    assert.deepEqual(own.times().at(-1), 545);
  });

  it('waits for nobody of another request on account of that', async () => {
    const own = stream();
    own.later(100, 0);
    const found = await own.find(request([rowAt(0), rowAt(1)]), request([rowAt(2)]));
    assert.deepEqual(placesIn(found), { present: [0], absent: [1, 2] });
    assert.deepEqual(own.times(), [0, 125, 185]);
  });

  it('takes a row that was found and is gone again for what makes the looks differ', async () => {
    const own = stream([contactOf(rowAt(0))]);
    setTimeout(() => own.contacts.pop(), 50 * second);
    assert.deepEqual(placesIn(await own.find(request(rowsOf(2)))), { present: [0], absent: [1] });
    assert.deepEqual(own.times(), [0, 125, 185]);
  });

  describe('with an earlier look', () => {
    const looked = (open: OpenRequest, ago: number, ...missing: readonly number[]): OpenRequest => ({
      ...open,
      look: {
        began: clock().now - ago * second,
        missing: new Set(open.rows.filter(({ index }) => missing.includes(index))),
      },
    });

    it('needs one more when that is long ago and the same are missing', async () => {
      const own = stream();
      const open = looked(request(rowsOf(2), { ago: 3_600 }), 3_500, 0, 1);
      assert.deepEqual(placesIn(await own.find(open)).absent, [0, 1]);
      assert.deepEqual(own.times(), [0]);
    });

    it('needs two more when some have appeared since', async () => {
      const own = stream([contactOf(rowAt(0))]);
      const open = looked(request(rowsOf(2), { ago: 3_600 }), 3_500, 0, 1);
      assert.deepEqual(placesIn(await own.find(open)), { present: [0], absent: [1] });
      assert.deepEqual(own.times(), [0, 60]);
    });

    it('waits first when it is too early for the last one', async () => {
      const own = stream();
      const open = looked(request(rowsOf(1), { ago: 70 }), 60, 0);
      assert.deepEqual(placesIn(await own.find(open)).absent, [0]);
      assert.deepEqual(own.times(), [55]);
    });

    it('is not missed when that look would come too late', async () => {
      const own = stream();
      const open = looked(request(rowsOf(1), { ago: 70, took: 3_000 }), 60, 0);
      assert.deepEqual(placesIn(await own.find(open)), none);
      assert.deepEqual(own.times(), [0]);
    });
  });

  it('knows of nobody that is absent when the list cannot be read; nor waits for it', async () => {
    const own = stream();
    const broken = failure('server', { status: 500 });
    own.answers(() => failed(broken));
    const found = await own.find(request(rowsOf(1)));
    assert.deepEqual([placesIn(found), found.failure], [none, broken]);
    assert.deepEqual(own.times(), [0]);
  });

  it('looks twice at a list that does not prove to be whole, for it may have changed meanwhile', async () => {
    const own = stream();
    own.answers(() => paged({ contacts: [contactOf(rowAt(0))], totalResults: 5 }));
    const found = await own.find(request(rowsOf(2)));
    assert.deepEqual(placesIn(found), { present: [0], absent: [] });
    assert.deepEqual(found.failure, failure('notContacts'));
    assert.deepEqual(own.times(), [0, 125]);

    const other = stream();
    let reads = 0;
    other.answers((page) =>
      reads++ === 0 ? paged({ contacts: [contactOf(rowAt(0))], totalResults: 5 }) : pagesOf(() => [])(page),
    );
    assert.deepEqual(placesIn(await other.find(request(rowsOf(2)))).absent, [1]);
    assert.deepEqual(other.times(), [0, 125, 185]);
  });

  it('takes back what was proven when the last look does not show it', async () => {
    const own = stream();
    own.later(100, 1);
    // At 185 s the list is broken: what was proven at 125 s of the other request is not true for long.
    setTimeout(() => own.answers(() => failed(failure('notFound'))), 180 * second);
    const found = await own.find(request([rowAt(0)]), request([rowAt(1), rowAt(2)]));
    assert.deepEqual(placesIn(found), { present: [1], absent: [] });
  });

  it('ends the wait when the user wants it, and keeps what it found', async () => {
    const own = stream([contactOf(rowAt(0))]);
    const pending = own.begin(request(rowsOf(2)));
    await settled();
    own.stopping.abort();
    assert.deepEqual(placesIn(await pending), { present: [0], absent: [] });
    assert.equal(clock().countTimers(), 0);
  });

  it('does not wait for rows that no look can tell anything of', async () => {
    const own = stream();
    assert.deepEqual(placesIn(await own.find(request([rowAt(0, 'n/a')]))), none);
    assert.deepEqual(own.times(), [0]);
  });
});
