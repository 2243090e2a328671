import type { ContactColumn, ContactValues, NameUntold, NumberUntold, PhoneNumbers } from '../contact';
import type { ContactSheet } from '../checks';
import type { ColumnMap } from './columnMap';

/** What telling parts of cells needs. */
export interface MapNeeds {
  readonly phones: Pick<PhoneNumbers, 'read' | 'isCallingCode' | 'callingCodeOf' | 'describe'>;
  /** The user's language, as BCP 47 has it, in which lists may name countries. */
  readonly language: string;
}

/**
 * Why a column's value cannot be told.
 * - `otherCountry`: the number has another country code than the row.
 * - `otherNumber`: the country code is that of another number than the row's.
 * - `extension`: an office extension stands behind the number, for which a contact has no place.
 * - `country`: the cell says no country.
 * - `oneWord`: the full name is one word.
 * - `otherTitle`: the full name has another salutation than the row.
 * - `otherName`: the full name has another first or last name than the row.
 * - `heldValue`: the user said that rows with this value are held back; `newValue`: they said nothing of it.
 */
export type UntoldReason =
  | NumberUntold
  | NameUntold
  | 'otherCountry'
  | 'otherNumber'
  | 'extension'
  | 'country'
  | 'oneWord'
  | 'otherTitle'
  | 'otherName'
  | 'heldValue'
  | 'newValue';

/** A part of a cell that could not be told. */
export interface Untold {
  readonly column: ContactColumn;
  /** Of the file. */
  readonly field: number;
  readonly reason: UntoldReason;
}

/** A row as a map makes it. With something untold it must not be sent: the value there is empty. */
export interface MappedRow {
  readonly values: Required<ContactValues>;
  readonly untold: readonly Untold[];
}

/** The value of one field of a row, empty where a short row has none. */
export function cellValue({ table }: ContactSheet, record: number, field: number): string {
  return field < table.fieldCount(record) ? table.value(record, field) : '';
}

/** A row while a map reads it: what it is made of, what is told so far, and what cannot be. */
export class RowReading {
  readonly untold: Untold[] = [];
  readonly values: Partial<Record<ContactColumn, string>> = {};

  constructor(
    private readonly sheet: ContactSheet,
    readonly map: ColumnMap,
    private readonly record: number,
    readonly needs: MapNeeds,
  ) {}

  cell(field: number): string {
    return cellValue(this.sheet, this.record, field);
  }

  isUntold(column: ContactColumn): boolean {
    return this.untold.some((untold) => untold.column === column);
  }

  fail(column: ContactColumn, field: number, reason: UntoldReason): string {
    this.untold.push({ column, field, reason });
    return '';
  }
}
