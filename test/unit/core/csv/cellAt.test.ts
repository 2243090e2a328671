import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scan } from '../../../../src/core/csv/scan';
import type { CsvTable } from '../../../../src/core/csv/table';

describe('cellAt', () => {
  it('gives the cell of every offset, its ends included', () => {
    const table = scan('\uFEFFa,"b\n",\r\n\nc\n');
    const cells = Array.from({ length: 14 }, (_, offset) => table.cellAt(offset));
    assert.deepEqual(
      cells.map((cell) => cell && `${cell.record}.${cell.field}`),
      [
        undefined,
        ...['0.0', '0.0'],
        ...['0.1', '0.1', '0.1', '0.1', '0.1'],
        '0.2',
        undefined,
        '1.0',
        ...['2.0', '2.0'],
        undefined,
      ],
    );
  });

  it('finds nothing in an empty text, nor before or behind a text', () => {
    assert.equal(scan('').cellAt(0), undefined);
    assert.equal(scan('a').cellAt(-1), undefined);
    assert.equal(scan('a').cellAt(2), undefined);
  });

  it('finds what a search through all cells finds', () => {
    const pieces = fc.constantFrom('"', ',', '\n', '\r\n', '\r', 'a', '\uFEFF');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30, size: 'max' }), (parts) => {
        const table = scan(parts.join(''));
        for (let offset = -1; offset <= table.text.length + 1; offset++) {
          assert.deepEqual(table.cellAt(offset), slowCellAt(table, offset));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

function slowCellAt(table: CsvTable, offset: number) {
  for (let record = 0; record < table.recordCount; record++) {
    for (let field = 0; field < table.fieldCount(record); field++) {
      const { start, end } = table.fieldRange(record, field);
      if (start <= offset && offset <= end) return { record, field };
    }
  }
  return undefined;
}
