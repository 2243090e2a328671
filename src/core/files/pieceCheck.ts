import {
  byKind,
  type CheckOptions,
  ColumnCounts,
  duplicatePhone,
  examine,
  prefixedCodes,
  rulesFor,
} from '../checks';
import { askedDetached } from './detached';
import { RepeatedNumbers } from './firstLines';
import { PlacedFindings } from './placedFindings';
import { PieceSheet } from './pieceSheet';
import type { Piece } from './recordPieces';

/** Checks a file that comes in pieces, each as a sheet of its own: the header and the piece's records. */
export class PieceCheck {
  /** Rows of the list so far: neither the header nor blank lines. */
  rows = 0;
  /** Whether a record so far ends with CRLF. */
  hasCrlf = false;
  readonly tally: PlacedFindings;
  readonly numbers: RepeatedNumbers;
  private readonly column = new ColumnCounts();
  private readonly options: CheckOptions;
  private firstPiece: PieceSheet | undefined;

  /** @param bytes size of the file */
  constructor(options: CheckOptions, bytes: number) {
    this.options = { ...options, phones: askedDetached(options.phones) };
    this.numbers = new RepeatedNumbers(bytes);
    this.tally = new PlacedFindings(options.settings, options.limit);
  }

  /** The first piece, which has the header; that of an empty file before any has come. */
  get first(): PieceSheet {
    return this.firstPiece ?? new PieceSheet(noPiece);
  }

  /** What the numbers so far say of their column: see `RuleNeeds`. */
  get prefixed(): ReadonlySet<string> {
    return prefixedCodes(this.column);
  }

  /** Applies the rules for records and rows to the next piece. A generator as `check` is one. */
  *take(piece: Piece): Generator<undefined, void> {
    const next = new PieceSheet(piece, this.firstPiece?.head);
    this.firstPiece ??= next;
    this.hasCrlf ||= next.hasCrlf;
    const rules = rulesFor(next.sheet, this.options).map((rule) =>
      rule === duplicatePhone ? this.numbers.rule(next.places) : rule,
    );
    this.rows += yield* examine(next.sheet, [...rules, this.column.rule], this.options, {
      // What concerns the sheet is asked once, at the end.
      ofSheet: () => undefined,
      ofRecords: (finding) => {
        // What the header itself has was found in the first piece.
        if (finding.range.start < next.start) return;
        if (finding.code === 'csv.encoding') {
          this.tally.wrongCell(finding, next.places);
          return;
        }
        const isRepeated = finding.code === 'phone.duplicate';
        this.tally.recordFinding(finding, next.places, isRepeated ? this.numbers.firstLine : undefined);
      },
    });
  }

  /** Applies the rules for the sheet, to the header and the number of all rows, when the last piece was taken. */
  end(): void {
    const { sheet, places } = this.first;
    for (const rule of byKind(rulesFor(sheet, this.options)).sheetRules) {
      rule.checkSheet(sheet, (finding) => this.tally.sheetFinding(finding, places), this.rows);
    }
    this.tally.end();
  }
}

const noPiece: Piece = {
  text: '',
  returns: [],
  sample: '',
  delimiter: ',',
  line: 1,
  lineStarts: [0],
  isCutShort: false,
};
