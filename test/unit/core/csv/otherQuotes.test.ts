import assert from 'node:assert/strict';
import { otherQuotesIn } from '../../../../src/core/csv/otherQuotes';
import { scan } from '../../../../src/core/csv/scan';
import { CsvTable } from '../../../../src/core/csv/table';

describe('otherQuotesIn', () => {
  const spans = (text: string, expected: number) =>
    otherQuotesIn(scan(text), 0, expected).map(({ first, last }) => [first, last]);

  it('finds cells, and values that their delimiters divide, as far as cells are surplus', () => {
    assert.deepEqual(spans(`'a','b,c',„d,e“,f`, 4), [
      [0, 0],
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(spans(`'a,b,c',d`, 3), []);
    assert.deepEqual(spans(`'a,b',c,'d,e'`, 4), [[0, 1]]);
    assert.deepEqual(spans(`'a,‚b,c‘,d'`, 1), [[0, 3]]);
  });

  it('looks at each cell a few times, however many begin with an apostrophe', () => {
    const cells = 2000;
    const table = scan(`${`'a,`.repeat(cells)}x`);
    let looks = 0;
    class Counting extends CsvTable {
      override value(record: number, field: number): string {
        looks++;
        return super.value(record, field);
      }
    }
    const counting = new Counting(table.content, table.delimiter, table.readings);
    assert.deepEqual(otherQuotesIn(counting, 0, 6), []);
    assert.ok(looks <= 3 * cells, String(looks));
  });
});
