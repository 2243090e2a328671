import assert from 'node:assert/strict';
import {
  ImportReport,
  type ImportRow,
  type KeptRow,
  type Outcome,
  type RowResult,
} from '../../../../../src/core/delivery';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

const zero: Record<Outcome, number> = {
  created: 0,
  notReturned: 0,
  refused: 0,
  unknown: 0,
  present: 0,
  absent: 0,
  notSent: 0,
};
const created = (index: number): RowResult => ({ outcome: 'created', contact: contactOf(rowAt(index)) });
const unknown: RowResult = { outcome: 'unknown' };

function placesOf(report: ImportReport): number[] {
  return report.settled().map(({ row }) => row.index);
}

/** What is kept of a row: not all of its cells. */
function keptOf({ index, line, values, record }: ImportRow): KeptRow {
  return { index, line, values, record };
}

describe('the report of an import', () => {
  it('counts every row, none of which is sent at first', () => {
    const report = new ImportReport(3);
    assert.deepEqual(report.counts, { ...zero, notSent: 3 });
    assert.deepEqual(
      [0, 1, 2].map((index) => report.outcomeAt(index)),
      ['notSent', 'notSent', 'notSent'],
    );
    assert.deepEqual(report.settled(), []);
    assert.equal(report.at(0), undefined);
  });

  it('replaces what was known of a row', () => {
    const report = new ImportReport(3);
    report.settle(rowAt(1), unknown);
    assert.deepEqual(report.counts, { ...zero, notSent: 2, unknown: 1 });
    report.settle(rowAt(1), created(1));
    report.settle(rowAt(1), created(1));
    assert.deepEqual(report.counts, { ...zero, notSent: 2, created: 1 });
    assert.equal(report.outcomeAt(1), 'created');
    const history = [{ outcome: 'unknown' }, { outcome: 'created' }];
    assert.deepEqual(report.at(1), { row: keptOf(rowAt(1)), result: created(1), history });
    assert.equal(report.count('created', 'notSent'), 3);
    assert.equal(report.count(), 0);
  });

  it('keeps what was found out of a row, each thing once, and when; what came to nothing is none', () => {
    const report = new ImportReport(1);
    report.settle(rowAt(0), { outcome: 'notSent' }, 1);
    report.settle(rowAt(0), unknown, 2);
    report.settle(rowAt(0), unknown, 3);
    report.settle(rowAt(0), { outcome: 'absent' }, 4);
    assert.deepEqual(report.at(0)?.history, [
      { outcome: 'unknown', at: 2 },
      { outcome: 'absent', at: 4 },
    ]);
  });

  it('counts rows whose number is there under another name', () => {
    const report = new ImportReport(2);
    const contact = contactOf(rowAt(0));
    report.settle(rowAt(0), { outcome: 'present', contact, note: { kind: 'otherName' } });
    report.settle(rowAt(1), { outcome: 'present', contact });
    assert.deepEqual([report.told.otherNames, report.counts.present], [1, 2]);
    assert.deepEqual([report.hasOtherName(0), report.hasOtherName(1)], [true, false]);
    report.settle(rowAt(0), { outcome: 'present', contact });
    assert.equal(report.told.otherNames, 0);
  });

  it('counts them also where not all rows are kept', () => {
    const report = new ImportReport(3, { most: 1 });
    for (const index of [0, 1])
      report.settle(rowAt(index), {
        ...{ outcome: 'present', contact: contactOf(rowAt(index)), note: { kind: 'otherName' } },
      });
    assert.deepEqual([report.told.otherNames, report.settled().length], [2, 1]);
  });

  it('keeps of a mapped row how it stands in the user’s file: there its marker goes', () => {
    const report = new ImportReport(1);
    report.settle({ ...rowAt(0), inFile: 'Asha Rao;+91 98765 43210' }, unknown);
    assert.equal(report.at(0)?.row.record, 'Asha Rao;+91 98765 43210');
  });

  it('tells whether whole requests were refused, as long as their rows are', () => {
    const report = new ImportReport(2);
    report.settle(rowAt(0), { outcome: 'refused' });
    assert.equal(report.hasRefusedWhole, false);
    report.settle(rowAt(1), { outcome: 'refused', note: { kind: 'batch' } });
    assert.equal(report.hasRefusedWhole, true);
    report.settle(rowAt(1), { outcome: 'refused' });
    assert.equal(report.hasRefusedWhole, false);
  });

  it('knows whether each refused row is refused by itself, also of those that it does not keep', () => {
    const report = new ImportReport(3, { most: 1 });
    assert.equal(report.isRefusedAlone, true, 'there is none');
    report.settle(rowAt(0), { outcome: 'refused' });
    report.settle(rowAt(1), { outcome: 'refused', note: { kind: 'batch' } });
    assert.equal(report.isRefusedAlone, false);
    report.settle(rowAt(1), { outcome: 'refused' });
    assert.equal(report.isRefusedAlone, true);
    report.settle(rowAt(2), { outcome: 'refused' });
    assert.equal(report.isRefusedAlone, true);
    assert.equal(report.count('refused'), 3);
  });

  it('lists the rows in the order of the file, however they were settled', () => {
    const report = new ImportReport(4);
    for (const index of [3, 0, 2]) report.settle(rowAt(index), unknown);
    assert.deepEqual(placesOf(report), [0, 2, 3]);
  });

  it('keeps a copy, not what was made for a row on its way', () => {
    const report = new ImportReport(1);
    const row = rowAt(0);
    report.settle(row, unknown);
    const { row: kept } = report.at(0) ?? assert.fail();
    assert.deepEqual(kept, keptOf(row));
    assert.ok(kept !== row && kept.values !== row.values);
  });

  it('need not keep the texts of rows', () => {
    const report = new ImportReport(1, { texts: false });
    report.settle(rowAt(0), unknown);
    const { index, line, values } = rowAt(0);
    assert.deepEqual(report.at(0)?.row, { index, line, values });
  });

  it('need not keep created rows, and counts them all the same', () => {
    const report = new ImportReport(2, { created: false });
    report.settle(rowAt(0), unknown);
    report.settle(rowAt(1), unknown);
    report.settle(rowAt(0), created(0));
    assert.deepEqual(placesOf(report), [1]);
    assert.deepEqual(report.counts, { ...zero, created: 1, unknown: 1 });
    assert.equal(report.outcomeAt(0), 'created');
  });

  it('keeps no more rows than it may, and goes on telling what is new of those', () => {
    const report = new ImportReport(4, { most: 2 });
    for (const row of rowsOf(4)) report.settle(row, unknown);
    assert.deepEqual(placesOf(report), [0, 1]);
    report.settle(rowAt(1), { outcome: 'absent' });
    assert.deepEqual(report.at(1)?.result, { outcome: 'absent' });
    assert.deepEqual(report.counts, { ...zero, unknown: 3, absent: 1 });
  });

  it('makes room when a row is not to be kept any more', () => {
    const report = new ImportReport(3, { created: false, most: 1 });
    report.settle(rowAt(0), unknown);
    report.settle(rowAt(0), created(0));
    report.settle(rowAt(2), unknown);
    assert.deepEqual(placesOf(report), [2]);
  });

  it('keeps the first of the contacts that no row explains, and counts the others', () => {
    const report = new ImportReport(0, { most: 3 });
    const strangers = rowsOf(5).map((row) => contactOf(row));
    report.addUnmatched(strangers.slice(0, 2));
    report.addUnmatched(strangers.slice(2));
    assert.deepEqual(report.unmatched, strangers.slice(0, 3));
    assert.equal(report.unmatchedCount, 5);
  });

  it('takes an answer that holds the whole of a large stream', () => {
    const report = new ImportReport(0);
    const stranger = contactOf(rowAt(0));
    report.addUnmatched(Array.from({ length: 300_000 }, () => stranger));
    assert.equal(report.unmatched.length, 300_000);
  });
});
