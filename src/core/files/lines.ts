import type { Place } from './fileProblem';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Offsets at which the lines of a text start, the 0 of the first one included. A line ends with CRLF, LF or a lone CR,
 * as in VS Code, so that a line has the number that the editor shows.
 */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > carriageReturn) continue;
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) {
      starts.push(at + 1);
    }
  }
  return starts;
}

/** A stretch of a file. */
export interface Stretch {
  /** 1-based line of the file on which it starts. */
  readonly line: number;
  /** Where its lines start, in UTF-16 units from its own start. */
  readonly lineStarts: readonly number[];
}

/** Where in a file the offsets of a text are that ends with a stretch of it. */
export class Places {
  /** @param shift how much text, in UTF-16 units, is in front of the stretch */
  constructor(
    private readonly stretch: Stretch,
    private readonly shift: number,
  ) {}

  /** The line and column of an offset that is not before the stretch. */
  at(offset: number): Place {
    const { line, lineStarts } = this.stretch;
    const inStretch = offset - this.shift;
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? Infinity) <= inStretch) low = middle;
      else high = middle;
    }
    return { line: line + low, column: inStretch - (lineStarts[low] ?? 0) + 1 };
  }
}

/** The place at the end of a text that comes in pieces. */
export async function placeBehind(pieces: AsyncIterable<string>): Promise<Place> {
  let [line, column] = [1, 1];
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    // A CR at the end may be half of a line break.
    held = text.endsWith('\r') ? '\r' : '';
    const length = text.length - held.length;
    const starts = lineStarts(text.slice(0, length));
    const last = starts.at(-1) ?? 0;
    line += starts.length - 1;
    column = length - last + (starts.length > 1 ? 1 : column);
  }
  return held === '' ? { line, column } : { line: line + 1, column: 1 };
}
