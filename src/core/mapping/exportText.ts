import { csvRecord, forSpreadsheet, phoneForSpreadsheet } from '../csv';

/** A column of a table that is exported. */
export interface ExportColumn<Row> {
  readonly name: string;
  /** Whether it holds numbers or prefixes, whose leading plus stays. */
  readonly isPhone?: boolean;
  readonly valueOf: (row: Row) => string;
}

/** Without it some spreadsheets take UTF-8 for another encoding. */
const byteOrderMark = '\uFEFF';

/** How rows are written. */
export interface TextForm<Row> {
  readonly head: string;
  readonly textOf: (row: Row, isFirst: boolean) => string;
  readonly end: string;
}

/**
 * A table as CSV (RFC 4180) that a spreadsheet opens and does not run: what it holds comes back without loss by any
 * reader and {@link fromSpreadsheet}.
 */
export function csvForm<Row>(columns: readonly ExportColumn<Row>[]): TextForm<Row> {
  return {
    head: `${byteOrderMark}${csvRecord(columns.map(({ name }) => name))}\r\n`,
    textOf: (row) => {
      const cells = columns.map((column) =>
        (column.isPhone ? phoneForSpreadsheet : forSpreadsheet)(column.valueOf(row)),
      );
      return `${csvRecord(cells)}\r\n`;
    },
    end: '',
  };
}

/**
 * An object whose last property is `rows`, as JSON with a row on each line.
 * @param about its other properties
 */
export function jsonForm<Row>(
  about: Readonly<Record<string, unknown>>,
  objectOf: (row: Row) => unknown,
): TextForm<Row> {
  const properties = Object.entries(about).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  return {
    head: `{\n${properties.join('')}"rows": [`,
    textOf: (row, isFirst) => `${isFirst ? '\n' : ',\n'}${JSON.stringify(objectOf(row))}`,
    end: '\n]\n}\n',
  };
}
