import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { contactColumns } from '../../contact/columns';
import type { ContactValues } from '../../contact/contact';
import { hashLength } from './entries';

/**
 * Keyed hashes of rows and files: whoever reads a ledger without the key cannot find out whose rows they were, not
 * even by trying every phone number.
 */
export class Hasher {
  /** Tells the key from another one, and nothing else about it. */
  readonly key: string;

  private readonly secret: KeyObject;

  /** @param key what {@link newHashKey} gave */
  constructor(key: string) {
    this.secret = createSecretKey(key, 'utf8');
    this.key = this.of('the key itself');
  }

  /** Of a row's six values, wherever its columns stand: {@link hashLength} characters, 66 bits. */
  row(values: ContactValues): string {
    return this.of(JSON.stringify(contactColumns.map((column) => values[column] ?? '')));
  }

  /** Of what is sent of a file, given its SHA-256. */
  file(digest: Uint8Array): string {
    return createHmac('sha256', this.secret).update(digest).digest('base64url');
  }

  private of(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url').slice(0, hashLength);
  }
}

/** A key of 256 random bits, as text. */
export function newHashKey(): string {
  return randomBytes(32).toString('base64url');
}
