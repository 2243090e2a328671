import type { ContactSheet } from '../checks';
import { callingCodeDigits, type ContactColumn } from '../contact';
import type { CsvTable } from '../csv';
import { endsInsideQuote, type Cell } from './cells';
import { columnByContent } from './columnByContent';
import { addColumns, removeColumns, type NewColumn } from './columns';
import type { Fix, FixKind, TextEdit } from './fix';
import { valueFixes, wholeFix } from './fixOf';
import type { Steps } from './steps';

/** Takes a column away. */
export function removeColumnFixes(table: CsvTable, header: Cell | undefined): readonly Fix[] {
  if (header?.record !== 0 || endsInsideQuote(table)) return [];
  return [wholeFix('removeColumn', () => removeColumns(table, [header.field]))];
}

/** Columns in which one value for every row makes sense: the names and numbers of all contacts are never the same. */
const fillable: readonly ContactColumn[] = ['cellPhoneCountryCode', 'salutation', 'cellPhoneExtension'];

/** Adds the columns that a header lacks, the most useful way first. */
export function missingColumnsFixes(sheet: ContactSheet, columns: readonly ContactColumn[]): readonly Fix[] {
  const { table } = sheet;
  // A blank line names no columns, and none can be added to it.
  if (endsInsideQuote(table) || table.isBlank(0)) return [];
  const add = (kind: FixKind, valueOf: (name: ContactColumn) => NewColumn['value']) =>
    wholeFix(kind, () =>
      addColumns(
        table,
        columns.map((name) => ({ name, value: valueOf(name) })),
      ),
    );
  const fill = fillable
    .filter((column) => columns.includes(column))
    .map((column): Fix => ({ ...wholeFix('fillColumn', fillWith(table, column)), asks: column }));
  const likeCode =
    columns.includes('cellPhoneExtension') && sheet.fieldOf.cellPhoneCountryCode !== undefined
      ? [
          add('addColumnsLikeCode', (name) =>
            name === 'cellPhoneExtension' ? (record) => codeOf(sheet, record) ?? '' : '',
          ),
        ]
      : [];
  const empty = add('addColumns', () => '');
  const isCodeMissing = columns.includes('cellPhoneCountryCode');
  return isCodeMissing ? [...fill, empty] : [...likeCode, empty, ...fill];
}

function fillWith(table: CsvTable, column: ContactColumn) {
  return function* (answer?: string): Steps<readonly TextEdit[]> {
    return answer === undefined ? [] : yield* addColumns(table, [{ name: column, value: answer }]);
  };
}

/** The row's country code as the API page writes it; `undefined` when it has none, or its letters must be read first. */
export function codeOf(sheet: ContactSheet, record: number): string | undefined {
  const digits = callingCodeDigits(sheet.value(record, 'cellPhoneCountryCode') ?? '');
  return digits === undefined ? undefined : `+${digits}`;
}

/** Names a column by what it holds. */
export function renameFixes(sheet: ContactSheet, header: Cell | undefined): readonly Fix[] {
  const column = header && columnByContent(sheet, header.field);
  if (column === undefined) return [];
  const fixes = valueFixes(sheet.table, header, () => column, { kind: 'renameByContent', safe: false });
  return fixes.map((rename) => ({ ...rename, writes: column }));
}
