import type { ContactColumn } from '../contact';
import { formulaText, type OffsetRange, otherQuoteOf, otherQuotesIn } from '../csv';
import type { PhoneJudgement } from './phoneJudgement';
import { joinedCells } from './joinedRows';
import { plainValue } from './plainRow';
import type { ContactSheet } from './sheet';

/** One row of a sheet, as rules look at it: each value is cut out of the text once, though many rules want it. */
export class Row {
  /** How many cells it has, be they contact columns' or not. */
  readonly cellCount: number;
  /** What the numbering plans say of its number, once they were asked. */
  judgement: PhoneJudgement | undefined;
  /** Values by field, once they were asked for; `null` where there is none to judge. */
  private readonly values: (string | null)[] = [];
  /** The first cell that is a part of a value, by other quotes around it. */
  private dividedFrom: number | undefined;
  private broken: boolean | undefined;

  /** @param plainCells its values, if they are known: those of a plain row */
  constructor(
    readonly sheet: ContactSheet,
    readonly record: number,
    private readonly plainCells?: readonly string[],
  ) {
    this.cellCount = plainCells?.length ?? sheet.table.fieldCount(record);
  }

  /** All its cells. */
  get range(): OffsetRange {
    return this.sheet.table.recordRange(this.record);
  }

  /**
   * The value in that column, unquoted. `undefined` when the column or, in a short row, the cell is not there, and
   * when the cell has quotes of another kind, or is a formula: what such a cell holds, or where it ends, cannot be told.
   * So are the cells behind one that is divided by what such quotes hold, and all of a row {@link isBroken}.
   */
  value(column: ContactColumn): string | undefined {
    const field = this.sheet.fieldOf[column];
    if (field === undefined || field >= this.cellCount) return undefined;
    const { plainCells } = this;
    if (plainCells) return plainCells[field];
    const value = (this.values[field] ??= this.read(field));
    return value ?? undefined;
  }

  /** Whether there is a value in that column, and it is plain: see {@link plainValue}. */
  isPlain(column: ContactColumn): boolean {
    const value = this.value(column) ?? '';
    return this.plainCells ? value !== '' : plainValue.test(value);
  }

  /**
   * Whether a quote of it is broken, or joins it with another row: then it is not known which cell is in which column, and
   * nothing else is said of it before that is mended.
   */
  get isBroken(): boolean {
    const { sheet, record, plainCells } = this;
    if (plainCells) return false;
    return (this.broken ??=
      sheet.table.quoteProblemsOf(record).length > 0 || joinedCells(sheet, record).length > 0);
  }

  /** The cell in that column, which must be there. */
  cell(column: ContactColumn): OffsetRange {
    return this.sheet.table.fieldRange(this.record, this.sheet.fieldOf[column] ?? 0);
  }

  private read(field: number): string | null {
    const { table, headers } = this.sheet;
    if (this.isBroken) return null;
    const value = table.value(this.record, field);
    // Told of its first character, as every value is asked.
    const mayBeOdd = /^\s*['`=“”„‘’‚«»]/.test(value);
    if (mayBeOdd && (otherQuoteOf(value.trim()) !== undefined || formulaText(value) !== undefined))
      return null;
    if (this.cellCount <= headers.length) return value;
    this.dividedFrom ??=
      otherQuotesIn(table, this.record, headers.length).find(({ first, last }) => last > first)?.first ??
      Infinity;
    return field < this.dividedFrom ? value : null;
  }
}
