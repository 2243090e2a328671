import { readInWorker } from '../../../src/core/spreadsheet/readInWorker';
import { builtReader } from '../../support/xlsx/builtPart';
import { plainWorkbook } from '../../support/xlsx/workbook';
import type { Measurement } from '../measurement';
import { exactly } from '../summary';

/** How often the memory of the process is looked at, in ms. */
const lookMs = 10;

/** A workbook of six columns, read in a thread as it is published; and a file made to keep its reader busy. */
const measurement: Measurement = {
  about: 'a sheet of a workbook as CSV',
  rows: [10_000, 100_000, 333_000],
  async measure(rows) {
    const part = await builtReader();
    try {
      const list = plainWorkbook(
        Array.from({ length: rows }, (_, at) => [
          `Asha ${at}`,
          'Rao',
          'Mrs',
          9_876_500_000 + at,
          '+91',
          '+91',
        ]),
      );
      const read = await watched(part.file, list);
      // Packed, 400 MB are 400 kB.
      const bomb = await watched(part.file, plainWorkbook([['x'.repeat(400_000_000)]]));
      return [
        { what: 'size of the file', unit: 'MB', value: exactly(list.length / 1e6) },
        { what: 'read and written as CSV', unit: 'ms', value: exactly(read.ms) },
        { what: 'memory of the process meanwhile, at most', unit: 'MB', value: exactly(read.bytes / 1e6) },
        {
          what: 'a cell of 400 MB is refused after',
          unit: 'ms',
          value: exactly(bomb.ms),
          target: { atMost: 5_000 },
        },
      ];
    } finally {
      part.remove();
    }
  },
};
export default measurement;

async function watched(
  part: string,
  file: Uint8Array,
): Promise<{ readonly ms: number; readonly bytes: number }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), lookMs);
  const started = performance.now();
  try {
    await readInWorker(part, file, new AbortController().signal);
    return { ms: performance.now() - started, bytes: most - before };
  } finally {
    clearInterval(look);
  }
}
