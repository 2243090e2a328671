import { createHash, createHmac, type KeyObject } from 'node:crypto';
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

  constructor(private readonly secret: KeyObject) {
    this.key = this.of('the key itself');
  }

  /** Of a row's six values, wherever its columns stand: {@link hashLength} characters, 66 bits. */
  row(values: ContactValues): string {
    return this.of(JSON.stringify(contactColumns.map((column) => values[column] ?? '')));
  }

  /** Of what is sent of a file. */
  file(bytes: Uint8Array): string {
    return createHmac('sha256', this.secret)
      .update(createHash('sha256').update(bytes).digest())
      .digest('base64url');
  }

  private of(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url').slice(0, hashLength);
  }
}
