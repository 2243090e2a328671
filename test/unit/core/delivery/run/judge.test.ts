import assert from 'node:assert/strict';
import type { ContactFields } from '../../../../../src/core/contact/contact';
import type { Refusal } from '../../../../../src/core/delivery/contactAnswer';
import { judge } from '../../../../../src/core/delivery/run/judge';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

function refusal(of: ContactFields, words = 'taken'): Refusal {
  return { of, words };
}

function refusalOf(row: ReturnType<typeof rowAt>, words?: string): Refusal {
  const { firstName, lastName, cellPhone } = contactOf(row);
  return refusal({ firstName, lastName, cellPhone }, words);
}

describe('judge', () => {
  const [a, b, c] = [rowAt(0), rowAt(1), rowAt(2)];

  it('gives each row its own answer, whatever their order', () => {
    const answer = { contacts: [contactOf(c), contactOf(a)], refusals: [refusalOf(b, 'bad number')] };
    assert.deepEqual(judge([a, b, c], answer), {
      results: [
        { outcome: 'created', contact: contactOf(a) },
        { outcome: 'refused', words: 'bad number' },
        { outcome: 'created', contact: contactOf(c) },
      ],
      unmatched: [],
    });
  });

  it('takes what the answer does not speak of as not returned', () => {
    assert.deepEqual(judge(rowsOf(2), { contacts: [], refusals: [] }).results, [
      { outcome: 'notReturned' },
      { outcome: 'notReturned' },
    ]);
  });

  it('lists the contacts that no row explains', () => {
    const stranger = contactOf(rowAt(9));
    const { results, unmatched } = judge([a], { contacts: [stranger, contactOf(a)], refusals: [] });
    assert.deepEqual(results, [{ outcome: 'created', contact: contactOf(a) }]);
    assert.deepEqual(unmatched, [stranger]);
  });

  it('believes a contact before a refusal', () => {
    const answer = { contacts: [contactOf(a)], refusals: [refusalOf(a)] };
    assert.deepEqual(judge([a], answer).results, [{ outcome: 'created', contact: contactOf(a) }]);
  });

  it('gives one of two rows with one number the contact, by its name, and the other the refusal', () => {
    const twin = rowAt(7, a.values.cellPhoneNumber);
    const answer = { contacts: [contactOf(twin)], refusals: [refusalOf(a, 'belongs to another')] };
    assert.deepEqual(judge([a, twin], answer).results, [
      { outcome: 'refused', words: 'belongs to another' },
      { outcome: 'created', contact: contactOf(twin) },
    ]);
  });

  it('gives equal rows a refusal each, in order', () => {
    const answer = { contacts: [], refusals: [refusalOf(a, 'first'), refusalOf(a, 'second')] };
    assert.deepEqual(judge([a, { ...a, index: 1 }, { ...a, index: 2 }], answer).results, [
      { outcome: 'refused', words: 'first' },
      { outcome: 'refused', words: 'second' },
      { outcome: 'notReturned' },
    ]);
  });

  it('blames no row for a refusal that does not say whom it is about', () => {
    const answer = {
      contacts: [],
      refusals: [refusal({}), refusal({ firstName: 'row0', lastName: 'test' })],
    };
    assert.deepEqual(judge([a], answer).results, [{ outcome: 'notReturned' }]);
  });
});
