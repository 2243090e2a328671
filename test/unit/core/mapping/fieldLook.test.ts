import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { lookAt } from '../../../../src/core/mapping/fieldLook';

describe('lookAt', () => {
  const sheet = readSheet('A,B\n1,\n 2 ,\n,\n3,x\n4,\n');

  it('gives the first values that are not blank, without the blanks around them, and how many rows have one', () => {
    assert.deepEqual(lookAt(sheet, 0, 3), { samples: ['1', '2', '3'], filled: 1 });
    assert.deepEqual(lookAt(sheet, 1, 3), { samples: ['x'], filled: 0.25 });
  });

  it('gives none of a column that is empty, or is not there', () => {
    assert.deepEqual(lookAt(sheet, 7, 3), { samples: [], filled: 0 });
    assert.deepEqual(lookAt(readSheet(''), 0, 3), { samples: [], filled: 0 });
  });
});
