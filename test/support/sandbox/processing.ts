import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** The time a server takes for an import after the request has arrived, whether or not anybody still waits for it. */
export class Processing {
  #pending = pendingWork();

  /** @param delayMs 0: the work is done at once */
  constructor(private readonly delayMs: number) {}

  /** Does the work when its time has come, before this returns if there is no delay. Rejects as `work` throws, or when cancelled. */
  async run<T>(work: () => T): Promise<T> {
    if (this.delayMs > 0) await wait(this.delayMs, undefined, { signal: this.#pending.signal });
    return work();
  }

  /** Forgets what has not been done yet. */
  cancel(): void {
    this.#pending.abort();
    this.#pending = pendingWork();
  }
}

function pendingWork(): AbortController {
  const controller = new AbortController();
  // Each waiting import listens, and Node would take more than ten of them for a leak.
  setMaxListeners(0, controller.signal);
  return controller;
}
