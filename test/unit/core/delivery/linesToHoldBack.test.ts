import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { alsoHeldBack, linesToHoldBack } from '../../../../src/core/delivery/linesToHoldBack';
import { Hasher, plansFor } from '../../../../src/core/delivery';
import { shownSource } from '../../../../src/core/delivery/source/sheetContent';
import type { ColumnMap } from '../../../../src/core/mapping/columnMap';
import { mappedSource } from '../../../support/mapped';
import { contactColumns } from '../../../../src/core/contact/columns';
import { createdBefore } from '../../../support/delivery/ledgers';
import { outgoingOf } from '../../../support/delivery/rows';
import { plans } from '../../../support/delivery/knowledge';
import { finished } from '../../../support/finished';

const text = 'importError,firstName,lastName\n\nx,Asha,"Ra\no"\ny,Ravi,Iyer\n,Li,Wu\n';
const source = finished(shownSource('a.csv', readSheet(text), true));

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

  it('are those of a copy, or of a file on disk, too', async () => {
    const columns = Object.fromEntries(contactColumns.map((column) => [column, { field: 1 }])) as ColumnMap;
    const shown = readSheet(text);
    const copy = mappedSource(shown, columns);
    const onDisk = {
      ...outgoingOf([]),
      digest: source.digest,
      rowCount: 3,
      bytes: 9,
      groups: () => copy.groups(),
    };
    for (const others of [copy, onDisk]) {
      const lines = await linesToHoldBack({ what: 'value', row }, others, none);
      assert.deepEqual(lines, [5]);
      const heldBack = await alsoHeldBack({ source: others, heldBack: none }, lines, 'misread');
      const { all } = await plansFor(
        { source: others, heldBack },
        1000,
        createdBefore([]),
        new Hasher('key', plans),
      );
      assert.deepEqual([all.rows, ...heldBack], [2, [1, 'misread']]);
    }
  });
});

describe('rows that are held back besides those with errors', () => {
  it('are found by their lines; errors are the better reason', async () => {
    const heldBack = new Map([[0, 'no name']]);
    assert.deepEqual(
      await alsoHeldBack({ source, heldBack }, [6, 3, 4, 99], 'misread'),
      new Map([
        [0, 'no name'],
        [2, 'misread'],
      ]),
    );
  });
});
