/** The longest delay a Node timer takes, in ms; beyond it the timer would fire at once. */
const longestDelay = 2 ** 31 - 1;

/** Ends a call that takes too long or that the user gave up. */
export interface Deadline {
  /** Aborted when the call is to end. */
  readonly signal: AbortSignal;
  /** Which of the two ended it first; `undefined` while neither has. */
  cause(): 'timeout' | 'cancelled' | undefined;
  /** Lets go of the timer and of the user's signal. */
  dispose(): void;
}

/** Starts the clock: `timeoutMs` from now, or `cancel`, whichever comes first. */
export function startDeadline(timeoutMs: number, cancel: AbortSignal): Deadline {
  const controller = new AbortController();
  let cause: ReturnType<Deadline['cause']>;
  const end = (why: NonNullable<typeof cause>) => {
    cause ??= why;
    controller.abort();
  };
  const onCancel = () => end('cancelled');
  const timer = setTimeout(() => end('timeout'), Math.min(timeoutMs, longestDelay));
  cancel.addEventListener('abort', onCancel, { once: true });
  if (cancel.aborted) onCancel();
  return {
    signal: controller.signal,
    cause: () => cause,
    dispose() {
      clearTimeout(timer);
      cancel.removeEventListener('abort', onCancel);
    },
  };
}
