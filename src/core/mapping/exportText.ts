import { csvRecord, forSpreadsheet, phoneForSpreadsheet } from '../csv';

/** A column of a table that is exported. */
export interface ExportColumn<Row> {
  readonly name: string;
  /** Whether it holds numbers or prefixes, whose leading plus stays. */
  readonly isPhone?: boolean;
  readonly valueOf: (row: Row) => string;
}

/** Rows that are written without a pause: less than a millisecond for rows of usual length. */
const rowsAtOnce = 200;

/** Without it some spreadsheets take UTF-8 for another encoding. */
const byteOrderMark = '\uFEFF';

/**
 * A table as CSV (RFC 4180) that a spreadsheet opens and does not run: what it holds comes back without loss by any
 * reader and {@link fromSpreadsheet}. In pieces, for `runInSlices`.
 */
export function* exportCsv<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
): Generator<string, true> {
  yield `${byteOrderMark}${csvRecord(columns.map(({ name }) => name))}\r\n`;
  yield* inPieces(rows, (row) => {
    const cells = columns.map((column) =>
      (column.isPhone ? phoneForSpreadsheet : forSpreadsheet)(column.valueOf(row)),
    );
    return `${csvRecord(cells)}\r\n`;
  });
  return true;
}

/**
 * An object whose last property is `rows`, as JSON with a row on each line. In pieces, for `runInSlices`.
 * @param about its other properties
 */
export function* exportJson<Row>(
  about: Readonly<Record<string, unknown>>,
  rows: Iterable<Row>,
  objectOf: (row: Row) => unknown,
): Generator<string, true> {
  const properties = Object.entries(about).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  yield `{\n${properties.join('')}"rows": [`;
  let separator = '\n';
  yield* inPieces(rows, (row) => {
    const text = separator + JSON.stringify(objectOf(row));
    separator = ',\n';
    return text;
  });
  yield '\n]\n}\n';
  return true;
}

function* inPieces<Row>(rows: Iterable<Row>, textOf: (row: Row) => string): Generator<string> {
  let texts: string[] = [];
  for (const row of rows) {
    texts.push(textOf(row));
    if (texts.length < rowsAtOnce) continue;
    yield texts.join('');
    texts = [];
  }
  yield texts.join('');
}
