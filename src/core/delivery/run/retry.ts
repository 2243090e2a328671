import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { Answer, Failure } from '../failure';
import { longestPauseMs } from '../retryAfter';
import type { Activity, RetryPolicy } from './ports';

/** A failure after which the same request is made again. */
class TryAgain extends Error {
  constructor(readonly failure: Failure) {
    super(failure.reason);
  }
}

/** What is needed to make a request more than once. */
export interface Attempts {
  readonly policy: RetryPolicy;
  /** Ends the waiting; a request that is on its way is not touched. */
  readonly stop: AbortSignal;
  /** Whether the failure may pass and the request can be made again without any effect. */
  readonly mayPass: (failure: Failure) => boolean;
  readonly watch: (activity: Activity) => void;
}

/**
 * Makes a request until it succeeds, fails for good, or was tried often enough. After a rate limit it waits as long as
 * the stream asks, up to a quarter of an hour, otherwise ever longer.
 * @param once makes the request once; may throw the reason of `stop`
 * @returns the last answer; `undefined` when `stop` was faster than the first
 * @throws what else `once` throws
 */
export async function attempt<T>(
  once: () => Promise<Answer<T>>,
  { policy, stop, mayPass, watch }: Attempts,
): Promise<Answer<T> | undefined> {
  // Kept here, for p-retry throws away what comes after the signal.
  let last: Answer<T> | undefined;
  try {
    await pRetry(
      async () => {
        last = await once();
        if (!last.ok && mayPass(last.failure)) throw new TryAgain(last.failure);
      },
      {
        retries: Math.max(policy.rateLimitTries, policy.connectionTries) - 1,
        minTimeout: policy.connectionMs,
        signal: stop,
        // Only those that are consumed make p-retry pause: a rate limit tells how long to wait, and not longer.
        shouldConsumeRetry: ({ error }) => !isRateLimit(error),
        shouldRetry: async ({ error, attemptNumber, retriesConsumed }) => {
          if (!(error instanceof TryAgain)) return false;
          const limited = isRateLimit(error);
          if (attemptNumber >= (limited ? policy.rateLimitTries : policy.connectionTries)) return false;
          const { retryAfterMs = policy.rateLimitMs } = error.failure;
          const ms = limited
            ? Math.min(retryAfterMs, longestPauseMs)
            : policy.connectionMs * 2 ** retriesConsumed;
          watch({ kind: 'waiting', why: limited ? 'rateLimit' : 'connection', ms });
          if (limited) await sleep(ms, undefined, { signal: stop });
          return true;
        },
      },
    );
  } catch (error) {
    if (!(error instanceof TryAgain) && !isEndOf(stop, error)) throw error;
  }
  return last;
}

function isRateLimit(error: unknown): boolean {
  return error instanceof TryAgain && error.failure.reason === 'rateLimit';
}

/** Whether the error only says that the signal ended a wait. Node wraps the reason in some places. */
export function isEndOf(signal: AbortSignal, error: unknown): boolean {
  return (
    signal.aborted && (error === signal.reason || (error instanceof Error && error.name === 'AbortError'))
  );
}
