import { sampledLength } from '../checks/header';
import { recogniseDelimiter } from '../checks/recogniseDelimiter';
import { scan } from '../csv/scan';
import { lineStarts } from './lines';
import { readUtf8File, type FileReading } from './utf8File';
import { FileError } from './fileProblem';
import { RecordCutter } from './recordCutter';

/** Whole records of a file, one behind the other. The header is the first one of the first piece. */
export interface Piece {
  readonly text: string;
  /** What divides the cells of the file. */
  readonly delimiter: string;
  /** The start of the file, by which its delimiter and its columns are recognised. */
  readonly sample: string;
  /** 1-based line of the file on which it starts. */
  readonly line: number;
  /** Where its lines start, in UTF-16 units from its own start. */
  readonly lineStarts: readonly number[];
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
 * nothing. Where a quote is never closed, the last piece ends with the line that it stands on, and the rest is not read.
 *
 * @throws DiskError as `openDiskCsv` does, and with the reason `csv` for a record that is too long without such a quote
 */
export async function* readPieces(
  path: string,
  reading: FileReading,
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

  /** @param sample see {@link Piece} */
  constructor(
    private readonly sample: string,
    private readonly cutting: Cutting,
  ) {
    this.delimiter = recogniseDelimiter(sample);
    this.cutter = new RecordCutter(this.delimiter);
  }

  *take(text: string): Generator<Piece, void> {
    const { step, longestRecord } = this.cutting;
    for (let at = 0; at < text.length; at += step) {
      yield* this.piece(this.cutter.push(text.slice(at, at + step)));
      if (this.cutter.restLength <= longestRecord) continue;
      this.isAtEnd = true;
      return yield* this.piece(this.beginning());
    }
  }

  *end(): Generator<Piece, void> {
    if (!this.isAtEnd) yield* this.piece(this.cutter.rest);
  }

  private *piece(text: string): Generator<Piece, void> {
    if (text === '') return;
    const starts = lineStarts(text);
    const { delimiter, sample, line } = this;
    yield { text, delimiter, sample, line, lineStarts: starts };
    this.line += starts.length - 1;
  }

  /** The record that does not end, up to the end of the line on which the quote stands that swallows what is behind. */
  private beginning(): string {
    const { quotedRest } = this.cutter;
    const unclosed =
      quotedRest === undefined ? undefined : scan(quotedRest, this.delimiter).quoteProblems.at(-1);
    if (quotedRest === undefined || unclosed === undefined) {
      throw new FileError({ reason: 'csv', code: 'CSV_MAX_RECORD_SIZE', line: this.line });
    }
    return quotedRest.slice(0, unclosed.range.end);
  }
}
