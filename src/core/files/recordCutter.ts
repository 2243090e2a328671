const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = '\uFEFF';

/** Where the next character is: first in its cell, within quotes, behind a quote within quotes, or elsewhere. */
type State = 'start' | 'quoted' | 'behindQuote' | 'text';

/** Whole records, one behind the other, line breaks included; or no text at all. */
export interface CutRecords {
  /** As in the file, but for CRs that end a record: they are line feeds here, so that `scan` sees them as line breaks. */
  readonly text: string;
  /** The offsets of those in the text. */
  readonly returns: readonly number[];
}

const nothing: CutRecords = { text: '', returns: [] };

/**
 * Cuts a text that comes in pieces between records, by the rules of `scan`: a record ends with a line feed that is not
 * within quotes, and a quote opens quotes only as the first character of a cell. Besides, a CR without a line feed ends
 * a record, as it does in an editor, which makes the same line break of it as of the others.
 */
export class RecordCutter {
  private readonly delimiter: number;
  private state: State = 'start';
  private isAtStart = true;
  private begun: string[] = [];
  /** The last character if it is a CR: it may be half of a line break. */
  private heldReturn = '';

  /** Length of {@link rest}. */
  restLength = 0;

  /** @param delimiter one UTF-16 code unit */
  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** What has come of the record that is not complete; '' when there is none. A CR at its end may be left out. */
  get rest(): string {
    return this.begun.join('');
  }

  /** The same when it ends within quotes, `undefined` when not. A quote at its end, which may close them, is left out. */
  get quotedRest(): string | undefined {
    if (this.state === 'quoted') return this.rest;
    return this.state === 'behindQuote' ? this.rest.slice(0, -1) : undefined;
  }

  /** Takes the next piece; gives all records that are complete with it. */
  push(piece: string): CutRecords {
    const text = this.heldReturn + piece;
    this.heldReturn = text.endsWith('\r') ? '\r' : '';
    return this.take(text.slice(0, text.length - this.heldReturn.length));
  }

  /** Gives what is left when nothing more comes. */
  end(): CutRecords {
    const { text, returns } = this.take(this.heldReturn);
    return { text: text + this.rest, returns };
  }

  /** @param text without half a line break at its end */
  private take(text: string): CutRecords {
    const { end, returns } = this.readOn(text);
    if (end === 0) {
      this.begun.push(text);
      this.restLength += text.length;
      return nothing;
    }
    const before = this.restLength;
    const records = this.rest + withFeeds(text.slice(0, end), returns);
    this.begun = [text.slice(end)];
    this.restLength = text.length - end;
    return { text: records, returns: returns.map((at) => before + at) };
  }

  /**
   * Reads on to the end of the text.
   * @returns the offset behind the last record that ends in it, 0 when none does; and those of CRs that end one
   */
  private readOn(text: string): { readonly end: number; readonly returns: readonly number[] } {
    let { state } = this;
    let end = 0;
    const returns: number[] = [];
    let at = this.isAtStart && text.startsWith(byteOrderMark) ? 1 : 0;
    this.isAtStart &&= text === '';
    while (at < text.length) {
      if (state === 'quoted') {
        const next = text.indexOf('"', at);
        if (next < 0) break;
        state = 'behindQuote';
        at = next + 1;
        continue;
      }
      const unit = text.charCodeAt(at++);
      if (unit === lineFeed) {
        state = 'start';
        end = at;
      } else if (unit === carriageReturn && text.charCodeAt(at) !== lineFeed) {
        returns.push(at - 1);
        state = 'start';
        end = at;
      } else if (unit === this.delimiter) state = 'start';
      // Two quotes within quotes are one.
      else state = unit === quote && state !== 'text' ? 'quoted' : 'text';
    }
    this.state = state;
    return { end, returns };
  }
}

function withFeeds(text: string, returns: readonly number[]): string {
  let result = '';
  let from = 0;
  for (const at of returns) {
    result += `${text.slice(from, at)}\n`;
    from = at + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}
