import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { spreadsheetLimits, type SpreadsheetLimits } from '../../../../src/core/spreadsheet/limits';
import { readInWorker } from '../../../../src/core/spreadsheet/readInWorker';
import { builtReader } from '../../../support/xlsx/builtPart';
import { until } from '../../sandbox/support';
import { plainWorkbook } from '../../../support/xlsx/workbook';

describe('the thread that reads workbooks', () => {
  let part: Awaited<ReturnType<typeof builtReader>>;
  before(async () => {
    part = await builtReader();
  });
  after(() => part.remove());
  const big = plainWorkbook(Array.from({ length: 50_000 }, (_, at) => ['Asha', at, 'Rao', at, 'x', at]));

  async function problemOf(
    file: Uint8Array,
    {
      signal = new AbortController().signal,
      limits = {},
      reader = part.file,
    }: { signal?: AbortSignal; limits?: Partial<SpreadsheetLimits>; reader?: string } = {},
  ): Promise<string> {
    const result = await readInWorker(reader, file, signal, { ...spreadsheetLimits, ...limits });
    return 'problem' in result ? result.problem : 'none';
  }

  /** A thread that does something else. */
  function other(name: string, code: string): string {
    const file = path.join(path.dirname(part.file), `${name}.js`);
    fs.writeFileSync(file, code);
    return file;
  }

  it('hands over the sheets, and leaves the bytes with their owner', async () => {
    const file = plainWorkbook([['a', 9_876_543_210]]);
    const result = await readInWorker(part.file, file, new AbortController().signal);
    assert.deepEqual(result, { sheets: [{ name: 'Sheet1', csv: 'a,9876543210\n', rows: 0, odd: [] }] });
    assert.equal(file.toString('latin1', 0, 2), 'PK');
  });

  it('says why a file is not read', async () => {
    assert.equal(await problemOf(Buffer.from('a,b\n')), 'text');
    assert.equal(await problemOf(big, { limits: { fileBytes: 10 } }), 'tooLarge');
  });

  /** Counts in the file's first bytes, which both threads see, as long as it lives. */
  const counting = () =>
    other(
      'counting',
      'const counter = new Int32Array(require("worker_threads").workerData.bytes.buffer); for (;;) Atomics.add(counter, 0, 1);',
    );
  const shared = () => new Int32Array(new SharedArrayBuffer(4));
  const bytesOf = (counter: Int32Array) => new Uint8Array(counter.buffer);

  /** Whether nobody counts any more. */
  function isStill(counter: Int32Array): boolean {
    const counted = Atomics.load(counter, 0);
    // Not equal to what is there: waits its 50 ms, which a thread that lives would use.
    return (
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50) === 'timed-out' &&
      Atomics.load(counter, 0) === counted
    );
  }

  it('ends when it is cancelled, before it begins or while it works', async () => {
    const cancelled = new AbortController();
    cancelled.abort();
    assert.equal(await problemOf(big, { signal: cancelled.signal }), 'cancelled');
    const later = new AbortController();
    const counter = shared();
    const reading = problemOf(bytesOf(counter), { signal: later.signal, reader: counting() });
    await until(() => Atomics.load(counter, 0) > 0);
    later.abort();
    assert.equal(await reading, 'cancelled');
    assert.ok(isStill(counter));
  });

  it('ends when it takes too long', async () => {
    const counter = shared();
    assert.equal(await problemOf(bytesOf(counter), { limits: { ms: 300 }, reader: counting() }), 'tooLong');
    assert.ok(isStill(counter));
  });

  it('ends when it takes too much memory, and this process lives', async () => {
    assert.equal(await problemOf(big, { limits: { heapMb: 24 } }), 'outOfMemory');
  });

  for (const [how, code] of [
    ['by itself', 'process.exit(0)'],
    ['by an error', 'throw new Error("x")'],
    ['by an error nobody waits for', 'Promise.reject(new Error("x"))'],
    ['since it is not there', undefined],
  ] as const) {
    it(`says that it died: ${how}`, async () => {
      const reader = code === undefined ? `${part.file}.gone` : other('dies', code);
      assert.equal(await problemOf(big, { reader }), 'died');
    });
  }
});
