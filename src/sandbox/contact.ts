import type { ContactRow } from './contactCsv';
import type { Identity } from './identity';
import { repeatedNumberMessage } from './repeatedNumber';

/** A contact with every field of the API page's sample response. */
export interface SandboxContact {
  readonly status: 'ACTIVE';
  readonly firstName: string;
  readonly lastName: string;
  readonly salutation: string;
  readonly accountId: string;
  readonly orgId: string;
  readonly createdBy: string;
  readonly cellPhone: CellPhone;
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

interface CellPhone {
  /** Country code and number in one: `+919876543210`. */
  readonly phoneNumber: string;
  readonly countryCode: string;
  readonly extension: string;
}

/** What an answer shows of a row that became no contact, by the policy `refuseRow`. It has no `id`. */
export interface RefusedRow {
  readonly status: 'FAILED';
  readonly firstName: string;
  readonly lastName: string;
  readonly cellPhone: CellPhone;
  /** In the shape of the API's error bodies. */
  readonly errors: readonly [{ readonly msg: string; readonly code: number }];
}

/** One for all: there may be millions of contacts. */
const none: readonly [] = [];

/** What a row's contact is made of beside its values. */
export interface Creation {
  readonly id: string;
  /** The row's {@link joinedNumber}. */
  readonly phoneNumber: string;
  readonly identity: Identity;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** The row's contact, with every documented field. */
export function createContact(
  row: ContactRow,
  { id, phoneNumber, identity, createdAt }: Creation,
): SandboxContact {
  return {
    status: 'ACTIVE',
    firstName: row.firstName,
    lastName: row.lastName,
    salutation: row.salutation,
    accountId: identity.accountId,
    orgId: identity.orgId,
    createdBy: identity.userId,
    cellPhone: cellPhoneOf(row, phoneNumber),
    fullName: `${row.firstName} ${row.lastName}`,
    address: none,
    twitterDetails: none,
    createdAt,
    updatedAt: createdAt,
    id,
  };
}

/** The row as one whose number belongs to another contact. */
export function refuseRow(row: ContactRow, phoneNumber: string): RefusedRow {
  return {
    status: 'FAILED',
    firstName: row.firstName,
    lastName: row.lastName,
    cellPhone: cellPhoneOf(row, phoneNumber),
    errors: [{ msg: repeatedNumberMessage, code: 412 }],
  };
}

/**
 * The number as answers store it: `+`, country code and digits in one. A number that already starts with `+` carries its
 * country code. Spaces and punctuation go, or `98765 43210` and `98765-43210` would be two contacts.
 */
export function joinedNumber({ cellPhoneNumber, cellPhoneCountryCode }: ContactRow): string {
  const number = cellPhoneNumber.trim();
  const joined = number.startsWith('+') ? number : cellPhoneCountryCode + number;
  return `+${joined.replace(/\D/g, '')}`;
}

function cellPhoneOf(row: ContactRow, phoneNumber: string): CellPhone {
  return { phoneNumber, countryCode: row.cellPhoneCountryCode, extension: row.cellPhoneExtension };
}
