import assert from 'node:assert/strict';
import { contactColumns } from '../../../../src/core/contact/columns';
import { recogniseHeaders } from '../../../../src/core/contact/recognise';

const recogniseColumn = (header: string) => recogniseHeaders([header])[0]?.column;

describe('recogniseHeaders', () => {
  it('knows the documented names', () => {
    for (const column of contactColumns) assert.equal(recogniseColumn(column), column);
  });

  it('folds case, spaces, underscores, hyphens, dots and accents', () => {
    for (const header of [
      'FIRSTNAME',
      'First Name',
      'first_name',
      ' first-name ',
      'First.Name',
      'Fírst Nàme',
    ]) {
      assert.equal(recogniseColumn(header), 'firstName', header);
    }
  });

  it('knows names that other systems export', () => {
    assert.equal(recogniseColumn('Surname'), 'lastName');
    assert.equal(recogniseColumn('Mobile Phone'), 'cellPhoneNumber');
    assert.equal(recogniseColumn('Dial Code'), 'cellPhoneCountryCode');
    assert.equal(recogniseColumn('Ext.'), 'cellPhoneExtension');
  });

  it('takes no other column for one', () => {
    for (const header of ['', ' ', 'name', 'email', 'price', 'country', 'constructor', '__proto__']) {
      assert.equal(recogniseColumn(header), undefined, header);
    }
  });
});
