import { type ContactColumn, contactColumns } from '../contact';
import type { ColumnMap, ColumnSource } from './columnMap';

/**
 * Why a source is offered and no default.
 * - `similarName`: the header is merely spelled like the column's name.
 * - `untellingValues`: the header may mean the column, and no value says so.
 * - `values`: the values look like it, the header says something else.
 * - `fullName`: a part of a full name, which may be divided otherwise.
 * - `country`: a country, which need not be that of the number.
 * - `someNumbers`: the country code of numbers of which few have one.
 * - `otherPerson`: the header says of whom it is, and another one of whom the name is.
 * - `partElsewhere`: another column has a part of it: the area code, a particle of the name.
 * - `namedIsEmpty`: the column with the documented name is empty.
 */
export type OfferReason =
  | 'similarName'
  | 'untellingValues'
  | 'values'
  | 'fullName'
  | 'country'
  | 'someNumbers'
  | 'otherPerson'
  | 'partElsewhere'
  | 'namedIsEmpty';

/** A source that the user may take. */
export interface Offer {
  readonly source: ColumnSource;
  readonly reason: OfferReason;
}

/** What a file's header and values suggest. */
export interface Guess {
  /** What is a fact, by an exact name, or a default, by a known one whose values do not say otherwise. */
  readonly columns: Partial<ColumnMap>;
  /** For columns without: what may be meant, the likeliest first. Nothing of it is ever sent unasked. */
  readonly offers: Readonly<Partial<Record<ContactColumn, readonly Offer[]>>>;
}

/** The columns of a guess, with the first offer for each that has no default. */
export function withOffers({ columns, offers }: Guess): Partial<ColumnMap> {
  const map: Partial<Record<ContactColumn, ColumnSource>> = { ...columns };
  for (const column of contactColumns) {
    const offer = offers[column]?.[0]?.source;
    if (offer !== undefined) map[column] ??= offer;
  }
  return map;
}
