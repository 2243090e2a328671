import { csvRecord, forSpreadsheet, phoneForSpreadsheet } from '../csv';

/** A column of rows that are copied. */
export interface CopyColumn {
  /** As the table heads it. */
  readonly heading: string;
  /** The property that has it in JSON. */
  readonly name: string;
  /** Whether it holds numbers or prefixes, whose leading plus stays. */
  readonly isPhone: boolean;
  /** Whether it is a number in JSON, and `null` where it is empty. */
  readonly isNumber?: boolean;
}

/**
 * Rows of a table as text for the clipboard; a spreadsheet runs nothing of it. TSV is what spreadsheets paste into cells:
 * those of the rows alone. CSV, with the headings, and JSON are for a file of their own.
 * @param rows as many cells as there are columns
 */
export function copyText(
  form: 'tsv' | 'csv' | 'json',
  columns: readonly CopyColumn[],
  rows: readonly (readonly string[])[],
): string {
  if (form === 'json') {
    const objects = rows.map((cells) =>
      Object.fromEntries(
        columns.map(({ name, isNumber }, place) => {
          const cell = cells[place] ?? '';
          return [name, isNumber ? (cell === '' ? null : Number(cell)) : cell] as const;
        }),
      ),
    );
    return `${JSON.stringify(objects, undefined, 2)}\n`;
  }
  const safe = rows.map((cells) =>
    cells.map((cell, place) => (columns[place]?.isPhone ? phoneForSpreadsheet : forSpreadsheet)(cell)),
  );
  if (form === 'tsv') return safe.map((cells) => `${cells.map(tsvCell).join('\t')}\n`).join('');
  return [columns.map(({ heading }) => heading), ...safe].map((cells) => `${csvRecord(cells)}\r\n`).join('');
}

/** As spreadsheets themselves put cells on the clipboard. */
function tsvCell(value: string): string {
  return /["\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
