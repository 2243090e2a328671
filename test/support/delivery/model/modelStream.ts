import type {
  ContactCalls,
  ContactPage,
  CsvFile,
  ImportAnswer,
  PageRequest,
} from '../../../../src/core/delivery';
import type { Contact } from '../../../../src/core/contact/contact';
import type { Answer, Failure } from '../../../../src/core/delivery/failure';
import { failureOfAnswer } from '../failures';
import { answered, failed, paged } from '../scriptedCalls';
import { honest, type ListShape } from './listShapes';
import { joined, type Spelling } from './spellings';

/** What a stream does with a number that it has already. */
export const repeatPolicies = ['accept', 'drop', 'refuseRow', 'refuseFile'] as const;
export type RepeatPolicy = (typeof repeatPolicies)[number];

/** What is left to see of a deleted contact, and whether its number is free again. */
export interface DeletionRule {
  readonly isListed: boolean;
  readonly freesNumber: boolean;
}

export interface ModelHabits {
  readonly repeated: RepeatPolicy;
  readonly list: ListShape;
  readonly spelling: Spelling;
  readonly deletion: DeletionRule;
  /** A file with more rows is answered 413. */
  readonly mostRows: number;
}

/** What happens to one import request. */
export interface ModelFate {
  /** What the client gets in place of the answer: nothing, until its own time is over, or a failure. */
  readonly instead?: Failure | 'nothing' | undefined;
  /** Whether it is worked on when the client gets something else. */
  readonly isProcessed: boolean;
  /** From the request's arrival to something else for the client, in ms. */
  readonly insteadAfterMs: number;
  /** From the arrival until the last row is stored, in ms. */
  readonly workMs: number;
  /** Whether all rows are stored at once in the end, or one after the other. */
  readonly isAtOnce: boolean;
}

/** A request that is answered after a second. */
export const wellBehaved: ModelFate = { isProcessed: true, insteadAfterMs: 0, workMs: 1_000, isAtOnce: true };

/** How long a client waits for an answer, in ms. */
export const timeoutMs = 120_000;

/** A row as the stream stored it. */
export interface StoredContact extends Contact {
  /** Who it is, whatever became of the number on its way: no two rows of a test have one first name. */
  readonly firstName: string;
  /** The number that was sent. */
  readonly sent: string;
  status: string;
  readonly storedAt: number;
}

/**
 * A stream as the documentation and the worst of its readings have it, written for these tests alone: it shares nothing
 * with the sandbox, so that what both of them take for granted is not taken for proven.
 */
export class ModelStream implements ContactCalls {
  readonly contacts: StoredContact[] = [];
  /** The first names of each request's rows. */
  readonly arrivals: (readonly string[])[] = [];
  reads = 0;
  /** When each request arrived, in ms since 1970. */
  readonly times: number[] = [];
  private readonly habits: ModelHabits;
  private ids = 0;
  private working = 0;

  constructor(
    habits: Partial<ModelHabits> = {},
    private readonly fateOf: (request: number) => ModelFate = () => wellBehaved,
    private readonly readFate: (read: number) => Failure | undefined = () => undefined,
  ) {
    this.habits = {
      repeated: 'accept',
      list: honest(),
      spelling: joined,
      deletion: { isListed: true, freesNumber: true },
      mostRows: Infinity,
      ...habits,
    };
  }

  /** Contacts that others made. */
  addOthers(count: number, from = 0): void {
    for (let index = from; index < from + count; index++)
      this.store([`other${index}`, 'else', 'Mr', String(7_000_000_000 + index), '+91', '+']);
  }

  delete(firstName: string): void {
    for (const contact of this.contacts) if (contact.firstName === firstName) contact.status = 'INACTIVE';
  }

  /** How often each first name was stored, deleted ones included. */
  timesStored(firstName: string): number {
    return this.contacts.filter((contact) => contact.firstName === firstName).length;
  }

  /** Resolves when the stream is at work on nothing any more. */
  async quiet(): Promise<void> {
    while (this.working > 0) await passing(1_000);
  }

  async importContacts(file: CsvFile, signal: AbortSignal): Promise<Answer<ImportAnswer>> {
    if (signal.aborted) return failed({ reason: 'cancelled', effect: 'none' });
    this.times.push(Date.now());
    const fate = this.fateOf(this.arrivals.length);
    const rows = rowsIn(file);
    this.arrivals.push(rows.map(([firstName = '']) => firstName));
    const { instead } = fate;
    if (instead === undefined) return await unlessGivenUp(this.process(rows, fate), signal);
    if (fate.isProcessed) void this.process(rows, fate);
    const cutOff = instead === 'nothing' ? ({ reason: 'timeout', effect: 'unknown' } as const) : instead;
    const seen = passing(instead === 'nothing' ? timeoutMs : fate.insteadAfterMs).then(() => failed(cutOff));
    return await unlessGivenUp<ImportAnswer>(seen, signal);
  }

  async listContacts(page: PageRequest, signal: AbortSignal): Promise<Answer<ContactPage>> {
    if (signal.aborted) return failed({ reason: 'cancelled', effect: 'none' });
    this.times.push(Date.now());
    await passing(200);
    const failure = this.readFate(this.reads++);
    if (failure) return failed({ ...failure, effect: 'none' });
    const listed = this.contacts.filter(({ status }) => status === 'ACTIVE' || this.habits.deletion.isListed);
    return paged(this.habits.list(listed, page));
  }

  private async process(
    rows: readonly (readonly string[])[],
    { workMs, isAtOnce }: ModelFate,
  ): Promise<Answer<ImportAnswer>> {
    this.working++;
    try {
      if (rows.length > this.habits.mostRows) return failed(failureOfAnswer(413, {}));
      if (rows.some(([, , salutation]) => salutation === '')) return refused('salutation: required');
      if (
        this.habits.repeated === 'refuseFile' &&
        rows.some((row, at) => this.isTaken(row, rows.slice(0, at)))
      )
        return refused('the number is there already');
      const answer: Contact[] = [];
      const refusals: ImportAnswer['refusals'][number][] = [];
      for (const row of rows) {
        if (!isAtOnce) await passing(workMs / rows.length);
        else if (row === rows[0]) await passing(workMs);
        if (this.habits.repeated === 'accept' || !this.isTaken(row)) answer.push(this.store(row));
        else if (this.habits.repeated === 'refuseRow') refusals.push({ of: this.shown(row), words: 'taken' });
      }
      return answered(answer, refusals);
    } finally {
      this.working--;
    }
  }

  private isTaken(row: readonly string[], before: readonly (readonly string[])[] = []): boolean {
    const { freesNumber } = this.habits.deletion;
    const number = sentNumber(row);
    return (
      this.contacts.some(({ sent, status }) => sent === number && (status === 'ACTIVE' || !freesNumber)) ||
      before.some((other) => sentNumber(other) === number)
    );
  }

  private store(row: readonly string[]): Contact {
    const contact: StoredContact = {
      id: `model-${this.ids++}`,
      ...this.shown(row),
      firstName: row[0] ?? '',
      sent: sentNumber(row),
      status: 'ACTIVE',
      storedAt: Date.now(),
      createdAt: new Date().toISOString(),
    };
    this.contacts.push(contact);
    return contact;
  }

  private shown([firstName = '', lastName, , number = '', code = '']: readonly string[]) {
    return { firstName, lastName, cellPhone: this.habits.spelling(code, number) };
  }
}

function rowsIn({ bytes }: CsvFile): readonly (readonly string[])[] {
  const [, ...lines] = new TextDecoder().decode(bytes).split('\r\n');
  return lines.filter((line) => line !== '').map((line) => line.split(','));
}

function sentNumber([, , , number = '', code = '']: readonly string[]): string {
  return `${code} ${number}`;
}

function refused(words: string): Answer<ImportAnswer> {
  return failed(failureOfAnswer(412, { errors: [{ msg: words, code: 412 }] }));
}

export function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What a client gets that may give the request up, or wait too long for it. */
async function unlessGivenUp<T>(work: Promise<Answer<T>>, signal: AbortSignal): Promise<Answer<T>> {
  return await new Promise((resolve) => {
    const end = (answer: Answer<T>) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      resolve(answer);
    };
    const giveUp = () => end(failed({ reason: 'cancelled', effect: 'unknown' }));
    const timer = setTimeout(() => end(failed({ reason: 'timeout', effect: 'unknown' })), timeoutMs);
    signal.addEventListener('abort', giveUp);
    void work.then(end);
  });
}
