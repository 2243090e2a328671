import { contactColumns, type ContactColumn } from '../contact/columns';
import { recogniseHeaders } from '../contact/recognise';

/** Where a column's values come from: a field of the file, counted from 0, or one value for all rows. */
export type ColumnSource = { readonly field: number } | { readonly constant: string };

/** A source for each of the six columns. Two columns may have the same one: a prefix often equals the country code. */
export type ColumnMap = Readonly<Record<ContactColumn, ColumnSource>>;

/** A map and the header for which it was made: the header's cells, unquoted, in order. */
export interface RememberedMap {
  readonly headers: readonly string[];
  readonly columns: ColumnMap;
}

/**
 * The sources that the header suggests: an exact name before an alias, an alias before a similar spelling. A column
 * that no header means has none; nothing is invented for it.
 */
export function guessMap(headers: readonly string[]): Partial<ColumnMap> {
  const guess: Partial<Record<ContactColumn, ColumnSource>> = {};
  for (const [field, meaning] of recogniseHeaders(headers).entries()) {
    if (meaning) guess[meaning.column] ??= { field };
  }
  return guess;
}

/** Whether every column has a source, so that the map can be used. */
export function isComplete(map: Partial<ColumnMap>): map is ColumnMap {
  return contactColumns.every((column) => map[column] !== undefined);
}

/** Whether the map was made for exactly this header. One that was not is never half applied. */
export function fits(remembered: RememberedMap, headers: readonly string[]): boolean {
  return (
    remembered.headers.length === headers.length &&
    remembered.headers.every((header, field) => header === headers[field])
  );
}

/** Whether the header is the documented one, in any order: then there is nothing to map. */
export function isExact(headers: readonly string[]): boolean {
  return (
    headers.length === contactColumns.length && contactColumns.every((column) => headers.includes(column))
  );
}

/** The names of columns that are none of the six, in order: what a stream does with them is not documented. */
export function columnsBesides(headers: readonly string[]): readonly string[] {
  const known: ReadonlySet<string> = new Set(contactColumns);
  return headers.filter((header) => !known.has(header));
}

/** Seven digits in a cell are a number and no column's name, an at sign belongs to an address. */
const valueLike = /@|(?:\d[\s().-]*){7}/;

/**
 * Whether a first record holds values instead of names. Mapping would take the contact in it for the header, leave it
 * out, and remember it.
 */
export function isContactItself(headers: readonly string[]): boolean {
  return headers.some((header) => valueLike.test(header));
}

/** Whether something that was stored is a map that can be used; what wrote it may have been another version. */
export function isRememberedMap(value: unknown): value is RememberedMap {
  if (!isObject(value) || !isObject(value['columns'])) return false;
  const { headers, columns } = value;
  if (!Array.isArray(headers) || !headers.every((header) => typeof header === 'string')) return false;
  return contactColumns.every((column) => isSource(columns[column], headers.length));
}

function isSource(value: unknown, fieldCount: number): value is ColumnSource {
  if (!isObject(value)) return false;
  const { field, constant } = value;
  if (field === undefined) return typeof constant === 'string';
  return typeof field === 'number' && Number.isInteger(field) && field >= 0 && field < fieldCount;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
