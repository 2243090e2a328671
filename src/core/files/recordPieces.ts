import { recogniseDelimiter, sampledLength } from '../checks';
import { scan } from '../csv';
import { FileError } from './fileProblem';
import { lineStarts, type Stretch } from './lines';
import { RecordCutter, type CutRecords } from './recordCutter';
import { readUtf8File, type RawReading } from './utf8File';

/** Whole records of a file. The header is the first one of the first piece. */
export interface Piece extends CutRecords, Stretch {
  /** What separates the cells of the file. */
  readonly delimiter: string;
  /** Whether its last record goes on in the file, no longer to be read: a quote in it is never closed. */
  readonly isCutShort: boolean;
  /** The start of the file, by which its delimiter and its columns are recognised. */
  readonly sample: string;
}

/** How a file is cut up, in UTF-16 units. */
export interface Cutting {
  /** How much text is taken at a time. */
  readonly step: number;
  /** How much is read of a record that does not end. */
  readonly longestRecord: number;
}

const usualCutting: Cutting = { step: 0x1_0000, longestRecord: 0x100_0000 };

/** More than `recogniseDelimiter` looks at, and `readHeader`. */
const sampleLength = sampledLength + 1;

/**
 * Reads a file in pieces, by the rules of `scan` and with the delimiter that `readSheet` would find. An empty file gives
 * nothing. Where a quote is never closed, the last piece ends with the line on which it is, and the rest is not read.
 *
 * @throws FileError as `readUtf8File` does, and with the reason `recordTooLong` for one without such a quote
 */
export async function* readPieces(
  path: string,
  reading: RawReading,
  cutting: Partial<Cutting> = {},
): AsyncGenerator<Piece, void> {
  let pieces: Pieces | undefined;
  let text = '';
  for await (const bytes of readUtf8File(path, reading)) {
    text += bytes.toString();
    if (pieces === undefined && text.length < sampleLength) continue;
    pieces ??= new Pieces(text, { ...usualCutting, ...cutting });
    yield* pieces.take(text);
    if (pieces.isAtEnd) return;
    text = '';
  }
  pieces ??= new Pieces(text, { ...usualCutting, ...cutting });
  yield* pieces.take(text);
  yield* pieces.end();
}

class Pieces {
  /** Whether nothing behind what was taken is wanted. */
  isAtEnd = false;
  private readonly cutter: RecordCutter;
  private readonly delimiter: string;
  private line = 1;

  private readonly sample: string;

  /** @param start of the file: see {@link Piece.sample} */
  constructor(
    start: string,
    private readonly cutting: Cutting,
  ) {
    // Its lines may end with a CR, which an editor would not leave.
    this.sample = start.replace(/\r(?!\n)/g, '\n');
    this.delimiter = recogniseDelimiter(this.sample);
    this.cutter = new RecordCutter(this.delimiter);
  }

  *take(text: string): Generator<Piece, void> {
    const { step, longestRecord } = this.cutting;
    for (let at = 0; at < text.length; at += step) {
      yield* this.piece(this.cutter.push(text.slice(at, at + step)));
      if (this.cutter.restLength <= longestRecord) continue;
      this.isAtEnd = true;
      return yield* this.piece({ text: this.beginning(), returns: [] }, true);
    }
  }

  *end(): Generator<Piece, void> {
    if (!this.isAtEnd) yield* this.piece(this.cutter.end());
  }

  private *piece({ text, returns }: CutRecords, isCutShort = false): Generator<Piece, void> {
    if (text === '') return;
    const starts = lineStarts(text);
    const { delimiter, sample, line } = this;
    yield { text, returns, delimiter, sample, line, lineStarts: starts, isCutShort };
    this.line += starts.length - 1;
  }

  /** The record that does not end, up to the end of the line with the quote that swallows what is behind. */
  private beginning(): string {
    const { quotedRest } = this.cutter;
    const unclosed =
      quotedRest === undefined ? undefined : scan(quotedRest, this.delimiter).quoteProblems.at(-1);
    if (quotedRest === undefined || unclosed === undefined) {
      throw new FileError({ reason: 'recordTooLong', line: this.line });
    }
    return quotedRest.slice(0, unclosed.range.end);
  }
}
