import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { linesToHoldBack } from '../../../../src/core/delivery/linesToHoldBack';
import { shownSource } from '../../../../src/core/delivery/source/sheetContent';

const text = 'importError,firstName,lastName\n\nx,Asha,"Ra\no"\ny,Ravi,Iyer\n,Li,Wu\n';
const source = shownSource('a.csv', readSheet(text), true);

describe('the rows to hold back when a request did not hold what was checked', () => {
  const row = { index: 1, line: 5 };
  const none = new Map<number, string>();

  it('are the row at fault and those that were held back before', async () => {
    assert.deepEqual(await linesToHoldBack({ what: 'value', row, column: 1 }, source, none), [5]);
    assert.deepEqual(await linesToHoldBack({ what: 'missing', row }, source, new Map([[2, 'why']])), [5, 6]);
  });

  it('are no way out where no single row is at fault', async () => {
    assert.equal(await linesToHoldBack({ what: 'header', column: 1 }, source, none), undefined);
    assert.equal(await linesToHoldBack({ what: 'unreadable' }, source, none), undefined);
  });

  it('are no way out where none would be left', async () => {
    const others = new Map([
      [0, 'why'],
      [2, 'why'],
    ]);
    assert.equal(await linesToHoldBack({ what: 'value', row, column: 1 }, source, others), undefined);
  });

  it('are no way out of a copy, or a file on disk', async () => {
    const file = { rowCount: 3, groups: () => source.groups() };
    assert.equal(await linesToHoldBack({ what: 'value', row }, file, none), undefined);
    assert.equal(
      await linesToHoldBack({ what: 'value', row }, { ...file, isAsShown: false }, none),
      undefined,
    );
  });
});
