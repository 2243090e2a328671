import { ContactSheet } from '../checks/sheet';
import { reasonColumn } from '../contact/columns';
import type { ContactValues } from '../contact/contact';
import { isBlankText } from '../contact/text';
import { scan } from '../csv/scan';
import { csvRecord } from '../csv/csvRecord';
import { lineStarts } from './lines';
import { valuesReader, type ReadValues } from './rowValues';

/** A character that is certainly seen, and belongs to no CSV record as such. */
const visible = /[!#-+\--~]/;

/** A row of a file on disk. */
export interface FileRow {
  /** 1-based line of the file on which the row starts; lines are those of VS Code. */
  readonly line: number;
  /** Its values in the contact columns, whatever name the header gives them, exactly as they are in the file. */
  readonly values: ContactValues;
  /** The row as CSV text with the file's columns but `reason`, without a line break. */
  readonly record: string;
  /** Whether it has more or fewer cells than the header, so that values may stand in wrong columns. */
  readonly isRagged: boolean;
}

/** Makes rows of a file's records. Needs all of them, in order: it counts their lines. */
export class RowReader {
  /** The header as CSV text, without {@link reasonColumn} and a line break. */
  readonly header: string;
  /** 1-based line on which the next record starts. */
  nextLine: number;

  /** Cells of a record that is not ragged. */
  private readonly width: number;
  /** Fields that are left out. */
  private readonly left: ReadonlySet<number>;
  /** What such a record looks like when none of its cells needs quotes: 99 of 100 do, and one look shows it. */
  private readonly plain: RegExp;
  private readonly valuesOf: ReadValues;

  /** @param header the file's first record, as values */
  constructor(header: readonly string[]) {
    this.width = header.length;
    this.left = new Set([...header.keys()].filter((field) => header[field] === reasonColumn));
    this.plain = new RegExp(`^[^",\\r\\n]*(?:,[^",\\r\\n]*){${this.width - 1}}$`);
    this.header = csvRecord(this.sent(header));
    this.valuesOf = valuesReader(new ContactSheet(scan(this.header)).fieldOf);
    this.nextLine = 1 + lineStarts(csvRecord(header)).length;
  }

  /** The rows that the next records are. Where nothing is seen is none, as `ContactSheet.isRow` tells it. */
  rows(records: readonly (readonly string[])[]): readonly FileRow[] {
    const rows: FileRow[] = [];
    for (const record of records) {
      const line = this.nextLine;
      const isRagged = record.length !== this.width;
      const joined = record.join();
      const isPlain = !isRagged && this.plain.test(joined);
      const whole = isPlain ? joined : csvRecord(record);
      this.nextLine += isPlain ? 1 : lineStarts(whole).length;
      const cells = this.sent(record);
      const text = cells === record ? whole : csvRecord(cells);
      if (!visible.test(text) && cells.every(isBlankText)) continue;
      rows.push({ line, values: this.valuesOf(cells, isRagged), record: text, isRagged });
    }
    return rows;
  }

  private sent(record: readonly string[]): readonly string[] {
    return this.left.size === 0 ? record : record.filter((_, field) => !this.left.has(field));
  }
}
