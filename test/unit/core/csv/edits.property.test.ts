import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BlockScanner } from '../../../../src/core/csv/blockScanner';
import { BlockText } from '../../../../src/core/csv/blockText';
import type { TextChange } from '../../../../src/core/csv/blockText';
import { scan, scanBlocks } from '../../../../src/core/csv/scan';
import type { CsvTable } from '../../../../src/core/csv/table';
import { finished } from '../../../support/finished';
import { anyEdit, changed, csvPieces, textOf, undone } from '../../../support/edits';
import { plainScan, structureOf } from './plainScan';
import { runs } from '../../../support/long';

const commas = new BlockScanner(',');

const editsOfRun = 50;

describe('a table that follows edits', () => {
  let tried = 0;

  for (const [size, longest, blockLength, all] of [
    ['short texts in tiny blocks', 20, 4, 1500],
    ['texts of many blocks', 60, 10, 900],
    ['long texts', 400, 64, 300],
  ] as const) {
    it(`equals a scan of the whole text after every edit: ${size}`, () => {
      fc.assert(
        fc.property(
          textOf(csvPieces, longest),
          fc.array(anyEdit(csvPieces), { minLength: editsOfRun, maxLength: editsOfRun }),
          (before, edits) => {
            let text = before;
            let content = BlockText.of(text, blockLength);
            let last: CsvTable | undefined;
            const done: (readonly TextChange[])[] = [];
            for (const [at, edit] of edits.entries()) {
              const changes = edit === 'undo' ? (done.pop() ?? []) : edit(text);
              if (edit !== 'undo') done.push(undone(text, changes));
              text = changed(text, changes);
              content = finished(content.edited(changes));
              // A block may be read some edits after it was made.
              if (at % 5 === 2) continue;
              tried++;
              const table: CsvTable = finished(scanBlocks(content, commas));
              assert.equal(table.text, text);
              assert.deepEqual(structureOf(table), plainScan(text));
              last = table;
            }
            assert.deepEqual(last && answersOf(last), answersOf(scan(text)));
          },
        ),
        { numRuns: runs(all, 4) },
      );
    });
  }

  it('was tried with 25,000 edits, a hundred thousand in a long run', () => {
    assert.ok(tried >= runs(100_000, 4), `${tried} edits`);
  });
});

/** What a table answers to all that can be asked of it, besides where things are. */
function answersOf(table: CsvTable) {
  const cells = Array.from({ length: table.recordCount }, (_, record) => ({
    isBlank: table.isBlank(record),
    values: Array.from({ length: table.fieldCount(record) }, (__, field) => table.value(record, field)),
    broken: Array.from({ length: table.fieldCount(record) }, (__, field) =>
      table.hasBrokenQuote(record, field),
    ),
  }));
  const places = Array.from({ length: table.length + 3 }, (_, offset) => table.cellAt(offset - 1));
  const slices = Array.from({ length: table.length }, (_, start) => table.slice(start, start + 20));
  return { cells, places, slices, endsInsideQuote: table.endsInsideQuote };
}
