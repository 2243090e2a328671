import pThrottle from 'p-throttle';

/**
 * The window in which requests are counted, in ms: the documented minute, and a second more, for requests do not take
 * equally long on their way, and the stream counts them when they arrive.
 */
const windowMs = 61_000;

/** The way to one host: one request at a time, and never more than the documented number in a minute. */
export class RequestQueue {
  private readonly turn: () => Promise<unknown>;
  private last: Promise<unknown> = Promise.resolve();
  private told: (() => void) | undefined;

  /** @param requestsPerMinute at least 1; `Infinity` leaves out the pace */
  constructor(requestsPerMinute: number) {
    const pace = { limit: requestsPerMinute, interval: windowMs, strict: true, onDelay: () => this.told?.() };
    this.turn = Number.isFinite(requestsPerMinute)
      ? pThrottle(pace)(() => Promise.resolve())
      : () => Promise.resolve();
  }

  /**
   * Runs a task that makes one request when it is its turn. `waiting` is called once if the pace makes it wait.
   * @throws the signal's reason when it is aborted before the task began; never after
   */
  async pass<T>(
    task: () => Promise<T>,
    signal: AbortSignal,
    waiting: () => void = () => undefined,
  ): Promise<T> {
    const before = this.last;
    let end: () => void = () => undefined;
    this.last = new Promise<void>((resolve) => (end = resolve));
    try {
      await unlessAborted(before, signal);
      this.told = waiting;
      await unlessAborted(this.turn(), signal);
      return await task();
    } finally {
      // Whoever comes next waits for those before, also when this one did not.
      void before.then(end);
    }
  }
}

/** The lanes of one extension host, one for each host name: accounts cannot be told apart for sure, and this never counts too little. */
export class RequestQueues {
  private readonly lanes = new Map<string, { readonly perMinute: number; readonly lane: RequestQueue }>();

  /** The lane to an origin. A changed pace begins a new count. */
  to(origin: string, requestsPerMinute: number): RequestQueue {
    const known = this.lanes.get(origin);
    if (known?.perMinute === requestsPerMinute) return known.lane;
    const lane = new RequestQueue(requestsPerMinute);
    this.lanes.set(origin, { perMinute: requestsPerMinute, lane });
    return lane;
  }
}

async function unlessAborted(wait: Promise<unknown>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    await Promise.race([wait, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
