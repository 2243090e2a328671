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
