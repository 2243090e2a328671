import type { ContactColumn } from './columns';

/** The values of one CSV row that is, or was, sent: unquoted, otherwise untouched. A column the file lacks is absent. */
export type ContactValues = Partial<Readonly<Record<ContactColumn, string>>>;

/** The fields of a contact, which any of them may lack. What is not documented is kept. */
export interface ContactFields {
  readonly status?: string | undefined;
  readonly salutation?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly fullName?: string | undefined;
  readonly cellPhone?:
    | {
        readonly phoneNumber?: string | undefined;
        readonly countryCode?: string | undefined;
        readonly extension?: string | undefined;
        readonly [unknown: string]: unknown;
      }
    | undefined;
  /** ISO 8601. */
  readonly createdAt?: string | undefined;
  readonly [unknown: string]: unknown;
}

/**
 * A contact as the stream returns it (API page "Create Bulk Contacts", sample response). Only `id` is relied on:
 * it is what makes an object a contact.
 */
export interface Contact extends ContactFields {
  readonly id: string;
}
