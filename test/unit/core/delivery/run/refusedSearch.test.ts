import assert from 'node:assert/strict';
import type { Contact } from '../../../../../src/core/contact/contact';
import {
  defaultRetryPolicy,
  ImportRun,
  type ContactPage,
  type ImportRow,
  type PageRequest,
} from '../../../../../src/core/delivery';
import type { Answer } from '../../../../../src/core/delivery/failure';
import { passTimeUntil, stopClock } from '../../../../support/delivery/clock';
import { shortRetryPolicy, TestParts } from '../../../../support/delivery/parts';
import { contactOf, outgoingOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import {
  answered,
  failed,
  failure,
  paged,
  pagesOf,
  ScriptedCalls,
  type ScriptedImport,
} from '../../../../support/delivery/scriptedCalls';

/** A stream that refuses a file with a bad row in it. */
class Picky {
  readonly contacts: Contact[] = [];
  readonly calls: ScriptedCalls;

  constructor(
    readonly bad: readonly number[],
    private readonly instead: (request: ScriptedImport) => ReturnType<typeof failed> | undefined = () =>
      undefined,
    list?: (page: PageRequest) => Answer<ContactPage>,
  ) {
    this.calls = new ScriptedCalls((request) => this.import(request), list ?? pagesOf(() => this.contacts));
  }

  store(places: readonly number[]): readonly Contact[] {
    const created = places.map((place) => contactOf(rowAt(place)));
    this.contacts.push(...created);
    return created;
  }

  private import(request: ScriptedImport) {
    const instead = this.instead(request);
    if (instead) return instead;
    const found = request.places.filter((place) => this.bad.includes(place));
    return found.length > 0
      ? failed(failure('validation', { serverWords: `bad: ${found.join(' ')}` }))
      : answered(this.store(request.places));
  }
}

/** A search among rows that a stream refused together. */
function searching(
  rows: readonly ImportRow[],
  { calls }: Picky,
  limits: TestParts['limits'] = { rows: 1_000, bytes: 900_000 },
  retryPolicy = shortRetryPolicy,
) {
  // They were refused long ago.
  const request = { startedAt: 0, endedAt: 1 };
  const parts = new TestParts(rows, calls, {
    limits,
    retryPolicy,
    past: { pastAt: () => ({ request }), created: [] },
  });
  for (const row of rows) parts.settle(row, { outcome: 'refused', words: 'the file' });
  return { parts, search: () => new ImportRun(parts).findRefused(outgoingOf([]), rows) };
}

describe('a search for refused rows', () => {
  it('finds the one that is refused by itself, in the words it gets alone, and sends the others', async () => {
    const stream = new Picky([21]);
    const { parts, search } = searching(rowsOf(64), stream);
    assert.deepEqual(await search(), { why: 'done' });
    const eights = Array.from({ length: 8 }, (_, part) => rowsOf(64).slice(8 * part, 8 * part + 8));
    const ones = [16, 17, 18, 19, 20, 21, 22, 23].map((place) => [place]);
    assert.deepEqual(stream.calls.imports, [
      ...eights.map((rows) => rows.map(({ index }) => index)),
      ...ones,
    ]);
    assert.deepEqual(parts.claims.of(21), { outcome: 'refused', words: 'bad: 21' });
    assert.equal(parts.claims.rowsWith('created').length, 63);
    assert.equal(stream.contacts.length, 63);
  });

  it('finds all of many, and each when all are', async () => {
    for (const bad of [[0, 1, 6], [0, 6], rowsOf(7).map(({ index }) => index)]) {
      const stream = new Picky(bad);
      const { parts, search } = searching(rowsOf(7), stream);
      assert.deepEqual(await search(), { why: 'done' });
      assert.deepEqual(
        parts.claims.rowsWith('refused').map(({ index }) => index),
        bad,
      );
      assert.equal(parts.claims.rowsWith('created').length, 7 - bad.length);
    }
  });

  it('asks once more for a row that is by itself', async () => {
    const stream = new Picky([3]);
    const { parts, search } = searching([rowAt(3)], stream);
    assert.deepEqual(await search(), { why: 'done' });
    assert.deepEqual(stream.calls.imports, [[3]]);
    assert.deepEqual(parts.claims.of(3), { outcome: 'refused', words: 'bad: 3' });
  });

  it('never sends what is there already', async () => {
    const stream = new Picky([]);
    stream.store([1, 2]);
    const { parts, search } = searching(rowsOf(4), stream);
    assert.deepEqual(await search(), { why: 'done' });
    assert.deepEqual(stream.calls.imports, [[0], [3]]);
    assert.deepEqual(parts.outcomes, ['created', 'present', 'present', 'created']);
    assert.deepEqual(parts.notes.slice(0, 8), [
      ...['list', 'list', 'settled 1 present 2 present', 'missed 0 3'],
      ...['list', 'list', 'missed 0 3', 'sending 0'],
    ]);
  });

  it('looks once more for the rows of all requests that were refused again, before it sends those in parts', async () => {
    const stream = new Picky([0, 63]);
    const { parts, search } = searching(rowsOf(64), stream);
    assert.deepEqual(await search(), { why: 'done' });
    const lists = parts.notes
      .map((note, at) => (note.startsWith('missed') ? at : -1))
      .filter((at) => at >= 0);
    const sent = parts.notes.filter((note) => note === 'import').length;
    assert.equal(sent, 8 + 8 + 8);
    // Twice for what was refused before; once more than the look before they were sent for what was refused again.
    assert.equal(lists.length, 3);
    assert.match(parts.notes[lists[2] ?? 0] ?? '', /^missed 0 1 2 3 4 5 6 7 56 57/);
  });

  it('finds what the stream stored although it refused it', async () => {
    const stream = new Picky([3], ({ places }) => {
      if (!places.includes(3) || places.length === 1) return undefined;
      stream.store(places.filter((place) => place !== 3));
      return failed(failure('refused'));
    });
    const { parts, search } = searching(rowsOf(16), stream);
    assert.deepEqual(await search(), { why: 'done' });
    assert.equal(parts.claims.of(2).outcome, 'present');
    assert.equal(parts.claims.of(3).outcome, 'refused');
    assert.equal(parts.claims.rowsWith('created').length, 14);
    assert.deepEqual(stream.calls.imports.slice(-1), [[3]]);
  });

  it('waits as after any other request before it looks for what that may have stored', async () => {
    const clock = stopClock();
    try {
      const stream = new Picky([3]);
      const { parts, search } = searching(rowsOf(16), stream, undefined, defaultRetryPolicy);
      const begun = Date.now();
      assert.deepEqual(await passTimeUntil(clock, search()), { why: 'done' });
      // Once between the two looks for what was refused before, and once after it was refused again.
      assert.equal(Date.now() - begun, 185_000);
      assert.deepEqual(
        parts.activities.flatMap((activity) => (activity.kind === 'settling' ? [activity.ms] : [])),
        [60_000, 125_000],
      );
    } finally {
      clock.uninstall();
    }
  });

  it('sends nothing where the list cannot be read; what is found is known, the rest stays refused', async () => {
    const broken = failure('notFound');
    const stream = new Picky([], undefined, ({ skip }) =>
      skip === 0 ? paged({ contacts: [contactOf(rowAt(2))], hasMore: true }) : failed(broken),
    );
    const { parts, search } = searching(rowsOf(4), stream);
    assert.deepEqual(await search(), { why: 'failed', failure: broken });
    assert.deepEqual(parts.outcomes, ['refused', 'refused', 'present', 'refused']);
    assert.deepEqual(stream.calls.imports, []);
    assert.deepEqual(parts.claims.of(0), { outcome: 'refused', words: 'the file' });
  });

  it('sends nothing where the list does not add up', async () => {
    const stream = new Picky([], undefined, () => paged({ contacts: [], totalResults: 7 }));
    const { parts, search } = searching(rowsOf(2), stream);
    assert.deepEqual(await search(), { why: 'failed', failure: failure('notContacts') });
    assert.deepEqual(parts.outcomes, ['refused', 'refused']);
    assert.deepEqual(stream.calls.imports, []);
  });

  it('does not send again what got no answer meanwhile, and goes on with the rest', async () => {
    const stream = new Picky([], ({ number, places }) => {
      if (number !== 0) return undefined;
      stream.store(places.slice(0, 1));
      return failed(failure('timeout', { effect: 'unknown' }));
    });
    const { parts, search } = searching(rowsOf(16), stream);
    assert.deepEqual(await search(), { why: 'done' });
    assert.deepEqual(parts.outcomes, ['present', 'absent', ...Array<string>(14).fill('created')]);
    assert.equal(stream.calls.imports.length, 8);
  });

  it('ends when nothing else would work; what was refused and not sent again stays that', async () => {
    const hopeless = failure('token');
    const stream = new Picky([], ({ number }) => (number === 1 ? failed(hopeless) : undefined));
    const { parts, search } = searching(rowsOf(4), stream);
    assert.deepEqual(await search(), { why: 'failed', failure: hopeless });
    assert.deepEqual(parts.outcomes, ['created', 'notSent', 'refused', 'refused']);
  });

  it('is ended by the user: before the look, after it, and between two requests', async () => {
    const before = new Picky([]);
    const first = searching(rowsOf(4), before);
    first.parts.stopping.abort();
    assert.deepEqual(await first.search(), { why: 'cancelled' });
    assert.deepEqual(first.parts.notes, []);

    const during = new Picky([], undefined, (page) => {
      second.parts.stopping.abort();
      return pagesOf(() => [])(page) as Answer<ContactPage>;
    });
    const second = searching(rowsOf(4), during);
    assert.deepEqual(await second.search(), { why: 'cancelled' });
    assert.deepEqual(second.parts.outcomes, ['refused', 'refused', 'refused', 'refused']);

    const between = new Picky([0], () => {
      third.parts.stopping.abort();
      return undefined;
    });
    const third = searching(rowsOf(4), between);
    assert.deepEqual(await third.search(), { why: 'cancelled' });
    assert.deepEqual(third.parts.outcomes, ['refused', 'refused', 'refused', 'refused']);
    assert.deepEqual(between.calls.imports, [[0]]);
  });

  it('makes no request larger than the limits, in rows or in bytes', async () => {
    const rows = rowsOf(16);
    const byRows = new Picky([]);
    assert.deepEqual(await searching(rows, byRows, { rows: 3, bytes: 900_000 }).search(), { why: 'done' });
    assert.ok(byRows.calls.imports.every((places) => places.length <= 3));
    assert.deepEqual(
      byRows.calls.imports.flat(),
      rows.map(({ index }) => index),
    );

    const byBytes = new Picky([]);
    assert.deepEqual(await searching(rows, byBytes, { rows: 1_000, bytes: 300 }).search(), { why: 'done' });
    assert.ok(byBytes.calls.files.every(({ bytes }) => bytes.byteLength <= 300));
    assert.equal(byBytes.contacts.length, 16);
  });

  it('halves what the stream finds too large', async () => {
    const stream = new Picky([6], ({ places }) =>
      places.length > 2 ? failed(failure('tooLarge')) : undefined,
    );
    const { parts, search } = searching(rowsOf(32), stream);
    assert.deepEqual(await search(), { why: 'done' });
    assert.deepEqual(
      parts.claims.rowsWith('refused').map(({ index }) => index),
      [6],
    );
    assert.equal(parts.claims.rowsWith('created').length, 31);
    assert.equal(parts.limits.rows, 2);
  });

  it('passes on what its answers hold', async () => {
    const stream = new Picky([]);
    const { parts, search } = searching(rowsOf(3), stream);
    await search();
    assert.equal(parts.answeredContacts, 3);
  });
});
