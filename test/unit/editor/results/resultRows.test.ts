import assert from 'node:assert/strict';
import type { Contact } from '../../../../src/core/contact/contact';
import type { RowNote, RowResult } from '../../../../src/core/delivery';
import type { NotSent } from '../../../../src/editor/results/liveResults';
import { resultRow, unmatchedRow } from '../../../../src/editor/results/resultRows';
import { cut, shownText } from '../../../../src/core/contact/shownText';
import { contactOf, rowAt } from '../../../support/delivery/rows';

const row = rowAt(0);
const noteMessage = ({ kind }: RowNote, name: string) => `the note ${kind}${name && ` of ${name}`}`;
const heldBack = new Map<number, string>();
const shown = (result: RowResult, notSent: NotSent = { heldBack }) =>
  resultRow({ row, result, history: [] }, notSent, noteMessage);

/** A value that is so many levels deep. */
function nested(levels: number): unknown {
  let value: unknown = 'core';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

describe('rows of the results page', () => {
  it('have their place in the import, on whatever line they stand, and none that explains no row', () => {
    const moved = resultRow(
      { row: { ...rowAt(7), line: 99 }, result: { outcome: 'refused' }, history: [] },
      { heldBack },
      noteMessage,
    );
    assert.deepEqual([moved.place, moved.line], [7, 99]);
    assert.equal(unmatchedRow({ id: '1' }).place, null);
  });

  it('show a note beside what else is said, and which it is', () => {
    const contact = contactOf(row);
    const other = { ...contact, firstName: 'Some', lastName: 'Body' };
    const { note, remark } = shown({ outcome: 'present', contact: other, note: { kind: 'otherName' } });
    assert.deepEqual([note, remark], ['otherName', 'the note otherName of Some Body']);
    const refused = shown({ outcome: 'refused', words: 'no', note: { kind: 'batch' } });
    assert.deepEqual([refused.note, refused.message, refused.remark], ['batch', 'no', 'the note batch']);
    assert.equal('note' in shown({ outcome: 'created', contact }), false);
    const held = new Map([[row.index, 'held back']]);
    assert.equal(shown({ outcome: 'notSent' }, { heldBack: held }).message, 'held back');
  });

  it('say which import has brought a contact to the stream that was not sent, and nothing of one that was', () => {
    const leftOutOf = () => ({ is: 'created', at: '2026-01-02' }) as const;
    const { note, remark } = shown({ outcome: 'notSent' }, { heldBack, leftOutOf });
    assert.deepEqual([note, remark], ['leftOut', 'the note leftOut']);
    assert.equal('note' in shown({ outcome: 'unknown' }, { heldBack, leftOutOf }), false);
    const other = { ...leftOutOf(), is: 'present', isOtherName: true } as const;
    assert.equal(shown({ outcome: 'notSent' }, { heldBack, leftOutOf: () => other }).note, 'leftOutOther');
  });

  it('show what was sent, and beside it what the stream has, as far as more than its id is known', () => {
    const { firstName, stored } = shown({
      outcome: 'created',
      contact: { ...contactOf(row), firstName: 'X' },
    });
    assert.deepEqual([firstName, stored?.firstName], [row.values.firstName, 'X']);
    assert.equal(shown({ outcome: 'created', contact: { id: '1' } }).stored, null);
    assert.equal(shown({ outcome: 'refused' }).stored, null);
    const { firstName: returned, stored: there } = unmatchedRow({ id: '1', firstName: 'Y' });
    assert.deepEqual([returned, there?.firstName], ['Y', 'Y']);
  });

  it('tell what was found out of them, and when, as far as that is known', () => {
    const history = [{ outcome: 'unknown' }, { outcome: 'present', at: 1_000 }] as const;
    const result: RowResult = { outcome: 'present', contact: contactOf(row) };
    assert.deepEqual(resultRow({ row, result, history }, { heldBack }, noteMessage).history, [
      ['unknown', ''],
      ['present', '1970-01-01T00:00:01.000Z'],
    ]);
  });

  it('show a contact that is 5,000 levels deep, or long, and keep little of it', () => {
    const huge: Contact = {
      ...contactOf(row),
      id: 'i'.repeat(100_000),
      firstName: 'f'.repeat(100_000),
      deep: nested(5_000),
      wide: Array.from({ length: 100_000 }, () => ({})),
      text: 't'.repeat(100_000),
      ['k'.repeat(100_000)]: nested(33),
    };
    const result = unmatchedRow(huge);
    assert.deepEqual([result.id.length, result.firstName.length], [201, 2_001]);
    assert.ok(JSON.stringify(result).length < 20_000);
    assert.equal(result.details.length, 4);
  });

  it('show no more than 500 further fields, and say that there are more', () => {
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, at]));
    assert.equal(unmatchedRow({ id: '1', ...fields(500) }).details.length, 500);
    const { details } = unmatchedRow({ id: '1', ...fields(501) });
    assert.deepEqual([details.length, details.at(-1)], [501, ['…', '…']]);
  });
});

describe('shownText', () => {
  it('gives what is small as JSON, whole', () => {
    for (const value of [7, null, false, [], {}, [{ a: [1, 'b'] }], nested(20), { ['__proto__']: 1 }])
      assert.equal(shownText(value), JSON.stringify(value, undefined, 2));
    assert.equal(shownText('plain'), 'plain');
  });

  it('cuts below 32 levels', () => {
    assert.ok(shownText(nested(32)).includes('core'));
    assert.ok(!shownText(nested(33)).includes('core'));
    assert.ok(shownText(nested(33)).includes('…'));
  });

  it('cuts no character in two', () => {
    assert.equal(cut('a😀b', 2), 'a…');
    assert.equal(cut('a😀b', 3), 'a😀…');
    assert.equal(cut('a😀b', 4), 'a😀b');
  });
});
