/** Deeper nothing is documented, by far. */
const deepest = 32;
/** What one entry may have at most: a documented contact has four objects and lists, and some twenty fields. */
const perEntry = { containers: 8, values: 200 } as const;
/** What an answer may have beside its entries. */
const beside = { containers: 1_000, values: 50_000 } as const;

const [quote, backslash, comma, space] = [0x22, 0x5c, 0x2c, 0x20];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const byteOrderMark: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf]);

/** Where the next byte is that may end a text; behind the last one, if there is none. */
function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== quote && bytes[at] !== backslash) at++;
  return at;
}

/**
 * Looks at the bytes of an answer as they come, and tells whether JSON.parse would make more of them than can belong to
 * it: a few bytes are an object, which takes fifty times as much memory. Knows of JSON only strings and brackets; an
 * answer that is something else, such as a page, passes.
 */
export class AnswerGuard {
  private readonly most: { readonly containers: number; readonly values: number };
  private state: 'before' | 'outside' | 'string' | 'escape' | 'other' = 'before';
  private depth = 0;
  private containers = 0;
  private values = 0;

  /** @param entries how many contacts the answer may have */
  constructor(entries: number) {
    this.most = {
      containers: beside.containers + perEntry.containers * entries,
      values: beside.values + perEntry.values * entries,
    };
  }

  /** Looks at the next bytes. False when the answer is too much. */
  accepts(bytes: Uint8Array): boolean {
    // Not by an iterator, which makes an object for each byte: gigabytes for the answers of a long import.
    for (let at = 0; at < bytes.length; at++) {
      // Most of an answer is within texts.
      if (this.state === 'string') at = endOfText(bytes, at);
      const byte = bytes[at];
      if (byte !== undefined && !this.passes(byte)) return false;
    }
    return true;
  }

  private passes(byte: number): boolean {
    if (this.state === 'before') this.begin(byte);
    if (this.state === 'outside') return this.takes(byte);
    if (this.state === 'escape') this.state = 'string';
    else if (this.state === 'string') {
      if (byte === quote) this.state = 'outside';
      else if (byte === backslash) this.state = 'escape';
    }
    return true;
  }

  private begin(byte: number): void {
    if (byte === openList || byte === openObject) this.state = 'outside';
    else if (byte > space && !byteOrderMark.has(byte)) this.state = 'other';
  }

  private takes(byte: number): boolean {
    switch (byte) {
      case quote:
        this.state = 'string';
        return true;
      case openList:
      case openObject:
        return ++this.depth <= deepest && ++this.containers <= this.most.containers;
      case closeList:
      case closeObject:
        this.depth--;
        return true;
      case comma:
        return ++this.values <= this.most.values;
      default:
        return true;
    }
  }
}
