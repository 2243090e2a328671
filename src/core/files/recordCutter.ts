const quote = 0x22;
const lineFeed = 0x0a;
const byteOrderMark = '\uFEFF';

/** Where the next character stands: first in its cell, within quotes, behind a quote within quotes, or elsewhere. */
type State = 'start' | 'quoted' | 'behindQuote' | 'text';

/**
 * Cuts a text that comes in pieces between records, by the rules of `scan`: a record ends with a line feed that is not
 * within quotes, and a quote opens quotes only as the first character of a cell.
 */
export class RecordCutter {
  private readonly delimiter: number;
  private state: State = 'start';
  private isAtStart = true;
  private begun: string[] = [];

  /** Length of {@link rest}. */
  restLength = 0;

  /** @param delimiter one UTF-16 code unit */
  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** What has come of the record that is not complete; '' when there is none. */
  get rest(): string {
    return this.begun.join('');
  }

  /** The same when it ends within quotes, `undefined` when not. A quote at its end, which may close them, is left out. */
  get quotedRest(): string | undefined {
    if (this.state === 'quoted') return this.rest;
    return this.state === 'behindQuote' ? this.rest.slice(0, -1) : undefined;
  }

  /** Takes the next piece; gives all records that are complete with it, line breaks included, or '' when none is. */
  push(piece: string): string {
    const end = this.endOfRecords(piece);
    if (end === 0) {
      this.begun.push(piece);
      this.restLength += piece.length;
      return '';
    }
    const records = this.rest + piece.slice(0, end);
    this.begun = [piece.slice(end)];
    this.restLength = piece.length - end;
    return records;
  }

  /** Reads on to the end of the piece. Gives the offset behind the last record that ends in it, 0 when none does. */
  private endOfRecords(piece: string): number {
    let { state } = this;
    let end = 0;
    let at = this.isAtStart && piece.startsWith(byteOrderMark) ? 1 : 0;
    this.isAtStart &&= piece === '';
    while (at < piece.length) {
      if (state === 'quoted') {
        const next = piece.indexOf('"', at);
        if (next < 0) break;
        state = 'behindQuote';
        at = next + 1;
        continue;
      }
      const unit = piece.charCodeAt(at++);
      if (unit === lineFeed) {
        state = 'start';
        end = at;
      } else if (unit === this.delimiter) state = 'start';
      // Two quotes within quotes stand for one.
      else state = unit === quote && state !== 'text' ? 'quoted' : 'text';
    }
    this.state = state;
    return end;
  }
}
