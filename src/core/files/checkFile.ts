import { stat } from 'node:fs/promises';
import type { CheckOptions } from '../checks/check';
import type { Severity } from '../checks/severity';
import type { PlacedFinding } from './placedFindings';
import { PieceCheck } from './pieceCheck';
import type { FileReading } from './utf8File';
import { readPieces, type Cutting } from './recordPieces';
import { problemOf, type FileProblem } from './fileProblem';
import { inSlices } from './slices';

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

/** What came of a check: a report, or why the file could not be read to its end. */
export type FileCheck =
  { readonly ok: true; readonly report: FileReport } | { readonly ok: false; readonly problem: FileProblem };

/**
 * Checks a contact CSV on disk as `check` does one in memory, and finds the same, but holds only a piece of the file at
 * a time. Works in slices of some ms.
 */
export async function checkFile(path: string, options: FileCheckOptions): Promise<FileCheck> {
  let bytes = 0;
  const reading: FileReading = {
    ...options,
    onProgress(read, all) {
      bytes = read;
      options.onProgress?.(read, all);
    },
  };
  try {
    const { size } = await stat(path);
    const file = new PieceCheck(options, size);
    for await (const piece of readPieces(path, reading, options.cutting)) {
      await inSlices(file.take(piece), options.signal);
    }
    file.end();
    return { ok: true, report: reportOf(file, bytes) };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return { ok: false, problem };
  }
}

function reportOf({ rows, tally, numbers }: PieceCheck, bytes: number): FileReport {
  return {
    rows,
    counts: tally.counts,
    findings: tally.shown(),
    bytes,
    duplicatesWithin: numbers.isComplete ? 'file' : 'firstNumbers',
  };
}
