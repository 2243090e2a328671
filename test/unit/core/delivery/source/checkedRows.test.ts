import assert from 'node:assert/strict';
import { readSheet } from '../../../../../src/core/checks/readSheet';
import { readBack } from '../../../../../src/core/delivery/run/witness';
import { batchOf } from '../../../../../src/core/delivery/run/batches';
import { shownSource } from '../../../../../src/core/delivery/source/sheetContent';
import { linesOf } from '../../../../../src/core/delivery/source/linesOf';
import { importContent, placedSource } from '../../../../../src/core/delivery/source/source';
import type { ColumnMap } from '../../../../../src/core/mapping/columnMap';
import { contactColumns } from '../../../../../src/core/contact/columns';
import { mappedSource } from '../../../../support/mapped';
import { finished } from '../../../../support/finished';

const text = 'importError,firstName,lastName\n\nx,Asha,"Ra\no"\ny,Ravi,Iyer\n,Li,Wu\n';
const shown = readSheet(text);
const source = finished(shownSource('a.csv', shown, true));

describe('the rows of a document, with what must leave of each', () => {
  it('have all values but those of the column importError, as the document has them', () => {
    assert.deepEqual(source.headerCells, ['firstName', 'lastName']);
    assert.deepEqual(
      [...source.groups()].flat().map(({ index, line, cells, record }) => [index, line, cells, record]),
      [
        [0, 3, ['Asha', 'Ra\no'], 'Asha,"Ra\no"'],
        [1, 5, ['Ravi', 'Iyer'], 'Ravi,Iyer'],
        [2, 6, ['Li', 'Wu'], 'Li,Wu'],
      ],
    );
  });

  it('have, mapped, the values that the map takes from the document', () => {
    const constant = { constant: '+"91"' };
    const columns: ColumnMap = {
      firstName: { field: 2 },
      lastName: { field: 1 },
      salutation: constant,
      cellPhoneNumber: { field: 0 },
      cellPhoneCountryCode: constant,
      cellPhoneExtension: constant,
    };
    const copy = mappedSource(shown, columns);
    assert.deepEqual(copy.headerCells, contactColumns);
    assert.deepEqual(
      [...copy.groups()].flat().map(({ line, cells }) => [line, cells]),
      [
        [3, ['Ra\no', 'Asha', '+"91"', 'x', '+"91"', '+"91"']],
        [5, ['Iyer', 'Ravi', '+"91"', 'y', '+"91"', '+"91"']],
        [6, ['Wu', 'Li', '+"91"', '', '+"91"', '+"91"']],
      ],
    );
    assert.equal(copy.isAsShown, false);
  });

  it('are known, mapped, as they stand in the document, but for why they were left before', () => {
    const rest = readSheet('importError;Nachname;Handy\r\n"no; name";"Ra\no";x\r\n\r\n;Iyer;y\r\n');
    const columns = Object.fromEntries(contactColumns.map((column) => [column, { field: 1 }])) as ColumnMap;
    const copy = mappedSource(rest, columns);
    assert.deepEqual(copy.original, { header: 'Nachname;Handy', newline: '\r\n', delimiter: ';' });
    assert.deepEqual(
      [...copy.groups()].flat().map(({ inFile }) => inFile),
      ['"Ra\no";x', 'Iyer;y'],
    );
  });

  it('are, for an import that is resumed, those that it had, at their places there, and read back too', async () => {
    const placed = placedSource(
      source,
      9,
      new Map([
        [0, 7],
        [2, 4],
      ]),
    );
    const rows = [];
    for await (const group of placed.groups()) rows.push(...group);
    assert.deepEqual(
      rows.map(({ index, line, cells }) => [index, line, cells]),
      [
        [7, 3, ['Asha', 'Ra\no']],
        [4, 6, ['Li', 'Wu']],
      ],
    );
    assert.deepEqual([placed.rowCount, placed.digest, placed.whole], [9, source.digest, undefined]);
    const batch = batchOf(importContent(placed, []), rows);
    assert.equal(await readBack(batch), undefined);
    const [first, second] = rows;
    assert.ok(first && second);
    const swapped = { ...batch, rows: [second, first] };
    assert.deepEqual(await readBack(swapped), { what: 'value', row: { index: 4, line: 6 }, column: 1 });
  });

  it('know the lines of their records', () => {
    assert.deepEqual([0, 1, 2, 3, 4].map(finished(linesOf(shown.table))), [1, 2, 3, 5, 6]);
  });
});
