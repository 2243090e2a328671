import { Readable } from 'node:stream';
import type {
  ContactCalls,
  ContactPage,
  CsvFile,
  ImportAnswer,
  PageRequest,
} from '../../../src/core/delivery';
import { readContactPage, readImportAnswer } from '../../../src/core/delivery/contactAnswer';
import type { Answer, Failure } from '../../../src/core/delivery/failure';
import type { Arrival, RepeatedNumberPolicy } from '../sandbox';
import { readContactRows, type ContactRow } from '../../../src/sandbox/contactCsv';
import { ContactStore } from '../../../src/sandbox/contacts';
import { ApiError } from '../../../src/sandbox/errors';
import { createIdentity } from '../../../src/sandbox/identity';
import { requireValues } from '../../../src/sandbox/rowProblems';
import { failureOfAnswer } from './failures';
import { failed } from './scriptedCalls';

/** How long a client waits for an answer, in ms. */
const timeoutMs = 120_000;

/** What goes over the lines of one account. */
export class Traffic {
  /** When each request left, in ms since 1970. */
  readonly times: number[] = [];
  /** The most requests that were on their way at once. */
  mostAtOnce = 0;
  /** What goes on that takes no time of the stopped clock. */
  busy = 0;
  private active = 0;

  async request<T>(work: () => Promise<T>): Promise<T> {
    this.times.push(Date.now());
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.active);
    try {
      return await work();
    } finally {
      this.active--;
    }
  }
}

/** What happens to one request. */
export interface Fate {
  /** What the client sees in place of the answer, or nothing until its time is over. */
  readonly instead?: Failure | 'nothing';
  /** Whether the request is processed when the client sees something else. */
  readonly isProcessed: boolean;
  /** From the client to the server; from there until the contacts are stored, in two parts; back. In ms. */
  readonly ways: { readonly there: number; readonly work: readonly [number, number]; readonly back: number };
}

export interface StreamHabits {
  readonly repeatedNumber: RepeatedNumberPolicy;
  readonly pageSizeCap: number;
  /** A file with more rows is answered 413. */
  readonly mostRows: number;
  readonly tellsMore: boolean;
  readonly tellsTotal: boolean;
}

/**
 * A stream in this process, made of the sandbox's parts, on which requests take time and go wrong. It is at work on an
 * import for as long as that takes, whether or not the client is still there.
 */
export class MemoryStream implements ContactCalls {
  readonly arrivals: (Arrival & { stored: number })[] = [];
  private readonly store: ContactStore;
  private readonly work = new Set<Promise<unknown>>();

  constructor(
    private readonly habits: StreamHabits,
    private readonly traffic: Traffic,
    private readonly fateOf: (call: 'import' | 'list') => Fate,
  ) {
    this.store = new ContactStore(createIdentity(), () => new Date(), habits);
  }

  get contacts() {
    return this.store.all();
  }

  /** Contacts that are there before. */
  add(rows: readonly ContactRow[]): void {
    this.store.add(rows);
  }

  /** Resolves when the stream is at work on nothing any more. */
  async quiet(): Promise<void> {
    while (this.work.size > 0) await Promise.all(this.work);
  }

  async importContacts(file: CsvFile, signal: AbortSignal): Promise<Answer<ImportAnswer>> {
    if (signal.aborted) return failed({ reason: 'cancelled', effect: 'none' });
    return await this.traffic.request(() =>
      this.seen(this.serveImport(file, this.fateOf('import')), signal, 'unknown'),
    );
  }

  async listContacts(page: PageRequest, signal: AbortSignal): Promise<Answer<ContactPage>> {
    if (signal.aborted) return failed({ reason: 'cancelled', effect: 'none' });
    return await this.traffic.request(() =>
      this.seen(this.serveList(page, this.fateOf('list')), signal, 'none'),
    );
  }

  /** What the client sees: an answer, or that it waited too long, or did not want to wait. */
  private async seen<T>(
    serving: Promise<Answer<T> | undefined>,
    signal: AbortSignal,
    effect: Failure['effect'],
  ): Promise<Answer<T>> {
    this.work.add(serving);
    void serving.then(() => this.work.delete(serving));
    return await new Promise((resolve) => {
      const end = (answer: Answer<T>) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        resolve(answer);
      };
      const giveUp = () => end(failed({ reason: 'cancelled', effect }));
      const timer = setTimeout(() => end(failed({ reason: 'timeout', effect })), timeoutMs);
      signal.addEventListener('abort', giveUp);
      void serving.then((answer) => answer && end(answer));
    });
  }

  private async serveImport(
    file: CsvFile,
    { instead, isProcessed, ways }: Fate,
  ): Promise<Answer<ImportAnswer> | undefined> {
    await passing(ways.there);
    const other = typeof instead === 'object' ? failed(instead) : undefined;
    if (instead !== undefined && !isProcessed) {
      await passing(ways.back);
      return other;
    }
    const processed = this.process(file, ways.work);
    if (instead === undefined) {
      const answer = await processed;
      await passing(ways.back);
      return answer;
    }
    // What refuses is said when the work is done; where nothing is known, it may go on behind a gateway's back.
    if (other?.failure.effect === 'none') await processed;
    else this.follow(processed);
    await passing(ways.back);
    return other;
  }

  private async process(
    file: CsvFile,
    [first, second]: readonly [number, number],
  ): Promise<Answer<ImportAnswer>> {
    const rows = await this.read(file);
    if (rows.length > this.habits.mostRows) return failed(failureOfAnswer(413, {}));
    const arrival = { rows, stored: 0, at: Date.now() };
    this.arrivals.push(arrival);
    try {
      requireValues(rows);
      // A stream that refuses a file for one of its rows must have looked at all of them.
      const middle = this.habits.repeatedNumber === 'refuseFile' ? rows.length : Math.ceil(rows.length / 2);
      const shown: unknown[] = [];
      for (const [ms, part] of [
        [first, rows.slice(0, middle)],
        [second, rows.slice(middle)],
      ] as const) {
        await passing(ms);
        const { created, answer } = this.store.add(part);
        arrival.stored += created;
        shown.push(...answer);
      }
      return this.ok(readImportAnswer(plain(shown)));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return failed(failureOfAnswer(error.status, error.body, error.headers));
    }
  }

  private async serveList(
    { skip, limit }: PageRequest,
    { instead, ways }: Fate,
  ): Promise<Answer<ContactPage> | undefined> {
    await passing(ways.there);
    const { results, hasMore, totalResults } = this.store.page(skip, limit);
    await passing(ways.back);
    if (instead === 'nothing') return undefined;
    if (instead) return failed({ ...instead, effect: 'none' });
    const { tellsMore, tellsTotal } = this.habits;
    const page = { results, ...(tellsMore && { hasMore }), ...(tellsTotal && { totalResults }) };
    return this.ok(readContactPage(plain(page)));
  }

  private async read({ bytes }: CsvFile): Promise<ContactRow[]> {
    this.traffic.busy++;
    try {
      return await readContactRows(Readable.from([Buffer.from(bytes)]));
    } finally {
      this.traffic.busy--;
    }
  }

  private follow(work: Promise<unknown>): void {
    this.work.add(work);
    void work.then(() => this.work.delete(work));
  }

  private ok<T>(value: T | undefined): Answer<T> {
    if (value === undefined) throw new Error('the stream answers what no client understands');
    return { ...failed({ reason: 'server', effect: 'none' }), ok: true, value };
  }
}

function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A value as it comes over the wire. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
