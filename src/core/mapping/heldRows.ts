import type { CheckReport, ContactSheet, Finding } from '../checks';
import { type ContactColumn, contactColumns } from '../contact';
import type { MappedSheet } from './mapSheet';
import type { Untold } from './rowReading';

/** Why a row is held back. */
export type HeldReason =
  /** It cannot be read for sure. The finding lies in the user's file. */
  | { readonly kind: 'unsound'; readonly finding: Finding }
  /** Another header than that of the file governs it: it is above the header, or below a repeated one in another order. */
  | { readonly kind: 'otherHeader'; readonly is: 'aboveHeader' | 'belowRepeated' }
  /** A part of one of its cells could not be told. */
  | ({ readonly kind: 'untold' } & Untold)
  /** What the map makes of it is no row: there is no value at all, or the names of the columns again. */
  | { readonly kind: 'noRow'; readonly isHeader: boolean }
  /** What the map makes of it has an error, in that column. The finding lies in the mapped text. */
  | { readonly kind: 'mapped'; readonly finding: Finding; readonly column: ContactColumn };

/**
 * The rows of a mapped copy that must not be sent, by their record in the user's file, in its order.
 * @param report what a check of the mapped text found: all of it
 */
export function heldRows(
  { records, untold }: Pick<MappedSheet, 'records' | 'untold'>,
  unsound: ReadonlyMap<number, readonly HeldReason[]>,
  { sheet, findings }: Pick<CheckReport, 'sheet' | 'findings'>,
): ReadonlyMap<number, readonly HeldReason[]> {
  const errors = new Map<number, HeldReason[]>();
  for (const { finding, severity } of findings) {
    const cell = severity === 'error' ? sheet.table.cellAt(finding.range.start) : undefined;
    const record = cell && records[cell.record - 1];
    const column = cell && contactColumns[cell.field];
    if (record === undefined || column === undefined) continue;
    const reason: HeldReason = { kind: 'mapped', finding, column };
    const known = errors.get(record);
    if (known) known.push(reason);
    else errors.set(record, [reason]);
  }
  const held = new Map<number, readonly HeldReason[]>();
  for (const [at, record] of records.entries()) {
    // What follows from another reason is none of its own: an untold value is empty, and of a ragged row any may be.
    const reasons =
      unsound.get(record) ??
      untold.get(record)?.map((part) => ({ kind: 'untold', ...part }) as const) ??
      noRow(sheet, at + 1) ??
      errors.get(record);
    if (reasons) held.set(record, reasons);
  }
  return held;
}

/** Whatever the settings say: no contact is in it. */
function noRow(copy: ContactSheet, record: number): readonly HeldReason[] | undefined {
  if (copy.isRow(record)) return undefined;
  return [{ kind: 'noRow', isHeader: copy.repeatsHeader(record) !== undefined }];
}
