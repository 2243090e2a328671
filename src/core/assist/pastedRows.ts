import { csvRecord, scan } from '../csv';
import { isBlankText } from '../contact';

/**
 * Cells that were copied in a spreadsheet, as records of a CSV with commas. On the clipboard they are separated by tabs,
 * and in quotes where one holds a line break.
 *
 * @returns `undefined` for a text without tabs, and for one that is blank
 */
export function pastedRows(clipboard: string): readonly string[] | undefined {
  if (!clipboard.includes('\t') || isBlankText(clipboard)) return undefined;
  const table = scan(clipboard, '\t');
  return Array.from({ length: table.recordCount }, (_, record) =>
    csvRecord(
      Array.from({ length: table.fieldCount(record) }, (_value, field) => table.value(record, field)),
    ),
  );
}

/**
 * What comes in where rows are pasted: lines of their own. `undefined` where pasting may mean text: anywhere but on an empty
 * line and at the end of the text.
 * @param line the text of the cursor's line
 * @param isAtEnd whether the cursor is at the end of the whole text
 */
export function rowsText(rows: readonly string[], line: string, isAtEnd: boolean): string | undefined {
  const text = rows.join('\n');
  if (line === '') return isAtEnd ? `${text}\n` : text;
  return isAtEnd ? `\n${text}\n` : undefined;
}
