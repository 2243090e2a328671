import { keyedLength } from './entries';

/** Bytes of each half of a row's hash, as it is kept where there are millions: 64 of its 66 bits tell it as well. */
export const halfBytes = 8;

/** Bytes of both. */
export const hashBytes = 2 * halfBytes;

/** Writes a hash, or a half of one, as bytes. @returns where they end */
export function writeHash(hash: string, bytes: Buffer, at: number): number {
  const end = at + bytes.write(hash.slice(0, keyedLength), at, halfBytes, 'base64url');
  return hash.length > keyedLength ? writeHash(hash.slice(keyedLength), bytes, at + halfBytes) : end;
}

/** The hash whose bytes begin there, as text: that of any hash with these bytes, which differ in what is not kept. */
export function hashIn(bytes: Buffer, at: number): string {
  const middle = at + halfBytes;
  return bytes.toString('base64url', at, middle) + bytes.toString('base64url', middle, middle + halfBytes);
}
