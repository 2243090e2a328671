import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { spreadsheetLimits, type SpreadsheetLimits } from './limits';
import type { SpreadsheetProblem } from './problem';
import type { WorkerAnswer, WorkerInput } from './worker';

/** What came of reading a workbook; `cause` is for the log, and holds nothing of the file. */
export type ReadResult = WorkerAnswer & { readonly cause?: unknown };

/**
 * Reads a workbook in a thread of its own, which has ended when this settles, however it does: what a stranger's file
 * does to the reader it does to that thread alone.
 *
 * @param part the built `worker.ts`
 * @returns the sheets, or the reason why there are none: `cancelled` if `signal` is aborted
 */
export async function readInWorker(
  part: string,
  bytes: Uint8Array,
  signal: AbortSignal,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<ReadResult> {
  if (signal.aborted) return { problem: 'cancelled' };
  if (bytes.length > limits.fileBytes) return { problem: 'tooLarge' };
  const workerData: WorkerInput = { bytes, limits };
  const worker = new Worker(part, {
    workerData,
    // What the window was started with, a debugger perhaps, is not for it.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  });
  // An error that comes while it is being ended is nobody's any more, and would end the window.
  worker.on('error', () => undefined);
  const ended = new AbortController();
  const wait = { signal: ended.signal };
  try {
    return await Promise.race([
      once(worker, 'message', wait).then(([answer]) => answer as WorkerAnswer),
      once(worker, 'exit', wait).then((): WorkerAnswer => ({ problem: 'died' })),
      stopped(signal, limits.ms, ended.signal),
    ]);
  } catch (cause) {
    // An error of the thread, with which `once` rejects.
    return { problem: problemOf(cause), cause };
  } finally {
    ended.abort();
    await worker.terminate();
  }
}

/** Resolves when the user cancels or the time is over; never after `ended`. */
function stopped(signal: AbortSignal, ms: number, ended: AbortSignal): Promise<WorkerAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ problem: 'tooLong' }), ms);
    ended.addEventListener('abort', () => clearTimeout(timer), { once: true });
    signal.addEventListener('abort', () => resolve({ problem: 'cancelled' }), { once: true, signal: ended });
  });
}

function problemOf(error: unknown): SpreadsheetProblem {
  const { code } = error as { code?: unknown };
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outOfMemory' : 'died';
}
