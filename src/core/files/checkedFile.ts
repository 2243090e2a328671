import { createHash } from 'node:crypto';
import type { BrokenQuotes } from '../checks';

/** A file as it was checked: what it takes to read its rows again, and to notice that they are others now. */
export interface CheckedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Its time of change, in ms since 1970. */
  readonly mtimeMs: number;
  /** SHA-256 of the file. */
  readonly digest: Uint8Array;
  /** For each stretch of the file that was read, the {@link RunningDigest} at its end: 60 bytes for each 64 kB. */
  readonly digests: readonly string[];
  /** Rows of the list: neither the header nor blank lines. */
  readonly rowCount: number;
  /** The header record as CSV text as it is sent: without this product's own columns, and without its line break. */
  readonly header: string;
  /** Its cells as the check read them, unquoted. */
  readonly headerCells: readonly string[];
  /** The names of this product's own columns that it has, as `importError`: they are not sent. */
  readonly ownColumns: readonly string[];
  /** What separates the cells. */
  readonly delimiter: string;
  /** Those of them whose quotes are broken. */
  readonly brokenHeader?: BrokenQuotes;
  /** The line break with which the header is sent. */
  readonly newline: string;
  /** What becomes of a CR that ends a record: the other line break with which records of the file end, LF if none does. */
  readonly returnsAs: '\n' | '\r\n';
}

/** SHA-256 of all bytes that have come so far. It is one hash of them, however often it is asked. */
export class RunningDigest {
  private readonly hash = createHash('sha256');

  get value(): Buffer {
    return this.hash.copy().digest();
  }

  /** Takes the next bytes; gives the digest in base64, in which it takes the least room. */
  add(bytes: Uint8Array): string {
    this.hash.update(bytes);
    return this.value.toString('base64');
  }
}
