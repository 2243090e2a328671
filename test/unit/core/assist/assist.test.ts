import assert from 'node:assert/strict';
import { rowName, rowNumber } from '../../../../src/core/assist/rowName';
import { columnsFor, commonCallingCodes } from '../../../../src/core/assist/suggest';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { contactColumns } from '../../../../src/core/contact/columns';

describe('columnsFor', () => {
  it('gives the columns that no other cell means, in the documented order', () => {
    const sheet = readSheet('Surname,,cellPhoneNumber,firstName\n');
    const rest = ['salutation', 'cellPhoneCountryCode', 'cellPhoneExtension'];
    assert.deepEqual(columnsFor(sheet, 1), rest);
    assert.deepEqual(columnsFor(sheet, 0), ['lastName', ...rest], 'the cell’s own meaning stays possible');
    assert.deepEqual(columnsFor(readSheet(''), 0), contactColumns);
  });
});

describe('commonCallingCodes', () => {
  it('gives the codes of a list, the most frequent first, however they are written', () => {
    const sheet = readSheet('firstName,cellPhoneCountryCode\na,+1\nb,+91\n\nc,x\nd,0091\ne\nf,91\ng,1\n');
    assert.deepEqual(commonCallingCodes(sheet), ['91', '1']);
  });

  it('reads the beginning of a long list only', () => {
    const sheet = readSheet(
      `firstName,cellPhoneCountryCode\n${'a,+1\n'.repeat(500)}${'b,+91\n'.repeat(600)}`,
    );
    assert.deepEqual(commonCallingCodes(sheet), ['1']);
  });
});

describe('a row in words', () => {
  const sheet = readSheet(
    'lastName,firstName,cellPhoneNumber,cellPhoneCountryCode\nRao," Asha\n Devi ",98,+91\n,,,\nDoe\n',
  );

  it('has its name on one line', () => {
    assert.deepEqual(
      [1, 2, 3].map((record) => rowName(sheet, record)),
      ['Asha Devi Rao', '', 'Doe'],
    );
  });

  it('has its number as it stands there', () => {
    assert.deepEqual(
      [1, 2, 3].map((record) => rowNumber(sheet, record)),
      ['+91 98', '', ''],
    );
  });
});
