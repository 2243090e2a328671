import assert from 'node:assert/strict';
import { appendFileSync, closeSync, openSync, utimesSync, writeSync } from 'node:fs';
import type { CheckedFile } from '../../../../src/core/files/checkedFile';
import { readFileRows } from '../../../../src/core/files/fileRows';
import { allRows, checkedFile, failing, header, isOpen, tempFile } from './support';

describe('a file that was checked', () => {
  const file = tempFile();

  const rows = Array.from({ length: 40_000 }, (_, index) => `Asha,Rao,Mrs,${9_800_000_000 + index},+91,+91`);
  const then = 1_700_000_000;
  const text = [header, ...rows, ''].join('\n');

  /** Writes over what is at an offset; size and time of change stay. */
  function overwrite(path: string, offset: number, bytes: string): void {
    const descriptor = openSync(path, 'r+');
    writeSync(descriptor, bytes, offset);
    closeSync(descriptor);
    utimesSync(path, then, then);
  }

  async function checked(): Promise<CheckedFile> {
    const path = await file(text);
    utimesSync(path, then, then);
    return await checkedFile(path);
  }

  for (const [name, row] of [
    ['at its start', 0],
    ['in the middle', 25_000],
    ['at its end', 39_999],
  ] as const) {
    it(`gives no row that was written over ${name}`, async () => {
      const before = await checked();
      const offset = text.indexOf(rows[row] ?? '');
      overwrite(before.path, offset, 'Zoey');
      const { problem, given } = await failing(readFileRows(before));
      assert.deepEqual(problem, { reason: 'changed' });
      const records = given.flat().map(({ record }) => record);
      assert.deepEqual(records, rows.slice(0, records.length), 'those before are as they were');
      assert.ok(records.length <= row, 'none is given of the piece');
      // Nearly all of what is before the piece is given: the start of a file is read in one.
      assert.ok(records.length > row - 5_000);
    });
  }

  it('gives no row that is written over while others are given', async () => {
    const before = await checked();
    const records: string[] = [];
    await assert.rejects(
      async () => {
        for await (const group of readFileRows(before)) {
          if (records.length === 0) overwrite(before.path, text.indexOf(rows[30_000] ?? ''), 'Zoey');
          records.push(...group.map(({ record }) => record));
        }
      },
      { name: 'FileError', problem: { reason: 'changed' } },
    );
    assert.deepEqual(records, rows.slice(0, records.length));
    assert.ok(records.length > 0 && records.length <= 30_000);
    assert.ok(!isOpen(before.path));
  });

  it('gives none when it was written at another time, be it the same', async () => {
    const before = await checked();
    utimesSync(before.path, then + 1, then + 1);
    assert.deepEqual(await failing(readFileRows(before)), { problem: { reason: 'changed' }, given: [] });
  });

  it('gives none when it is longer', async () => {
    const before = await checked();
    appendFileSync(before.path, 'x');
    utimesSync(before.path, then, then);
    assert.deepEqual(await failing(readFileRows(before)), { problem: { reason: 'changed' }, given: [] });
  });

  it('gives all rows as often as it is the same', async () => {
    const before = await checked();
    for (let time = 0; time < 2; time++) {
      assert.equal((await allRows(before)).length, rows.length);
    }
  });
});
