import assert from 'node:assert/strict';
import { sentBeside } from '../../../src/webview/results/stored';
import { contact, missing } from '../../support/page/results';

const differing = (change: Parameters<typeof contact>[1]) =>
  sentBeside(contact(1, change))
    .filter(({ differs }) => differs)
    .map(({ field, sent, stored }) => [field, sent, stored]);

describe('results page: sent beside returned', () => {
  const stored = contact(1).stored ?? assert.fail();

  it('has nothing to compare without a contact', () => {
    assert.deepEqual(sentBeside(missing(1)), []);
  });

  it('marks what says another thing, not what is written otherwise', () => {
    assert.deepEqual(differing({}), []);
    assert.deepEqual(differing({ phoneNumber: '09876 500-001', firstName: ' Jane' }), []);
    assert.deepEqual(differing({ stored: { ...stored, firstName: 'Janet', salutation: '' } }), [
      ['salutation', 'Mrs', ''],
      ['firstName', 'Jane', 'Janet'],
    ]);
    assert.deepEqual(differing({ phoneNumber: '9876500002' }), [
      ['phoneNumber', '9876500002', '+919876500001'],
    ]);
    assert.deepEqual(differing({ phoneNumber: '' }), [['phoneNumber', '', '+919876500001']]);
  });
});
