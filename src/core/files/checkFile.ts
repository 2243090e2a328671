import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { brokenQuotesToSend, cellsToSend, type CheckOptions, type Severity, withoutReasons } from '../checks';
import { RunningDigest, type CheckedFile } from './checkedFile';
import { FileError, problemOf, type FileProblem } from './fileProblem';
import { PieceCheck } from './pieceCheck';
import type { PlacedFinding } from './placedFindings';
import { readPieces, type Cutting } from './recordPieces';
import { runInSlices } from './slices';
import type { FileReading } from './utf8File';

/** What a check of a file needs. */
export interface FileCheckOptions extends CheckOptions, FileReading {
  /** How the file is cut up; only tests have a reason to give it. */
  readonly cutting?: Partial<Cutting>;
}

/** What a check found in a file. */
export interface FileReport {
  /** Rows of the list: neither the header nor blank lines. */
  readonly rows: number;
  /** How many findings there are of each severity, shown or not. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many errors are of records that are no rows: these are never sent, and keep nothing back. */
  readonly errorsOfNoRows: number;
  /** At most `limit` findings, the most severe first, each severity in the order of the file. */
  readonly findings: readonly PlacedFinding[];
  /** How much of the file was read; less than all of it only where a quote is never closed. */
  readonly bytes: number;
  /**
   * What each number was compared with: all rows before it, or, in a file with more than 8 million different numbers,
   * those of them that had the first ones.
   */
  readonly duplicatesWithin: 'file' | 'firstNumbers';
}

/** What came of a check: a report, and the file as it was; or why the file could not be read to its end. */
export type FileCheck =
  | { readonly ok: true; readonly report: FileReport; readonly file: CheckedFile }
  | { readonly ok: false; readonly problem: FileProblem };

/**
 * Checks a contact CSV on disk as `check` does one in memory, and finds the same, but holds only a piece of the file at
 * a time. Works in slices of some ms.
 */
export async function checkFile(path: string, options: FileCheckOptions): Promise<FileCheck> {
  try {
    const { size, mtimeMs } = await stat(path);
    const { check, bytes, digest, digests } = await read(path, options, { size, mtimeMs });
    const whole = { path, size, mtimeMs, digest, digests };
    return { ok: true, report: reportOf(check, bytes), file: { ...whole, ...toSend(check) } };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return { ok: false, problem };
  }
}

/** What comes of reading a file to its end. */
interface Read extends Pick<CheckedFile, 'digest' | 'digests'> {
  readonly check: PieceCheck;
  readonly bytes: number;
}

/** Reads the file; once more where the column of numbers as a whole, known at its end, says something of some of them. */
async function read(
  path: string,
  options: FileCheckOptions,
  expected: Pick<CheckedFile, 'size' | 'mtimeMs'>,
): Promise<Read> {
  const { signal = new AbortController().signal } = options;
  const check = new PieceCheck(options, expected.size);
  const running = new RunningDigest();
  const digests: string[] = [];
  let bytes = 0;
  const reading = {
    ...options,
    expected,
    onBytes(stretch: Uint8Array) {
      bytes += stretch.length;
      digests.push(running.add(stretch));
    },
  };
  for await (const piece of readPieces(path, reading, options.cutting)) {
    // The slice before has just ended, and reading takes no turn of its own where it has two pieces at once.
    await setImmediate();
    await runInSlices(check.take(piece), signal);
    if (signal.aborted) throw new FileError({ reason: 'cancelled' });
  }
  const { prefixed } = check;
  if (options.prefixed === undefined && prefixed.size > 0) {
    return read(path, { ...options, prefixed }, expected);
  }
  check.end();
  return { check, bytes, digest: running.value, digests };
}

function reportOf({ rows, tally, numbers }: PieceCheck, bytes: number): FileReport {
  return {
    rows,
    counts: tally.counts,
    errorsOfNoRows: tally.errorsOfNoRows,
    findings: tally.shown(),
    bytes,
    duplicatesWithin: numbers.isComplete ? 'file' : 'firstNumbers',
  };
}

function toSend({ rows, first, hasCrlf }: PieceCheck) {
  const { table, headerRange } = withoutReasons(first.sheet);
  const returnsAs = hasCrlf ? '\r\n' : '\n';
  const hasHeader = first.sheet.recordCount > 0;
  const brokenHeader = hasHeader ? brokenQuotesToSend(first.sheet, 0) : undefined;
  const ownBreak = hasHeader ? first.lineBreak(0) : '';
  return {
    rowCount: rows,
    header: table.slice(headerRange.start, headerRange.end),
    headerCells: hasHeader ? cellsToSend(first.sheet, 0) : [],
    ownColumns: first.sheet.ownColumns,
    delimiter: table.delimiter,
    ...(brokenHeader && { brokenHeader }),
    newline: ownBreak === '\n' || ownBreak === '\r\n' ? ownBreak : returnsAs,
    returnsAs,
  } as const;
}
