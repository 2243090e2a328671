import { type ContactColumn, contactColumns, type NameOrder, isOwnColumn, type Salutation } from '../contact';

/** Where a column's values come from. Fields of the file are counted from 0. */
export type ColumnSource =
  WholeField | Constant | NumberPart | CountryCode | NamePart | Translated | SameAsCountryCode;

/** The field as it stands. */
export interface WholeField {
  readonly field: number;
}

/** One value for all rows. */
export interface Constant {
  readonly constant: string;
}

/** A part of a phone number. */
export interface NumberPart {
  readonly field: number;
  readonly part: 'callingCode' | 'nationalNumber';
  /** Where numbers without a country code are of; else of the country that the row's country code says. */
  readonly country?: CountrySource;
}

/** The calling code of a country, which the field has as an ISO code or by name. */
export interface CountryCode {
  readonly field: number;
  readonly part: 'countryCallingCode';
}

/** A part of a full name. */
export interface NamePart extends NameReading {
  readonly field: number;
  readonly part: 'firstName' | 'lastName' | 'salutation';
}

/** Each value of the field as another one; a row whose value is not there is held back. */
export interface Translated {
  readonly field: number;
  readonly table: SalutationTable;
}

/** What the row has as its country code. */
export interface SameAsCountryCode {
  readonly same: 'cellPhoneCountryCode';
}

/** A country for all rows, by its ISO code of two letters, or the one that a field of the row says. */
export type CountrySource = { readonly constant: string } | { readonly field: number };

/** How full names are read. */
export interface NameReading {
  /** What comes first where no comma tells. */
  readonly order: NameOrder;
  /** What becomes of a name that is one word: its row is held back, or it is the first name, and the last one is the same, or `-`. */
  readonly oneWord: 'holdBack' | 'repeat' | 'dash';
}

/** By value, without blanks around it, which may be empty. */
export type SalutationTable = Readonly<Record<string, Salutation | 'asIs' | 'holdBack'>>;

/** A source for each of the six columns. Two columns may have the same one. */
export type ColumnMap = Readonly<Record<ContactColumn, ColumnSource>>;

/** A map and the header for which it was made: the header's cells, unquoted, in order. */
export interface RememberedMap {
  readonly headers: readonly string[];
  readonly columns: ColumnMap;
}

/** What most lists need. */
export const usualNameReading: NameReading = { order: 'givenFirst', oneWord: 'holdBack' };

/** Whether every column has a source, so that the map can be used. */
export function isComplete(map: Partial<ColumnMap>): map is ColumnMap {
  return contactColumns.every((column) => map[column] !== undefined);
}

/** The field that a source reads; `undefined` when it reads none by itself. */
export function fieldOf(source: ColumnSource): number | undefined {
  return 'field' in source ? source.field : undefined;
}

/** All fields that a source reads. */
export function fieldsOf(source: ColumnSource): readonly number[] {
  const own = fieldOf(source);
  const country = 'country' in source && 'field' in source.country ? source.country.field : undefined;
  return [own, country].filter((field) => field !== undefined);
}

/**
 * The map, if it was made for exactly this header; one that was not is never half applied. A column `importError`, which
 * the file of a saved rest has, makes no difference.
 */
export function mapFor(
  { headers: known, columns }: RememberedMap,
  headers: readonly string[],
): ColumnMap | undefined {
  const [before, now] = [withoutReason(known), withoutReason(headers)];
  if (before.length !== now.length || before.some((field, at) => known[field] !== headers[now[at] ?? -1])) {
    return undefined;
  }
  const moved = new Map(before.map((field, at) => [field, now[at] ?? field] as const));
  // Another column would stand where it points to nothing that is sent.
  if (!contactColumns.every((column) => fieldsOf(columns[column]).every((field) => moved.has(field)))) {
    return undefined;
  }
  const move = (field: number) => moved.get(field) ?? field;
  const entries = contactColumns.map((column) => [column, withFields(columns[column], move)] as const);
  return Object.fromEntries(entries) as ColumnMap;
}

/** Whether the map was made for exactly this header. */
export function fits(remembered: RememberedMap, headers: readonly string[]): boolean {
  return mapFor(remembered, headers) !== undefined;
}

/** The fields of a header, but for those that are never sent. */
function withoutReason(headers: readonly string[]): readonly number[] {
  return [...headers.keys()].filter((field) => !isOwnColumn(headers[field]));
}

function withFields(source: ColumnSource, move: (field: number) => number): ColumnSource {
  if (!('field' in source)) return source;
  const moved = { ...source, field: move(source.field) };
  if (!('country' in moved) || !('field' in moved.country)) return moved;
  return { ...moved, country: { field: move(moved.country.field) } };
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
