import { isUtf8 } from 'node:buffer';

const byteOrderMark = Buffer.from('\uFEFF');
const noBytes = Buffer.alloc(0);

/**
 * Cuts the bytes of a file, read piece by piece, into stretches of whole characters, and finds what is not UTF-8. The
 * bytes are tested before they are decoded: a decoder that is strict itself takes many times as long as both.
 */
export class Utf8Cutter {
  /** The first bytes of a character whose last ones have not come yet. */
  private held: Buffer = noBytes;
  private offset = 0;

  /**
   * Takes the next bytes.
   * @returns the whole characters up to their end, the byte order mark of the file left out; and, when a byte cannot
   *   be UTF-8, the offset in the file of the first that cannot: the characters are then those before it
   */
  take(bytes: Buffer): { readonly characters: Buffer; readonly badOffset?: number } {
    const all = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes]);
    const whole = all.subarray(0, all.length - heldBack(all));
    const start = this.offset;
    this.held = all.subarray(whole.length);
    this.offset += whole.length;
    const hasMark = start === 0 && whole.subarray(0, byteOrderMark.length).equals(byteOrderMark);
    const from = hasMark ? byteOrderMark.length : 0;
    if (isUtf8(whole)) return { characters: whole.subarray(from) };
    const bad = firstBadByte(whole);
    return { characters: whole.subarray(from, bad), badOffset: start + bad };
  }

  /** At the end of the file: the offset of a character that it cuts short, if it does. */
  end(): number | undefined {
    return this.held.length > 0 ? this.offset : undefined;
  }
}

/** How many bytes at the end begin a character that goes on behind it; 3 at the most. */
function heldBack(bytes: Buffer): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes.at(-back) ?? 0;
    if (byte < 0x80) return 0;
    // 10xxxxxx goes on with a character that another byte began.
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/** Offset of the first byte of what is not UTF-8. Decoded, it becomes U+FFFD; encoded again, that is another byte. */
function firstBadByte(bytes: Buffer): number {
  const mended = Buffer.from(bytes.toString());
  let at = 0;
  while (bytes[at] === mended[at]) at++;
  // It may have started like U+FFFD itself.
  while (((mended[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** How much of a file is looked at for NULs, in bytes. */
export const utf16SampleBytes = 512;

/**
 * Whether a file that starts so is UTF-16. It says so by its byte order mark, or has NULs in most of every other byte: a
 * contact list starts with ASCII letters.
 */
export function isUtf16(start: Buffer): boolean {
  const mark = start.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return true;
  const isNul = (parity: number) => (byte: number, at: number) => byte === 0 && at % 2 === parity;
  const even = start.filter(isNul(0)).length;
  const odd = start.filter(isNul(1)).length;
  return Math.min(even, odd) === 0 && Math.max(even, odd) * 4 > start.length;
}
