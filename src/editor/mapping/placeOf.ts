import type * as vscode from 'vscode';
import type { OffsetRange } from '../../core/csv';
import { fieldOf, type ColumnMap } from '../../core/mapping/columnMap';
import type { HeldReason } from '../../core/mapping/heldRows';
import type { ReadForMap } from '../../core/mapping/readForMap';

/** Where the reason for which a row is held back stands in the user's file: the cell, or the row where none is the reason. */
export function placeOf(
  { sheet, inFile }: Pick<ReadForMap, 'sheet' | 'inFile'>,
  columns: ColumnMap,
  record: number,
  reason: HeldReason | undefined,
): OffsetRange {
  const { table } = sheet;
  const field = fieldOfReason(columns, reason);
  const ofCell = field !== undefined && field < table.fieldCount(record);
  const own = ofCell ? table.fieldRange(record, field) : table.recordRange(record);
  const { start, end } = reason?.kind === 'unsound' ? reason.finding.range : own;
  return { start: inFile(start), end: inFile(end) };
}

/** The field of the file that a reason is about; `undefined` where it is a value for all rows, or all of the row. */
export function fieldOfReason(columns: ColumnMap, reason: HeldReason | undefined): number | undefined {
  if (reason?.kind === 'untold') return reason.field;
  return reason?.kind === 'mapped' ? fieldOf(columns[reason.column]) : undefined;
}

/** The line of the user's file on which a record of the sheet starts. */
export function lineOf(
  { document, sheet, inFile }: Pick<ReadForMap, 'sheet' | 'inFile'> & { document: vscode.TextDocument },
  record: number,
): number {
  return document.positionAt(inFile(sheet.table.recordRange(record).start)).line + 1;
}
