import assert from 'node:assert/strict';
import { readSheet } from '../../../../../src/core/checks/readSheet';
import {
  Hasher,
  ImportRun,
  plannedContent,
  plansFor,
  type ImportRow,
  type SendableRows,
} from '../../../../../src/core/delivery';
import { sheetContent } from '../../../../../src/core/delivery/source/sheetContent';
import { create } from '../../../../support/delivery/importing';
import { TestParts } from '../../../../support/delivery/parts';
import { createdBefore } from '../../../../support/delivery/ledgers';
import { header, rowAt, rowsOf } from '../../../../support/delivery/rows';
import { ScriptedCalls } from '../../../../support/delivery/scriptedCalls';
import { plans } from '../../../../support/delivery/knowledge';
import { finished } from '../../../../support/finished';

const hasher = new Hasher('a key', plans);
const text = [header, ...rowsOf(3).map(({ record }) => record), ''].join('\r\n');

async function rowsIn({ source }: SendableRows): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for await (const group of source.groups()) rows.push(...group);
  return rows;
}

/** The texts of the requests that leave when all that may be sent of it is sent. `created`: places of rows that are there. */
async function sent(content: SendableRows, created: readonly number[] = []): Promise<string[]> {
  const hashes = createdBefore(created.map((place) => hasher.row(rowAt(place).values)));
  const { all, fresh = all } = await plansFor(content, 1_000, hashes, hasher);
  const calls = new ScriptedCalls(create);
  const ledger = { rows: () => Promise.resolve() };
  const parts = new TestParts(rowsOf(3), calls);
  await new ImportRun(parts).send(await plannedContent(content.source, fresh, ledger, hasher));
  return calls.files.map(({ bytes }) => new TextDecoder().decode(bytes));
}

describe('what is sent of a document', () => {
  const spaced = `${header}\r\n\r\n${rowsOf(3)
    .map(({ record }) => record)
    .join('\r\n')}\r\n`;

  it('is its very text when all of its rows are', async () => {
    // The blank line is no row, and stays where the user put it.
    const content = finished(sheetContent('contacts.csv', readSheet(text), undefined));
    assert.deepEqual(await sent(content), [text]);
    assert.deepEqual(finished(sheetContent('contacts.csv', readSheet(spaced))).source.whole, {
      text: spaced,
      records: [2, 3, 4],
    });
  });

  it('is every row once, in order, however many there are', async () => {
    for (const count of [999, 1_000, 1_001, 2_003]) {
      const rows = rowsOf(count);
      const long = [header, ...rows.map(({ record }) => record), ''].join('\n');
      const found = await rowsIn(finished(sheetContent('contacts.csv', readSheet(long))));
      assert.deepEqual(
        found.map(({ index, record }) => [index, record]),
        rows.map(({ index, record }) => [index, record]),
      );
    }
  });

  it('is never its text when a row is held back, or when that was looked at', async () => {
    const content = finished(sheetContent('contacts.csv', readSheet(text), new Map([[2, 'no name']])));
    assert.deepEqual([...content.heldBack], [[1, 'no name']]);
    assert.equal(content.source.whole, undefined);
    assert.deepEqual(await sent(content), [[header, rowAt(0).record, rowAt(2).record, ''].join('\r\n')]);
    // Its only error is that of a line which is no row, and which is not sent.
    const blank = finished(sheetContent('contacts.csv', readSheet(spaced), new Map()));
    assert.deepEqual(await sent(blank), [text]);
  });

  it('is never its text when a row was created before', async () => {
    const content = finished(sheetContent('contacts.csv', readSheet(text)));
    const others = [header, rowAt(0).record, rowAt(1).record, ''].join('\r\n');
    assert.deepEqual(await sent(content, [2]), [others]);
  });

  it('is without a column of reasons, and holds back the same rows', async () => {
    const reasons = [`importError,${header}`, `x,${rowAt(0).record}`, '', `"a\nb",${rowAt(1).record}`].join(
      '\n',
    );
    const content = finished(sheetContent('contacts.csv', readSheet(reasons), new Map([[3, 'no name']])));
    assert.deepEqual(content.source.headerCells, header.split(','));
    assert.deepEqual([...content.heldBack], [[1, 'no name']]);
    assert.deepEqual(
      (await rowsIn(content)).map(({ line, record }) => [line, record]),
      [
        [2, rowAt(0).record],
        [4, rowAt(1).record],
      ],
    );
    const whole = [header, rowAt(0).record, '', rowAt(1).record].join('\n');
    assert.equal(finished(sheetContent('contacts.csv', readSheet(reasons))).source.whole?.text, whole);
  });
});
