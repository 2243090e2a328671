import { rulesFor, type CheckOptions } from '../checks/check';
import { byKind, examine } from '../checks/examine';
import { duplicatePhone } from '../checks/rules/duplicatePhone';
import { ContactSheet } from '../checks/sheet';
import { scan } from '../csv/scan';
import { askedDetached } from './detached';
import { PlacedFindings } from './placedFindings';
import type { Piece } from './recordPieces';
import { Places } from './places';
import { RepeatedNumbers } from './repeatedNumbers';

/** The start of a file. Its header stands above each piece that is checked. */
interface Head {
  readonly sheet: ContactSheet;
  readonly places: Places;
  /** The header with its line break. */
  readonly header: string;
}

/** Checks a file that comes in pieces, each as a sheet of its own: the header and the piece's records. */
export class PieceCheck {
  /** Rows of the list so far: neither the header nor blank lines. */
  rows = 0;
  readonly tally: PlacedFindings;
  readonly numbers: RepeatedNumbers;
  private readonly options: CheckOptions;
  private head: Head | undefined;

  /** @param bytes size of the file */
  constructor(options: CheckOptions, bytes: number) {
    this.options = { ...options, phones: askedDetached(options.phones) };
    this.numbers = new RepeatedNumbers(bytes);
    this.tally = new PlacedFindings(options.settings, options.limit);
  }

  /** Applies the rules for records and rows to the next piece. A generator as `check` is one. */
  *take(piece: Piece): Generator<undefined, void> {
    const header = this.head?.header ?? '';
    const said = this.options.forSending === true ? 'list' : undefined;
    const { delimiter } = piece;
    // What the columns hold is told from more than the first piece may have.
    const before = this.head?.sheet ?? new ContactSheet(scan(piece.sample, delimiter), undefined, said);
    const sheet = new ContactSheet(scan(header + piece.text, delimiter), before, said);
    const places = new Places(piece, header.length);
    this.head ??= { sheet, places, header: headerOf(sheet, piece.text) };
    const rules = rulesFor(sheet, this.options).map((rule) =>
      rule === duplicatePhone ? this.numbers.rule(places) : rule,
    );
    this.rows += yield* examine(sheet, rules, this.options, {
      // What concerns the sheet is asked once, at the end.
      ofSheet: () => undefined,
      ofRecords: (finding) => {
        // What the header itself has was found in the first piece.
        if (finding.range.start < header.length) return;
        const isRepeated = finding.code === 'phone.duplicate';
        this.tally.recordFinding(finding, places, isRepeated ? this.numbers.firstLine : undefined);
      },
    });
  }

  /** Applies the rules for the sheet, to the header and the number of all rows, when the last piece was taken. */
  end(): void {
    const { sheet, places } = this.head ?? emptyHead();
    for (const rule of byKind(rulesFor(sheet, this.options)).sheetRules) {
      rule.checkSheet(sheet, (finding) => this.tally.sheetFinding(finding, places), this.rows);
    }
  }
}

function headerOf({ table }: ContactSheet, text: string): string {
  return table.recordCount > 1 ? text.slice(0, table.recordRange(1).start) : text;
}

function emptyHead(): Head {
  const places = new Places({ line: 1, lineStarts: [0] }, 0);
  return { sheet: new ContactSheet(scan('')), places, header: '' };
}
