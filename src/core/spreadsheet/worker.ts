import { parentPort, workerData } from 'node:worker_threads';
import type { SpreadsheetLimits } from './limits';
import { SpreadsheetError, type SpreadsheetProblem } from './problem';
import { readWorkbook } from './readWorkbook';
import type { SheetCsv } from './sheetCsv';

/** What the thread is started with. */
export interface WorkerInput {
  readonly bytes: Uint8Array;
  readonly limits: SpreadsheetLimits;
}

/** What it answers, once. Anything else it meets ends it with an error. */
export type WorkerAnswer =
  { readonly sheets: readonly SheetCsv[] } | { readonly problem: SpreadsheetProblem };

async function answer({ bytes, limits }: WorkerInput): Promise<WorkerAnswer> {
  try {
    return { sheets: await readWorkbook(bytes, limits) };
  } catch (error) {
    if (error instanceof SpreadsheetError) return { problem: error.problem };
    throw error;
  }
}

void answer(workerData as WorkerInput).then((found) => parentPort?.postMessage(found));
