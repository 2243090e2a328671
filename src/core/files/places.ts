import type { Piece } from './recordPieces';
import type { Place } from './fileProblem';

/** Where in a file the offsets of a text are that ends with a piece of it. */
export class Places {
  /** @param shift how much text, in UTF-16 units, stands before the piece */
  constructor(
    private readonly piece: Pick<Piece, 'line' | 'lineStarts'>,
    private readonly shift: number,
  ) {}

  /** The line and column of an offset that is not before the piece. */
  at(offset: number): Place {
    const { line, lineStarts } = this.piece;
    const inPiece = offset - this.shift;
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? Infinity) <= inPiece) low = middle;
      else high = middle;
    }
    return { line: line + low, column: inPiece - (lineStarts[low] ?? 0) + 1 };
  }
}
