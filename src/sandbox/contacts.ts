import { createContact, joinedNumber, refuseRow } from './contact';
import type { RefusedRow, SandboxContact } from './contact';
import type { ContactRow } from './contactCsv';
import { ObjectIds } from './identity';
import type { Identity } from './identity';
import { repeatedNumberMessage } from './repeatedNumber';
import type { RepeatedNumberPolicy } from './repeatedNumber';
import { RowProblems } from './rowProblems';

/** One page of `GET /contacts`, in the documented shape. */
export interface ContactPage {
  readonly results: readonly SandboxContact[];
  readonly skip: number;
  readonly limit: number;
  readonly hasMore: boolean;
  readonly totalPages: number;
  readonly totalResults: number;
}

/** What the stream made of a file's rows. */
export interface Stored {
  /** How many contacts were created. */
  readonly created: number;
  /** What the answer shows, in the rows' order: each new contact and, by the policy `refuseRow`, each refused row. */
  readonly answer: readonly (SandboxContact | RefusedRow)[];
}

/** How a stream treats its contacts. */
export interface StoreRules {
  readonly repeatedNumber: RepeatedNumberPolicy;
  /** The most contacts a page, at least 1. */
  readonly pageSizeCap: number;
}

/** The stream's contacts, in the order in which they were created. */
export class ContactStore {
  #contacts: SandboxContact[] = [];
  /** The numbers that have a contact; by the policy `accept` several contacts may share one. */
  #numbers = new Set<string>();
  readonly #ids = new ObjectIds();

  constructor(
    private readonly identity: Identity,
    private readonly now: () => Date,
    private readonly rules: StoreRules,
  ) {}

  /** Creates the rows' contacts. Throws 412 by the policy `refuseFile`, and has then stored nothing. */
  add(rows: readonly ContactRow[]): Stored {
    const { repeatedNumber } = this.rules;
    if (repeatedNumber === 'refuseFile') this.refuseRepeated(rows);
    const { identity } = this;
    const createdAt = this.now().toISOString();
    const before = this.#contacts.length;
    const answer: (SandboxContact | RefusedRow)[] = [];
    for (const row of rows) {
      const phoneNumber = joinedNumber(row);
      if (repeatedNumber !== 'accept' && this.#numbers.has(phoneNumber)) {
        if (repeatedNumber === 'refuseRow') answer.push(refuseRow(row, phoneNumber));
        continue;
      }
      const contact = createContact(row, { id: this.#ids.next(), phoneNumber, identity, createdAt });
      this.#numbers.add(phoneNumber);
      this.#contacts.push(contact);
      answer.push(contact);
    }
    return { created: this.#contacts.length - before, answer };
  }

  /**
   * A page of at most `limit` contacts, or the cap if that is less. Its own `limit` is the one that was applied.
   *
   * @param limit at least 1
   */
  page(skip: number, limit: number): ContactPage {
    const size = Math.min(limit, this.rules.pageSizeCap);
    const totalResults = this.#contacts.length;
    return {
      results: this.#contacts.slice(skip, skip + size),
      skip,
      limit: size,
      hasMore: skip + size < totalResults,
      totalPages: Math.ceil(totalResults / size),
      totalResults,
    };
  }

  /** A copy that later imports do not change. */
  all(): SandboxContact[] {
    return [...this.#contacts];
  }

  /** Removes the contacts that have the row's number, as somebody does who deletes them in Agent Assist. */
  remove(row: ContactRow): void {
    const number = joinedNumber(row);
    this.#contacts = this.#contacts.filter(({ cellPhone }) => cellPhone.phoneNumber !== number);
    this.#numbers.delete(number);
  }

  clear(): void {
    this.#contacts = [];
    this.#numbers = new Set();
  }

  private refuseRepeated(rows: readonly ContactRow[]): void {
    const problems = new RowProblems();
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const number = joinedNumber(row);
      if (this.#numbers.has(number) || seen.has(number)) problems.add(index, repeatedNumberMessage);
      seen.add(number);
    }
    problems.refuse();
  }
}
