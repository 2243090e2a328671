import { ContactSheet } from '../checks';
import { scan } from '../csv';
import { Places } from './lines';
import type { Piece } from './recordPieces';

/** What ends a record in a file; nothing may end the last one. */
export type LineBreak = '\n' | '\r\n' | '\r' | '';

/** The start of a file, whose header is above each further piece. */
export interface Head {
  readonly sheet: ContactSheet;
  /** The header with its line break. */
  readonly header: string;
}

/** A piece of a file as a sheet of its own: the file's header, and the piece's records. */
export class PieceSheet {
  readonly sheet: ContactSheet;
  readonly places: Places;
  /** Where the piece starts, in UTF-16 units: behind the header, unless that is a part of it. */
  readonly start: number;
  private readonly returns: ReadonlySet<number>;

  /**
   * @param head of the file; absent for its first piece
   */
  constructor(
    readonly piece: Piece,
    head?: Head,
  ) {
    const header = head?.header ?? '';
    this.start = header.length;
    this.returns = new Set(piece.returns);
    // What the columns hold is told from more than the first piece may have.
    const before = head?.sheet ?? new ContactSheet(scan(piece.sample, piece.delimiter));
    this.sheet = new ContactSheet(scan(header + piece.text, piece.delimiter), before, undefined, true);
    this.places = new Places(piece, header.length);
  }

  /** The head that the first piece of a file has. */
  get head(): Head {
    const { table } = this.sheet;
    const { text } = this.piece;
    return {
      sheet: this.sheet,
      header: table.recordCount > 1 ? text.slice(0, table.recordRange(1).start) : text,
    };
  }

  /** The line break behind a record of the piece, as it is in the file. */
  lineBreak(record: number): LineBreak {
    const { table } = this.sheet;
    const { end } = table.recordRange(record);
    const next = record + 1 < table.recordCount ? table.recordRange(record + 1).start : table.length;
    if (next - end === 2) return '\r\n';
    if (next === end) return '';
    return this.returns.has(end - this.start) ? '\r' : '\n';
  }

  /** Whether a record of it ends with CRLF. */
  get hasCrlf(): boolean {
    // Most files have the one or the other throughout; a cell may have either.
    if (!this.piece.text.includes('\r\n')) return false;
    for (let record = 0; record < this.sheet.recordCount; record++) {
      if (this.lineBreak(record) === '\r\n') return true;
    }
    return false;
  }
}
