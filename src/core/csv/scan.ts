import { GrowingUint32Array } from './growing';
import { CsvTable, type QuoteProblem } from './table';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = 0xfeff;

/**
 * Finds every record and field of a CSV text in one pass (RFC 4180 with `,`; LF or CRLF, also mixed; a lone CR is
 * text; a byte order mark at the start belongs to no field).
 *
 * Never fails: what a strict reader would refuse is kept as a quote problem, and reading goes on. A stray quote is
 * taken as text; a field whose quote is never closed reaches to the end.
 *
 * @param text the whole text; offsets in the result are UTF-16 code units into it
 * @param delimiter one UTF-16 code unit
 */
export function scan(text: string, delimiter = ','): CsvTable {
  return new Scanner(text, delimiter.charCodeAt(0)).run();
}

class Scanner {
  private readonly fieldStarts: GrowingUint32Array;
  private readonly firstFields: GrowingUint32Array;
  private readonly recordEnds: GrowingUint32Array;
  private readonly quoteProblems: QuoteProblem[] = [];

  constructor(
    private readonly text: string,
    private readonly delimiter: number,
  ) {
    // A contact row is some 40 to 60 characters in six fields.
    this.fieldStarts = new GrowingUint32Array(text.length >> 3);
    this.firstFields = new GrowingUint32Array(text.length >> 5);
    this.recordEnds = new GrowingUint32Array(text.length >> 5);
  }

  run(): CsvTable {
    const { text } = this;
    let at = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
    while (at < text.length) at = this.record(at);
    return new CsvTable(text, String.fromCharCode(this.delimiter), {
      fieldStarts: this.fieldStarts.finish(),
      firstFields: this.firstFields.finish(),
      recordEnds: this.recordEnds.finish(),
      quoteProblems: this.quoteProblems,
    });
  }

  /** Reads the record that starts at `at`; returns where the next one does. */
  private record(at: number): number {
    const { text, delimiter } = this;
    this.firstFields.push(this.fieldStarts.length);
    for (;;) {
      this.fieldStarts.push(at);
      at = text.charCodeAt(at) === quote ? this.quotedField(at) : this.unquotedText(at);
      if (at < text.length && text.charCodeAt(at) === delimiter) {
        at++;
        continue;
      }
      this.recordEnds.push(at);
      if (text.charCodeAt(at) === carriageReturn) at++;
      return at + 1;
    }
  }

  /** Reads on to the delimiter or line break that ends an unquoted field; returns its offset. */
  private unquotedText(at: number): number {
    const { text, delimiter } = this;
    let reported = false;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === delimiter || unit === lineFeed) break;
      if (unit === carriageReturn && text.charCodeAt(at + 1) === lineFeed) break;
      if (unit === quote && !reported) {
        this.stray(at);
        reported = true;
      }
    }
    return at;
  }

  /** Reads a field that opens with a quote at `open`; returns the offset behind it. */
  private quotedField(open: number): number {
    const { text, delimiter } = this;
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
    if (close < 0) {
      this.quoteProblems.push({ kind: 'unclosed', range: { start: open, end: this.lineEnd(open) } });
      return text.length;
    }
    const behind = text.charCodeAt(close + 1);
    const ends =
      close + 1 === text.length ||
      behind === delimiter ||
      behind === lineFeed ||
      (behind === carriageReturn && text.charCodeAt(close + 2) === lineFeed);
    if (ends) return close + 1;
    this.stray(close);
    return this.restOfBrokenField(close + 1);
  }

  /** Text behind a closing quote: one report for the field is enough, so further quotes are passed over. */
  private restOfBrokenField(at: number): number {
    const before = this.quoteProblems.length;
    const end = this.unquotedText(at);
    this.quoteProblems.length = before;
    return end;
  }

  private stray(at: number): void {
    this.quoteProblems.push({ kind: 'stray', range: { start: at, end: at + 1 } });
  }

  private lineEnd(at: number): number {
    const feed = this.text.indexOf('\n', at);
    if (feed < 0) return this.text.length;
    return this.text.charCodeAt(feed - 1) === carriageReturn ? feed - 1 : feed;
  }
}
