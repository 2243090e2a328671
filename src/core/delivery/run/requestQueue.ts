import { setTimeout as sleep } from 'node:timers/promises';
import pThrottle from 'p-throttle';
import type { SharedPace } from '../claims/sharedPace';
import { heartbeatMs } from '../heartbeat';
import { windowMs } from './paceWindow';

/** The pace as other windows share it. */
export interface PaceOfAll {
  /** How many requests this window may make in a minute. */
  share(): Promise<number>;
  /**
   * Takes the turn for a request, which leaves at once; otherwise gives how long there is to wait as things are, in ms:
   * others may begin or end meanwhile.
   */
  take(): Promise<number>;
}

/** The way to one host: one request at a time, and never more than the documented number in a minute. */
export class RequestQueue {
  private readonly turn: () => Promise<unknown>;
  private last: Promise<unknown> = Promise.resolve();
  private told: ((ms: number) => void) | undefined;
  /** When the last turns were given, in ms since 1970: as many as count. */
  private readonly turns: number[] = [];

  /**
   * @param requestsPerMinute at least 1; `Infinity` leaves out the pace
   * @param all what other windows leave of it; without it there are none
   */
  constructor(
    readonly requestsPerMinute: number,
    private readonly all?: PaceOfAll,
  ) {
    const onDelay = () => this.told?.((this.turns[0] ?? 0) + windowMs - Date.now());
    const pace = { limit: requestsPerMinute, interval: windowMs, strict: true, onDelay };
    const count = () => {
      this.turns.push(Date.now());
      if (this.turns.length > requestsPerMinute) this.turns.shift();
      return Promise.resolve();
    };
    this.turn = Number.isFinite(requestsPerMinute) ? pThrottle(pace)(count) : () => Promise.resolve();
  }

  /** How long so many requests take at this pace, in ms. */
  async msFor(requests: number): Promise<number> {
    return (requests / ((await this.all?.share()) ?? this.requestsPerMinute)) * windowMs;
  }

  /**
   * Runs a task that makes one request when it is its turn. `waiting` is called if the pace makes it wait, with how long
   * in ms; again when other windows change that.
   * @throws the signal's reason when it is aborted before the task began; never after
   */
  async pass<T>(
    task: () => Promise<T>,
    signal: AbortSignal,
    waiting: (ms: number) => void = () => undefined,
  ): Promise<T> {
    const before = this.last;
    let end: () => void = () => undefined;
    this.last = new Promise<void>((resolve) => (end = resolve));
    try {
      await unlessAborted(before, signal);
      this.told = waiting;
      await unlessAborted(this.turn(), signal);
      await this.turnOfAll(signal);
      return await task();
    } finally {
      // Whoever comes next waits for those before, also when this one did not.
      void before.then(end);
    }
  }

  private async turnOfAll(signal: AbortSignal): Promise<void> {
    while (this.all) {
      // That nothing can be written down is no reason to end an import: the own pace is kept all the same.
      const ms = await unlessAborted(
        this.all.take().catch(() => 0),
        signal,
      );
      if (ms === 0) return;
      this.told?.(ms);
      await unlessAborted(sleep(Math.min(ms, heartbeatMs), undefined, { signal }), signal);
    }
  }
}

/** The queues of one extension host, one for each host name: accounts cannot be told apart for sure, and this never counts too little. */
export class RequestQueues {
  private readonly queues = new Map<string, { readonly perMinute: number; readonly queue: RequestQueue }>();

  /** @param shared what other windows have to do with it */
  constructor(private readonly shared?: Pick<SharedPace, 'share' | 'take'>) {}

  /** The queue to an origin. A changed pace begins a new count. */
  to(origin: string, requestsPerMinute: number): RequestQueue {
    const known = this.queues.get(origin);
    if (known?.perMinute === requestsPerMinute) return known.queue;
    const { shared } = this;
    const all = shared && {
      share: () => shared.share(origin, requestsPerMinute),
      take: () => shared.take(origin, requestsPerMinute),
    };
    const queue = new RequestQueue(requestsPerMinute, all);
    this.queues.set(origin, { perMinute: requestsPerMinute, queue });
    return queue;
  }
}

async function unlessAborted<T>(wait: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([wait, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
