import assert from 'node:assert/strict';
import { readContactPage } from '../../../../src/core/delivery/contactPage';
import { readImportAnswer } from '../../../../src/core/delivery/contactAnswer';
import { finished } from '../../../support/finished';

const long = 'x'.repeat(60_000);

/** What is kept of an entry, wherever it is read. */
function kept(entry: Readonly<Record<string, unknown>>) {
  const answered = finished(readImportAnswer([entry]))?.contacts[0] ?? assert.fail('no contact');
  assert.deepEqual(readContactPage({ results: [entry] })?.contacts, [answered]);
  return answered;
}

/** The contact of the API page. */
const documented = {
  id: '63c7cfaf196ce928529b0000',
  status: 'ACTIVE',
  firstName: 'john',
  lastName: 'doe',
  salutation: 'Mr',
  fullName: 'john doe',
  accountId: '63ab016b0d909c22b2da0000',
  orgId: 'o-dd99e2e4-476f-5aa6-90ad-bd7a0b9b0000',
  createdBy: 'u-79cda73a-5947-536f-a1cc-3e939e840000',
  cellPhone: { phoneNumber: '+919876500000', countryCode: '+91', extension: '+' },
  address: [{ city: 'Hyderabad', lines: ['1', '2'] }],
  twitterDetails: [],
  createdAt: '2023-01-18T10:53:35.622Z',
  updatedAt: '2023-01-18T10:53:35.622Z',
};

describe('what is kept of a contact', () => {
  it('is all of a documented one', () => {
    assert.deepEqual(kept(documented), documented);
  });

  it('is never more than some kilobytes, of whatever length which field is', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`field${at}`, 'y'.repeat(400)]),
    );
    const deep = [[[[long, { [long]: [long, long] }]]]];
    const many = Array.from({ length: 5_000 }, () => 1);
    const cellPhone = { phoneNumber: long, countryCode: long, extension: long, more: long };
    for (const more of [
      ...Object.keys(documented).map((name) => ({ [name]: long })),
      { notes: long, more: long },
      { [long]: long },
      { deep },
      { many },
      { cellPhone },
      fields,
    ]) {
      const size = JSON.stringify(kept({ ...documented, ...more })).length;
      assert.ok(size < 10_000, `${Object.keys(more)[0]?.slice(0, 20)}: ${size}`);
    }
  });

  it('keeps the documented fields before all others, and tells what is missing', () => {
    const { notes, ...rest } = kept({ notes: long, more: long, third: 1, ...documented });
    assert.equal(rest.lastName, 'doe');
    assert.deepEqual(rest.cellPhone, documented.cellPhone);
    assert.ok(typeof notes === 'string' && notes.endsWith('…'));
    assert.equal(rest['…'], '…');
  });

  it('tells two ids apart that begin alike, in 200 characters', () => {
    const [one, other] = [`${long}1`, `${long}2`].map((id) => kept({ ...documented, id }).id);
    assert.notEqual(one, other);
    assert.deepEqual([one?.length, other?.length], [200, 200]);
    const longest = 'i'.repeat(200);
    assert.equal(kept({ ...documented, id: longest }).id, longest);
  });

  it('is as little of an entry that was refused', () => {
    const [refusal] =
      finished(readImportAnswer([{ firstName: 'john', notes: long, errors: ['taken'] }]))?.refusals ?? [];
    assert.equal(refusal?.words, 'taken');
    assert.ok(JSON.stringify(refusal).length < 10_000);
  });
});
