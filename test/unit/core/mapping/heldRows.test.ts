import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { isComplete } from '../../../../src/core/mapping/columnMap';
import { heldRows } from '../../../../src/core/mapping/heldRows';
import { findObstacles } from '../../../../src/core/mapping/obstacles';
import { withOffers } from '../../../../src/core/mapping/guess';
import { guessColumns } from '../../../../src/core/mapping/guessColumns';
import { checked } from '../../../support/checked';
import { finished } from '../../../support/finished';
import { mapped, needs } from '../../../support/mapped';

const options = { phones: createPhoneNumbers(), settings: {}, forSending: true };

/** Why rows of a text are held back, by line, when its columns are mapped as offered. */
function heldIn(text: string): unknown {
  const sheet = readSheet(text);
  const { columns, offers } = guessColumns(sheet, needs);
  const salutation = { constant: 'Mr' };
  const map = withOffers({ columns: { salutation, ...columns }, offers });
  if (!isComplete(map)) assert.fail('a column has no source');
  const copy = mapped(sheet, map);
  const found = finished(findObstacles({ sheet, rowsAbove: 0 }, options));
  const unsound = 'unsound' in found ? found.unsound : assert.fail('nothing can be mapped');
  const held = heldRows(copy, unsound, checked(copy.text, { limit: Infinity, forSending: true }));
  return Array.from(held, ([record, reasons]) => [
    record,
    ...reasons.map((reason) => {
      if (reason.kind === 'untold') return `${reason.column}: ${reason.reason}`;
      if (reason.kind === 'noRow' || reason.kind === 'otherHeader') return reason.kind;
      return reason.kind === 'unsound' ? reason.finding.code : `${reason.column}: ${reason.finding.code}`;
    }),
  ]);
}

describe('the rows of a mapped copy that are held back', () => {
  it('are those that cannot be read, of which a part is not told, or in which an error is left; each with its own reasons', () => {
    const rows = [
      'Asha Rao,+91 98765 43210',
      'Ben "Jack,+91 98765 43211',
      'Carl',
      'Dora,+91 98765 43212',
      'Ed Fox,98765',
      'Gus Hall,',
      'Ida Jo,+91 98765 43210',
      'Kim Lee,+91 98765 43213',
    ];
    assert.deepEqual(heldIn(`Full Name,Phone\n${rows.join('\n')}\n`), [
      [2, 'csv.strayQuote'],
      [3, 'csv.fieldCount'],
      [4, 'lastName: oneWord', 'firstName: oneWord'],
      [5, 'cellPhoneCountryCode: noCountry', 'cellPhoneNumber: noCountry'],
      [6, 'cellPhoneNumber: value.required', 'cellPhoneCountryCode: value.required'],
      [7, 'cellPhoneNumber: phone.duplicate'],
    ]);
  });
});
