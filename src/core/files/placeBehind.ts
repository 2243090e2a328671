import { lineStarts } from './lines';
import type { Place } from './fileProblem';

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
