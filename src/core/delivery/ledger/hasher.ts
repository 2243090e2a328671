import { hash, randomBytes } from 'node:crypto';
import {
  comparedContact,
  comparedRow,
  contactColumns,
  type ContactFields,
  type ContactValues,
  type NumberPlans,
} from '../../contact';
import { keyedLength } from './entries';

/**
 * Keyed hashes of rows and files: whoever reads a ledger without the key cannot find out whose rows they were, not
 * even by trying every phone number.
 */
export class Hasher {
  /** Tells the key from another one, and nothing else about it. */
  readonly key: string;

  /**
   * @param secret what {@link newHashKey} gave
   * @param plans by what numbers are compared
   */
  constructor(
    private readonly secret: string,
    private readonly plans: NumberPlans,
  ) {
    this.key = this.of('the key itself');
  }

  /**
   * Of a row's six values, wherever its columns stand, and behind it of its number as numbers are compared, by which a row
   * is known again that was edited: 22 characters. One whose number cannot be compared has it to itself.
   */
  row(values: ContactValues): string {
    const all = this.of(JSON.stringify(contactColumns.map((column) => values[column] ?? '')));
    const { number } = comparedRow(values, this.plans);
    return all + (number === undefined ? this.of(`no number ${all}`) : this.numberHash(number));
  }

  /** Of a contact's number, as `numberIn` of a row's hash is of the row's; `undefined` when it cannot be compared. */
  number(contact: ContactFields): string | undefined {
    const { number } = comparedContact(contact, this.plans);
    return number === undefined ? undefined : this.numberHash(number);
  }

  /** Of what is sent of a file, given its SHA-256. */
  file(digest: Uint8Array): string {
    return this.of(Buffer.from(digest).toString('base64url'));
  }

  private numberHash(number: string): string {
    return this.of(`number ${number}`);
  }

  /**
   * SHA-256 of the key and the text behind it. An HMAC would also keep others from making hashes of longer texts, which
   * helps nobody here, and takes three times as long.
   */
  private of(text: string): string {
    return hash('sha256', this.secret + text, 'base64url').slice(0, keyedLength);
  }
}

/** A key of 256 random bits, as text. */
export function newHashKey(): string {
  return randomBytes(32).toString('base64url');
}
