import type { Contact } from '../../../src/core/contact/contact';
import type {
  ContactCalls,
  ContactPage,
  CsvFile,
  ImportAnswer,
  PageRequest,
} from '../../../src/core/delivery';
import type { Answer, Exchange, Failure, FailureReason } from '../../../src/core/delivery/failure';
import { placesIn } from './rows';

const exchange: Exchange = {
  method: 'POST',
  url: 'http://127.0.0.1/',
  sentBytes: 0,
  receivedBytes: 0,
  ms: 0,
};

export function failed(failure: Failure): Extract<Answer<never>, { ok: false }> {
  return { ok: false, failure, exchange };
}

export function answered(
  contacts: readonly Contact[],
  refusals: ImportAnswer['refusals'] = [],
): Answer<ImportAnswer> {
  return { ok: true, value: { contacts, refusals }, exchange };
}

export function paged(value: ContactPage): Answer<ContactPage> {
  return { ok: true, value, exchange };
}

/** A failure that certainly had no effect, unless told otherwise. */
export function failure(reason: FailureReason, more: Partial<Failure> = {}): Failure {
  return { reason, effect: 'none', ...more };
}

/** An import request as the script sees it. */
export interface ScriptedImport {
  /** The places of its rows. */
  readonly places: readonly number[];
  /** How many came before. */
  readonly number: number;
  readonly signal: AbortSignal;
}

type Script<Request, Value> = (request: Request) => Answer<Value> | Promise<Answer<Value>>;

/** A stream that answers as a test tells it to, and keeps what it was asked. */
export class ScriptedCalls implements ContactCalls {
  /** The places of the rows of each import request. */
  readonly imports: (readonly number[])[] = [];
  readonly files: CsvFile[] = [];
  readonly pages: PageRequest[] = [];

  constructor(
    private readonly onImport: Script<ScriptedImport, ImportAnswer>,
    private readonly onList: Script<PageRequest, ContactPage> = () => failed(failure('notFound')),
  ) {}

  async importContacts(file: CsvFile, signal: AbortSignal): Promise<Answer<ImportAnswer>> {
    const places = placesIn(file.bytes);
    this.files.push(file);
    const number = this.imports.push(places) - 1;
    return await this.onImport({ places, number, signal });
  }

  async listContacts(page: PageRequest): Promise<Answer<ContactPage>> {
    this.pages.push(page);
    return await this.onList(page);
  }
}

/** Pages of a list as a stream that tells everything gives them. */
export function pagesOf(list: () => readonly Contact[]): Script<PageRequest, ContactPage> {
  return ({ skip, limit }) => {
    const contacts = list();
    const page = contacts.slice(skip, skip + limit);
    return paged({
      contacts: page,
      hasMore: skip + page.length < contacts.length,
      totalResults: contacts.length,
    });
  };
}
