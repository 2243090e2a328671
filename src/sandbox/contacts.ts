import type { ContactRow } from './contactCsv';
import { objectId } from './identity';
import type { Identity } from './identity';

/** A contact with every field of the API page's sample response. */
export interface SandboxContact {
  readonly status: 'ACTIVE';
  readonly firstName: string;
  readonly lastName: string;
  readonly salutation: string;
  readonly accountId: string;
  readonly orgId: string;
  readonly createdBy: string;
  readonly cellPhone: {
    /** Country code and number in one: `+919876543210`. */
    readonly phoneNumber: string;
    readonly countryCode: string;
    readonly extension: string;
  };
  readonly fullName: string;
  readonly address: readonly [];
  readonly twitterDetails: readonly [];
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  /** 24 hex digits. */
  readonly id: string;
}

/** One page of `GET /contacts`, in the documented shape. */
export interface ContactPage {
  readonly results: readonly SandboxContact[];
  readonly skip: number;
  readonly limit: number;
  readonly hasMore: boolean;
  readonly totalPages: number;
  readonly totalResults: number;
}

/**
 * What becomes of a row whose number the stream, or an earlier row of the file, already has. The API "prevents the same
 * number from being associated with different or identical names" and does not say how.
 *
 * - `dropRow`: no contact is made of it and the answer does not hold it: the one way that a client which trusts a 200
 *   gets wrong, and thus the most useful to test against.
 */
export type RepeatedNumberPolicy = 'dropRow';

/** The stream's contacts, in the order in which they were created; numbers are unique. */
export class ContactStore {
  /** By phone number, which is what makes a contact unique. */
  readonly #contacts = new Map<string, SandboxContact>();

  constructor(
    private readonly identity: Identity,
    private readonly now: () => Date,
  ) {}

  /** Creates the rows' contacts by {@link RepeatedNumberPolicy} `dropRow` and returns the new ones, in the rows' order. */
  add(rows: readonly ContactRow[]): SandboxContact[] {
    const createdAt = this.now().toISOString();
    const created: SandboxContact[] = [];
    for (const row of rows) {
      const phoneNumber = joinedNumber(row);
      if (this.#contacts.has(phoneNumber)) continue;
      const contact = this.contactOf(row, phoneNumber, createdAt);
      this.#contacts.set(phoneNumber, contact);
      created.push(contact);
    }
    return created;
  }

  /** @param limit at least 1 */
  page(skip: number, limit: number): ContactPage {
    const totalResults = this.#contacts.size;
    return {
      results: this.all().slice(skip, skip + limit),
      skip,
      limit,
      hasMore: skip + limit < totalResults,
      totalPages: Math.ceil(totalResults / limit),
      totalResults,
    };
  }

  /** A copy that later imports do not change. */
  all(): SandboxContact[] {
    return [...this.#contacts.values()];
  }

  clear(): void {
    this.#contacts.clear();
  }

  private contactOf(row: ContactRow, phoneNumber: string, createdAt: string): SandboxContact {
    return {
      status: 'ACTIVE',
      firstName: row.firstName,
      lastName: row.lastName,
      salutation: row.salutation,
      accountId: this.identity.accountId,
      orgId: this.identity.orgId,
      createdBy: this.identity.userId,
      cellPhone: {
        phoneNumber,
        countryCode: row.cellPhoneCountryCode,
        extension: row.cellPhoneExtension,
      },
      fullName: `${row.firstName} ${row.lastName}`,
      address: [],
      twitterDetails: [],
      createdAt,
      updatedAt: createdAt,
      id: objectId(),
    };
  }
}

/**
 * The number as answers store it: `+`, country code and digits in one. A number that already starts with `+` carries its
 * country code. Spaces and punctuation go, or `98765 43210` and `98765-43210` would be two contacts.
 */
function joinedNumber({ cellPhoneNumber, cellPhoneCountryCode }: ContactRow): string {
  const number = cellPhoneNumber.trim();
  const joined = number.startsWith('+') ? number : cellPhoneCountryCode + number;
  return `+${joined.replace(/\D/g, '')}`;
}
