import assert from 'node:assert/strict';
import { placesWithoutFile, withFound } from '../../../../src/editor/results/foundRows';
import { EncodedRows, encodePage } from '../../../../src/protocol/encodedPage';
import { packAll } from '../../../../src/protocol/packRows';
import type { ResultRow } from '../../../../src/protocol/results';
import { contactOf, rowAt } from '../../../support/delivery/rows';
import { contact, missing } from '../../../support/page/results';

const blank = {
  salutation: '',
  firstName: '',
  lastName: '',
  phoneNumber: '',
  countryCode: '',
  extension: '',
};
/** A row that the file does not have. */
const gone = (place: number, change: Partial<ResultRow> = {}) =>
  missing(place, { ...blank, line: null, outcome: 'created', id: `id${place}`, ...change });
const words = {
  note: ({ kind }: { kind: string }, name: string) => `${kind} ${name}`,
  lost: (outcome: string) => `lost ${outcome}`,
};
const resultsOf = (...rows: readonly ResultRow[]) => ({ rows: packAll(rows).map(encodePage) });

describe('rows with what was found on the stream again', () => {
  const sought = new Set([1, 2, 3, 4]);
  const results = resultsOf(
    contact(0),
    gone(1),
    gone(2, { outcome: 'present', note: 'otherName', remark: 'another', id: '' }),
    gone(3),
    gone(4, { outcome: 'refused', note: 'batch', remark: 'all', id: '' }),
    contact(5, { outcome: 'unmatched', line: null, place: null }),
  );

  it('are those that the file does not have', async () => {
    assert.deepEqual(await placesWithoutFile(results), [...sought]);
  });

  it('are none of which it is known what was sent', async () => {
    assert.deepEqual(await placesWithoutFile(resultsOf(gone(0), contact(1, { line: null }))), [0]);
  });

  it('are created ones too that were edited, of which the number is known, by their ids', async () => {
    const edited = { line: 3, phoneNumber: '9000000001', countryCode: '+91', remark: 'Edited.' };
    const results = resultsOf(
      gone(0),
      gone(1, edited),
      gone(2, { ...edited, outcome: 'notReturned', id: '' }),
      gone(3, { ...edited, remark: '' }),
    );
    assert.deepEqual(await placesWithoutFile(results), [0, 1]);
    const all = new Set([0, 1]);
    const contacts = new Map([[1, contactOf(rowAt(1))]]);
    const found = await withFound(results, all, { contacts, gone: new Set([0]) }, words);
    assert.equal(found.found, 1);
    const [, again] = [...new EncodedRows(found.rows)];
    assert.deepEqual([again?.firstName, again?.phoneNumber, again?.line], ['row1', '9000000001', null]);
    const lost = await withFound(results, all, { contacts: new Map(), gone: all }, words);
    const [, missed] = [...new EncodedRows(lost.rows)];
    assert.deepEqual([missed?.phoneNumber, missed?.line, missed?.remark], ['9000000001', 3, 'lost created']);
  });

  it('have the stream’s values, and of those that are not there it is said', async () => {
    const contacts = new Map([1, 2, 0].map((place) => [place, contactOf(rowAt(place))]));
    const { rows, found } = await withFound(results, sought, { contacts, gone: new Set([3, 4]) }, words);
    const all = [...new EncodedRows(rows)];
    const at = (place: number) => all[place] ?? assert.fail();
    assert.equal(found, 2);
    assert.deepEqual([at(1).firstName, at(1).stored?.firstName, at(1).line], ['row1', 'row1', null]);
    assert.deepEqual([at(1).phoneNumber, at(1).countryCode], ['9000000001', '+91']);
    assert.deepEqual([at(2).note, at(2).remark], ['otherName', 'otherName row2 test']);
    assert.deepEqual([at(2).firstName, at(2).stored?.firstName], ['', 'row2']);
    assert.deepEqual([at(3).remark, at(3).id, at(3).stored], ['lost created', 'id3', null]);
    assert.equal(at(4).remark, 'all lost refused');
    // What the file has stays as it is, and so does what no row explains.
    assert.equal(at(0).firstName, contact(0).firstName);
    assert.equal(at(5).remark, '');
  });

  it('never have the name of a contact that was found by the number alone as what was sent', async () => {
    const missed = resultsOf(
      gone(0, { outcome: 'notReturned', note: 'gone', remark: 'Gone.', id: '' }),
      gone(1, { outcome: 'created', id: 'id7' }),
      gone(2, { outcome: 'refused', note: 'gone', remark: 'Gone.', id: '' }),
    );
    const stranger = (place: number) => ({ ...contactOf(rowAt(place), 'theirs'), lastName: 'Danger' });
    const sought = new Set([0, 1, 2]);
    const contacts = new Map([0, 1, 2].map((place) => [place, stranger(place)]));
    const search = { contacts, gone: new Set<number>() };
    let shown = await withFound(missed, sought, search, words);
    for (const time of ['once', 'again']) {
      const rows = [...new EncodedRows(shown.rows)];
      for (const [place, row] of rows.entries()) {
        const { salutation, firstName, lastName, phoneNumber, countryCode, stored } = row;
        assert.deepEqual([salutation, firstName, lastName], ['', '', ''], time);
        assert.deepEqual([phoneNumber, countryCode], [`900000000${place}`, '+91'], time);
        assert.deepEqual([stored?.lastName, stored?.phoneNumber], ['Danger', `+91900000000${place}`], time);
      }
      assert.deepEqual(
        rows.map(({ note, remark }) => [note, remark]),
        [
          ['byNumber', 'Gone. otherName row0 Danger'],
          [undefined, 'otherName row1 Danger'],
          ['byNumber', 'Gone. otherName row2 Danger'],
        ],
        time,
      );
      shown = await withFound(shown, sought, search, words);
    }
    const lost = await withFound(shown, sought, { contacts: new Map(), gone: sought }, words);
    const [first] = [...new EncodedRows(lost.rows)];
    assert.deepEqual([first?.note, first?.remark, first?.stored], ['gone', 'Gone. lost notReturned', null]);
  });

  it('keep what an earlier search has found, unless it is gone by now', async () => {
    const first = await withFound(
      results,
      sought,
      { contacts: new Map([[1, contactOf(rowAt(1))]]), gone: new Set() },
      words,
    );
    const contacts = new Map([[3, contactOf(rowAt(3))]]);
    const second = await withFound(first, sought, { contacts, gone: new Set() }, words);
    assert.equal(second.found, 2);
    const third = await withFound(second, sought, { contacts, gone: new Set([1]) }, words);
    assert.equal(third.found, 1);
    const [, lost] = [...new EncodedRows(third.rows)];
    assert.deepEqual([lost?.firstName, lost?.remark, lost?.createdAt], ['', 'lost created', '']);
  });
});
