import { startSandbox as startPlain } from '../../../src/sandbox/index';
import type { Sandbox as PlainSandbox, SandboxOptions as PlainOptions } from '../../../src/sandbox/index';
import { Arrivals } from './arrivals';
import type { Arrival } from './arrivals';
import { takeOver } from './faultActs';
import { Faults } from './faults';
import type { FaultPlan } from './faults';
import { Processing } from './processing';

export type { Arrival } from './arrivals';
export { faultAt } from './faults';
export { repeatedNumberPolicies } from '../../../src/sandbox/index';
export type { Fault, FaultAct, FaultPlan, FaultRequest } from './faults';
export type {
  CallName,
  ContactRow,
  RefusedRow,
  RepeatedNumberPolicy,
  SandboxContact,
} from '../../../src/sandbox/index';

/** How the test double starts: as the sandbox, and with what can go wrong. */
export interface SandboxOptions extends Omit<PlainOptions, 'hooks'> {
  /**
   * Creates an import's contacts so many ms after the request has arrived, and answers then; 0 when absent. A fault does
   * not wait for it: a server that goes on working when its client has long given up.
   */
  readonly processingDelayMs?: number;
  /** What goes wrong, request by request; nothing when absent. */
  readonly faults?: FaultPlan;
}

/** The sandbox as tests need it: it goes wrong as they say, and remembers what arrived. */
export interface Sandbox extends PlainSandbox {
  /** The import requests of up to this moment whose file could be read, oldest first, whatever was answered. */
  readonly arrivals: readonly Arrival[];
  /** Forgets also the contacts that are yet to be created, the arrivals, and the requests that the plan knows of. */
  reset(): void;
}

/** Starts the sandbox of the extension with a hand in it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { processingDelayMs = 0, faults: plan, ...plain } = options;
  const arrivals = new Arrivals(plain.now ?? (() => new Date()));
  const processing = new Processing(processingDelayMs);
  const faults = new Faults(plan);
  const sandbox = await startPlain({
    ...plain,
    hooks: {
      async intercept(ready) {
        const fault = faults.next(ready.call);
        return fault && (await takeOver(fault, ready));
      },
      arrived: (rows) => arrivals.add(rows),
      create: (work) => processing.run(work),
    },
  });
  const stop = async () => {
    const stopped = sandbox.stop();
    processing.cancel();
    await stopped;
  };
  return {
    ...sandbox,
    get contacts() {
      return sandbox.contacts;
    },
    get arrivals() {
      return arrivals.all();
    },
    reset() {
      processing.cancel();
      sandbox.reset();
      arrivals.clear();
      faults.clear();
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
