import assert from 'node:assert/strict';
import { install, type Clock } from '@sinonjs/fake-timers';
import { ImportReport, type ImportRow, type RowResult } from '../../../../src/core/delivery';
import { LiveResults, tellingPause, type AboutImport } from '../../../../src/editor/results/liveResults';
import { resultRow, unmatchedRow } from '../../../../src/editor/results/resultRows';
import { changeTime, resultColumns, type ResultRow, type Results } from '../../../../src/protocol/results';
import { EncodedRows } from '../../../../src/protocol/encodedPage';
import { rowsOnPage } from '../../../../src/protocol/rowPage';
import { contactOf, rowAt, rowsOf } from '../../../support/delivery/rows';

const running = 'Sending';
const about: AboutImport = {
  ...{ importId: 'i', streamName: 'S', host: 'https://a.example', streamId: 'st', sandbox: false },
  ...{ fileName: 'a.csv', fileUri: 'file:///a.csv', at: '2026-01-01T00:00:00.000Z' },
  ...{ running, notice: '', actions: [] },
};
const refused: RowResult = { outcome: 'refused', words: 'No.' };
const over = { notice: '', actions: ['saveRest'] } as const;

/** What is told, as pages and outcomes. */
interface Told {
  readonly results: Results;
  readonly changed: readonly number[];
}

describe('results of an import that goes on', () => {
  let clock: Clock;
  let told: Told[];
  beforeEach(() => {
    clock = install({ toFake: ['setTimeout', 'clearTimeout'] });
    told = [];
  });
  afterEach(() => clock.uninstall());

  function live(rows: readonly ImportRow[], count = rows.length, known?: EncodedRows) {
    const report = new ImportReport(count, { created: false });
    const heldBack = new Map<number, string>();
    const source = { groups: () => [rows] };
    const results = new LiveResults(
      about,
      { source, report, heldBack },
      {
        rowOf: (settled, notSent) => resultRow(settled, notSent, () => ''),
        known,
        tell: (newer, changed) => void told.push({ results: newer, changed }),
      },
    );
    const settle = (index: number, result: RowResult) =>
      results.settled(report.settle(rows[index] ?? assert.fail(), result));
    const created = (index: number) =>
      settle(index, { outcome: 'created', contact: contactOf(rowAt(index)) });
    return { results, report, heldBack, settle, created };
  }
  /** Until something is told. */
  async function next(): Promise<Told> {
    const before = told.length;
    await clock.tickAsync(tellingPause);
    while (told.length === before) await new Promise((resolve) => setImmediate(resolve));
    return told.at(-1) ?? assert.fail();
  }
  const changed = () => told.flatMap((one) => one.changed);
  /** A row's fields, but what tells its history. */
  const fieldsOf = (row: ResultRow = assert.fail()) =>
    Object.fromEntries(
      [...resultColumns, 'place', 'message', 'stored', 'details', 'note'].map((name) => [
        name,
        row[name as keyof ResultRow],
      ]),
    );
  const outcomesOf = ({ rows }: Results) => Array.from(new EncodedRows(rows), ({ outcome }) => outcome);

  it('say what the import waits for, as long as it does', async () => {
    const { results } = live(rowsOf(1));
    results.wait('Waiting 2 s');
    assert.equal((await next()).results.running, 'Waiting 2 s');
    results.wait('');
    assert.equal((await next()).results.running, running);
    results.wait('Waiting 1 s');
    assert.equal((await results.end(over, [])).results.running, '');
  });

  it('are of the time at which the import began, whatever comes later', async () => {
    const { results } = live(rowsOf(1));
    const ended = await results.end(over, []);
    assert.equal(ended.results.at, about.at);
    assert.ok(changeTime(ended.results) > about.at);
  });

  it('begin with rows that wait or are held back, then have what became of each, told together', async () => {
    const { results, created, settle } = live(rowsOf(4));
    results.plan((index) => index < 3);
    results.begin();
    const first = await next();
    assert.deepEqual(outcomesOf(first.results), ['waiting', 'waiting', 'waiting', 'notSent']);
    assert.deepEqual([first.results.counts.waiting, first.results.counts.notSent], [3, 1]);
    assert.deepEqual(changed(), [0]);
    assert.equal(new EncodedRows(first.results.rows).at(2)?.phoneNumber, rowAt(2).values.cellPhoneNumber);
    told.length = 0;
    created(0);
    settle(1, refused);
    const second = await next();
    assert.deepEqual(outcomesOf(second.results), ['created', 'refused', 'waiting', 'notSent']);
    assert.equal(new EncodedRows(second.results.rows).at(1)?.message, 'No.');
    assert.equal(new EncodedRows(second.results.rows).at(0)?.id, contactOf(rowAt(0)).id);
    assert.equal(told.length, 1, 'both at once');
    const ended = await results.end(over, []);
    assert.deepEqual(outcomesOf(ended.results), ['created', 'refused', 'notSent', 'notSent']);
    assert.deepEqual([ended.results.running, ended.results.counts.waiting, ended.changed], ['', 0, [0]]);
    assert.deepEqual(ended.results.actions, ['saveRest']);
  });

  it('are told as they are, and go on changing for themselves alone', async () => {
    const { results, created } = live(rowsOf(2));
    results.plan(() => true);
    results.begin();
    const { results: first } = await next();
    created(0);
    await next();
    assert.deepEqual(outcomesOf(first), ['waiting', 'waiting']);
    assert.equal(first.counts.waiting, 2);
  });

  it('miss nothing that is found out while rows are still being read, or packed', async () => {
    const { results, created, settle } = live(rowsOf(5_000));
    results.plan(() => true);
    results.begin();
    for (let index = 0; index < 5_000; index += 2) created(index);
    await Promise.resolve();
    for (let index = 1; index < 5_000; index += 2) settle(index, refused);
    const { results: all } = await results.end(over, []);
    assert.deepEqual(
      outcomesOf(all),
      Array.from({ length: 5_000 }, (_, index) => (index % 2 === 0 ? 'created' : 'refused')),
    );
  });

  it('change only the pages of rows of which something is new', async () => {
    const { results, created } = live(rowsOf(2 * rowsOnPage + 1));
    results.plan(() => true);
    results.begin();
    await next();
    assert.deepEqual(changed(), [0, 1, 2]);
    told.length = 0;
    created(rowsOnPage);
    await next();
    assert.deepEqual(changed(), [1]);
  });

  it('are packed as soon as a page of them has changed, and told together with others', async () => {
    const { results, created } = live(rowsOf(rowsOnPage + 1));
    results.plan(() => true);
    results.begin();
    await next();
    told.length = 0;
    for (let index = 0; index < rowsOnPage; index++) created(index);
    while (outcomesOf(results.results)[0] === 'waiting')
      await new Promise((resolve) => setImmediate(resolve));
    assert.equal(told.length, 0);
    created(rowsOnPage);
    await next();
    assert.deepEqual(changed(), [0, 1]);
  });

  it('list, at the end, contacts that no row explains', async () => {
    const { results, created } = live(rowsOf(2));
    results.plan(() => true);
    results.begin();
    created(0);
    created(1);
    const { results: all } = await results.end(over, [unmatchedRow(contactOf(rowAt(9)))]);
    assert.deepEqual(outcomesOf(all), ['created', 'created', 'unmatched']);
    assert.equal(all.counts.unmatched, 1);
  });

  it('have what the ledger alone knows, which settles rows when all is over', async () => {
    const { results, report } = live(rowsOf(2));
    results.plan(() => true);
    results.begin();
    await next();
    report.settle(rowAt(1), { outcome: 'unknown' }, 0);
    const { results: all } = await results.end(over, []);
    assert.deepEqual(outcomesOf(all), ['notSent', 'unknown']);
    assert.equal(new EncodedRows(all.rows).at(1)?.history.length, 1);
  });

  it('keep, when an import is resumed, what was said of rows of which nothing is new', async () => {
    const before = live(rowsOf(2));
    before.results.begin();
    before.settle(0, refused);
    before.settle(1, { outcome: 'unknown' });
    const { results: first } = await before.results.end(over, []);
    const rows = [0, 1].map((index) => ({ ...rowAt(index), line: index + 9 }));
    const after = live(rows, 2, new EncodedRows(first.rows));
    // From the ledger, which has no words.
    for (const row of rows) after.report.settle(row, { outcome: row.index === 0 ? 'refused' : 'unknown' });
    after.results.begin();
    after.settle(1, { outcome: 'present', contact: contactOf(rowAt(1)) });
    const { results: all } = await after.results.end(over, []);
    assert.deepEqual(outcomesOf(all), ['refused', 'present']);
    const [kept, found] = [...new EncodedRows(all.rows)];
    assert.deepEqual([kept?.message, kept?.line, found?.line], ['No.', 9, 10]);
  });

  it('keep, when an import is resumed, all that was known of rows that the file has no more', async () => {
    const before = live(rowsOf(4));
    before.results.begin();
    before.created(0);
    before.settle(1, refused);
    before.settle(2, { outcome: 'notReturned' });
    const { results: first } = await before.results.end(over, []);
    const known = new EncodedRows(first.rows);
    const after = live([rowAt(2)], 4, known);
    const gone = (index: number): ImportRow => ({ index, line: 0, values: {}, cells: [], record: '' });
    after.report.settle(gone(0), { outcome: 'created', contact: { id: contactOf(rowAt(0)).id } });
    after.report.settle(gone(1), { outcome: 'refused' });
    after.report.settle(rowAt(2), { outcome: 'notReturned' });
    after.results.begin();
    await next();
    const found: RowResult = { outcome: 'present', contact: contactOf(rowAt(2)) };
    after.results.settled(after.report.settle(rowAt(2), found));
    const { results: all } = await after.results.end(over, []);
    const rows = [...new EncodedRows(all.rows)];
    assert.deepEqual(
      rows.map(({ outcome, line }) => [outcome, line]),
      [
        ['created', null],
        ['refused', null],
        ['present', rowAt(2).line],
        ['notSent', null],
      ],
    );
    for (const index of [0, 1, 3]) {
      assert.deepEqual(fieldsOf(rows[index]), { ...fieldsOf(known.at(index)), line: null });
    }
  });

  it('keep, when an import is resumed, contacts that no row explained, and does not now either', async () => {
    const before = live(rowsOf(2));
    before.results.begin();
    const strangers = [7, 8, 9].map((index) => unmatchedRow(contactOf(rowAt(index))));
    const { results: first } = await before.results.end(over, strangers);
    const after = live(rowsOf(2), 2, new EncodedRows(first.rows));
    after.results.begin();
    after.settle(1, { outcome: 'present', contact: contactOf(rowAt(8)) });
    const { results: all } = await after.results.end(
      over,
      [9, 5].map((index) => unmatchedRow(contactOf(rowAt(index)))),
    );
    const ids = Array.from(new EncodedRows(all.rows), ({ id }) => id);
    assert.deepEqual(ids, ['', 'id8', 'id7', 'id9', 'id5']);
    assert.equal(all.counts.unmatched, 3);
  });

  it('keep what was found out in a follow-up when its file is opened once more', async () => {
    const { results, report, settle } = live(rowsOf(3));
    results.begin();
    settle(0, { outcome: 'present', contact: contactOf(rowAt(0)) });
    settle(1, refused);
    const heldBack = new Map<number, string>();
    const newer = new ImportReport(3, { created: false });
    // From the ledger.
    newer.settle(rowAt(0), { outcome: 'present', contact: { id: '' } });
    newer.settle(rowAt(1), { outcome: 'refused' });
    results.take({ source: { groups: () => [rowsOf(3)] }, report: newer, heldBack });
    assert.equal(report.counts.refused, 1);
    const { results: all } = await results.end(over, []);
    const [found, no] = [...new EncodedRows(all.rows)];
    assert.deepEqual([found?.id, no?.message], [contactOf(rowAt(0)).id, 'No.']);
  });

  it('have a line for each row that the file has no more', async () => {
    const { results, report } = live([rowAt(2), rowAt(0)], 3);
    results.begin();
    report.settle({ ...rowAt(1), line: 0, values: {} }, { outcome: 'refused' });
    const { results: all } = await results.end(over, []);
    assert.deepEqual(
      Array.from(new EncodedRows(all.rows), ({ line, outcome }) => [line, outcome]),
      [
        [rowAt(0).line, 'notSent'],
        [null, 'refused'],
        [rowAt(2).line, 'notSent'],
      ],
    );
  });
});
