import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, Parser, type Options } from 'csv-parse';

/** So much is read between two looks at the clock, in bytes: some tenths of a millisecond of work. */
const stepBytes = 0x2000;

/** Longest stretch of work, in ms, before others get their turn: half a frame. A request of 900 kB takes 40. */
const sliceMs = 8;

/** csv-parse refuses the record behind those that it gave. `code` is its own; nothing here holds a value. */
export class UnreadableCsv extends Error {
  override readonly name = 'UnreadableCsv';

  constructor(readonly code: string) {
    super(`csv-parse refuses a record: ${code}`);
  }
}

/**
 * The records of a CSV as csv-parse reads them, some at a time: values as they are, records of any length, a blank line
 * a record of one empty cell, lines ended by LF or CRLF. Works in slices of some ms.
 *
 * @throws UnreadableCsv where csv-parse refuses a record; all records before are given first
 */
export async function* readRecords(
  bytes: Uint8Array,
  options: Pick<Options, 'delimiter' | 'relax_quotes'>,
): AsyncGenerator<readonly (readonly string[])[], void> {
  // Left to itself it settles on the first kind of line break that it meets.
  const parser = new Records({ ...options, record_delimiter: ['\r\n', '\n'], relax_column_count: true });
  // Errors are asked for; without a listener one would end the process.
  parser.on('error', () => undefined);
  let sliceEnd = performance.now() + sliceMs;
  for (let at = 0; at < bytes.length && !parser.errored; at += stepBytes) {
    parser.write(bytes.subarray(at, at + stepBytes));
    yield parser.taken();
    if (performance.now() < sliceEnd) continue;
    await setImmediate();
    sliceEnd = performance.now() + sliceMs;
  }
  const refusal = await refusalOf(finished(parser.end(), { readable: false }));
  yield parser.taken();
  if (refusal) throw refusal;
}

async function refusalOf(reading: Promise<void>): Promise<UnreadableCsv | undefined> {
  try {
    await reading;
    return undefined;
  } catch (error) {
    if (error instanceof CsvError) return new UnreadableCsv(error.code);
    throw error;
  }
}

/** csv-parse with its records taken where it would queue them as a stream, which takes as long again as reading them. */
class Records extends Parser {
  private records: string[][] = [];

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    this.records.push(record);
    return true;
  }

  /** The records since the last call. */
  taken(): readonly string[][] {
    const { records } = this;
    this.records = [];
    return records;
  }
}
