import { rateLimited } from './errors';

const windowMs = 60_000;

/** Counts the account's requests over any 60 seconds, as strictly as the documented limit can be read. */
export class RateLimit {
  /** Times of the requests that were let through, in ms, oldest first. */
  #passed: number[] = [];

  /** @param requestsPerMinute at least 1; absent: no limit */
  constructor(
    private readonly requestsPerMinute: number | undefined,
    private readonly now: () => Date,
  ) {}

  /** Counts one request, or throws 429 with the seconds until there is room for it. */
  take(): void {
    if (this.requestsPerMinute === undefined) return;
    const now = this.now().getTime();
    this.#passed = this.#passed.filter((time) => time > now - windowMs);
    const oldest = this.#passed[0];
    if (oldest !== undefined && this.#passed.length >= this.requestsPerMinute) {
      throw rateLimited(Math.ceil((oldest + windowMs - now) / 1000));
    }
    this.#passed.push(now);
  }

  clear(): void {
    this.#passed = [];
  }
}
