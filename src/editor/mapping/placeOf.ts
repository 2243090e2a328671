import type { ContactSheet } from '../../core/checks';
import type { OffsetRange } from '../../core/csv';
import { fieldOf, type ColumnMap } from '../../core/mapping/columnMap';
import type { HeldReason } from '../../core/mapping/heldRows';

/** Where the reason for which a row is held back stands in the user's file: the cell, or the row where none is the reason. */
export function placeOf(
  sheet: ContactSheet,
  columns: ColumnMap,
  record: number,
  reason: HeldReason | undefined,
): OffsetRange {
  const { table } = sheet;
  if (reason?.kind === 'unsound') return reason.finding.range;
  const field = fieldOfReason(columns, reason);
  return field !== undefined && field < table.fieldCount(record)
    ? table.fieldRange(record, field)
    : table.recordRange(record);
}

/** The field of the file that a reason is about; `undefined` where it is a value for all rows, or all of the row. */
export function fieldOfReason(columns: ColumnMap, reason: HeldReason | undefined): number | undefined {
  if (reason?.kind === 'untold') return reason.field;
  return reason?.kind === 'mapped' ? fieldOf(columns[reason.column]) : undefined;
}
