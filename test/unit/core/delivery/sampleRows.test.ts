import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks';
import { contactColumns, sampleContacts } from '../../../../src/core/contact';
import { finished } from '../../../support/finished';
import { countSampleRows, shownSource } from '../../../../src/core/delivery';

const samples = sampleContacts.map((sample) => contactColumns.map((column) => sample[column]).join(','));

/** How many of these rows are told to be examples. `includes`: places of those that are sent. */
async function count(rows: readonly string[], includes = (index: number) => index >= 0): Promise<number> {
  const sheet = readSheet([contactColumns.join(','), ...rows, ''].join('\n'));
  return await countSampleRows(finished(shownSource('a.csv', sheet, false)), {
    includes: ({ index }) => includes(index),
  });
}

describe('the examples of a new list', () => {
  it('are known by their numbers, whatever the names, as long as they are sent', async () => {
    assert.equal(await count(samples), 2);
    assert.equal(await count(['Bo,Li,Mr,9876543211,+91,+91', ...samples]), 2);
    assert.equal(await count(samples, (index) => index === 1), 1);
    assert.equal(await count(samples.map((row) => row.replace('Asha', 'Usha'))), 2);
    assert.equal(await count(['Zed,Li,Mr,9876543210,+91,+91']), 1);
    assert.equal(await count(['Asha,Rao,Mrs,9876543210,+49,+49']), 0);
    assert.equal(await count(samples.map((row) => row.replace(/\d{10}/, '9876543211'))), 0);
    assert.equal(await count([]), 0);
  });
});
