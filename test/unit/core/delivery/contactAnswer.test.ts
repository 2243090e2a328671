import assert from 'node:assert/strict';
import { readImportAnswer } from '../../../../src/core/delivery/contactAnswer';
import { finished } from '../../../support/finished';

/** What one entry counts as: the contact itself, its refusal, or nothing. */
function readOne(entry: object) {
  const answer = finished(readImportAnswer([entry]));
  return answer && (answer.contacts[0] ?? 'refusal');
}

describe('an answer', () => {
  it('is read in steps, between which others have their turn', () => {
    const entries = Array.from({ length: 1_000 }, (_, index) => ({ id: String(index) }));
    const steps = readImportAnswer(entries);
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    assert.equal(pauses, 50);
    assert.equal(step.value?.contacts.length, 1_000);
  });
});

describe('an entry of an answer', () => {
  it('has failed where its success is a no, in whatever type', () => {
    for (const success of [false, 0, '0', 'false', 'False', ' no ', 'NO', 'n'])
      assert.equal(readOne({ id: '1', success }), 'refusal', String(success));
    for (const success of [true, 1, 'yes', 'true', null, undefined, ''])
      assert.notEqual(readOne({ id: '1', success }), 'refusal', String(success));
  });

  it('has no id that is blank, and one without spaces around it', () => {
    for (const id of ['', ' ', '\t']) assert.equal(readOne({ id }), undefined);
    assert.deepEqual(readOne({ id: ' 1 ' }), { id: '1' });
  });

  it('keeps its time of whatever type, so that it is not taken for one without', () => {
    for (const [createdAt, read] of [
      [{ $date: '2020-01-01T00:00:00Z' }, '2020-01-01T00:00:00Z'],
      [{ $date: { $numberLong: '1577836800000' } }, '1577836800000'],
      [1577836800000.5, '1577836800000.5'],
      [{ seconds: 1577836800 }, '{"seconds":1577836800}'],
      [[2020, 1, 1], '[2020,1,1]'],
      [true, 'true'],
      [{}, '{}'],
      [null, undefined],
      [{ x: 'y'.repeat(1_000) }, `{"x":"${'y'.repeat(194)}`],
    ] as const)
      assert.deepEqual(readOne({ id: '1', createdAt }), {
        id: '1',
        ...(read !== undefined && { createdAt: read }),
      });
  });
});
