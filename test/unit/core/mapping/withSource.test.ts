import assert from 'node:assert/strict';
import type { NameReading } from '../../../../src/core/mapping/columnMap';
import { withSource } from '../../../../src/core/mapping/withSource';

const usual: NameReading = { order: 'givenFirst', oneWord: 'holdBack' };
const other: NameReading = { order: 'familyFirst', oneWord: 'dash' };

describe('withSource', () => {
  it('sets a source and leaves the others', () => {
    assert.deepEqual(withSource({ lastName: { field: 1 } }, 'firstName', { field: 0 }), {
      firstName: { field: 0 },
      lastName: { field: 1 },
    });
  });

  it('takes both names out of a full name, and a salutation where there is none', () => {
    const source = { field: 0, part: 'lastName', ...usual } as const;
    const all = {
      firstName: { field: 0, part: 'firstName', ...usual },
      lastName: source,
      salutation: { field: 0, part: 'salutation', ...usual },
    };
    assert.deepEqual(withSource({ firstName: { field: 4 } }, 'lastName', source), all);
    const salutation = { field: 3 };
    assert.deepEqual(withSource({ salutation }, 'lastName', source), { ...all, salutation });
  });

  it('reads all parts of a full name in one way', () => {
    const draft = withSource({}, 'firstName', { field: 0, part: 'firstName', ...usual });
    assert.deepEqual(withSource(draft, 'firstName', { field: 0, part: 'firstName', ...other }), {
      firstName: { field: 0, part: 'firstName', ...other },
      lastName: { field: 0, part: 'lastName', ...other },
      salutation: { field: 0, part: 'salutation', ...other },
    });
  });

  it('takes the code out of the number where it has no source, and reads both in one way', () => {
    const number = { field: 2, part: 'nationalNumber' } as const;
    const code = { field: 2, part: 'callingCode' } as const;
    const country = { constant: 'IN' };
    const draft = withSource({}, 'cellPhoneNumber', number);
    assert.deepEqual(draft, { cellPhoneNumber: number, cellPhoneCountryCode: code });
    assert.deepEqual(withSource(draft, 'cellPhoneCountryCode', { ...code, country }), {
      cellPhoneNumber: { ...number, country },
      cellPhoneCountryCode: { ...code, country },
    });
    assert.deepEqual(withSource({ cellPhoneCountryCode: { field: 1 } }, 'cellPhoneNumber', number), {
      cellPhoneNumber: number,
      cellPhoneCountryCode: { field: 1 },
    });
    // Another number, and its own code.
    assert.deepEqual(withSource(draft, 'cellPhoneNumber', { field: 7, part: 'nationalNumber' }), {
      cellPhoneNumber: { field: 7, part: 'nationalNumber' },
      cellPhoneCountryCode: { field: 7, part: 'callingCode' },
    });
  });
});
