import { contactColumns, type ContactColumn } from './columns';

/**
 * Header names that exports of other systems use for the six columns, folded by {@link foldHeader}. They only tell
 * that a file is a contact list; the import itself takes the exact names alone.
 */
const aliases: Readonly<Record<ContactColumn, readonly string[]>> = {
  firstName: ['first', 'fname', 'givenname', 'forename'],
  lastName: ['last', 'lname', 'surname', 'familyname'],
  salutation: ['title', 'prefix', 'honorific'],
  cellPhoneNumber: [
    'cellphone',
    'cell',
    'mobile',
    'mobilephone',
    'mobilenumber',
    'phone',
    'phonenumber',
    'telephone',
  ],
  cellPhoneCountryCode: ['countrycode', 'dialcode', 'dialingcode', 'callingcode', 'phonecountrycode'],
  cellPhoneExtension: ['extension', 'ext', 'phoneextension', 'dialingprefix'],
};

/** Lower case, without accents, spaces, underscores, hyphens and dots: `First_Name` and `first name` fold alike. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .replace(/[\p{M}\s_.-]/gu, '')
    .toLowerCase();
}

const columnByFold = new Map<string, ContactColumn>(
  contactColumns.flatMap((column) =>
    [column.toLowerCase(), ...aliases[column]].map((fold) => [fold, column] as const),
  ),
);

/** What a header cell means. `alias`: a name that stands for the column. `similar`: it is merely spelled like one. */
export interface Recognised {
  readonly column: ContactColumn;
  readonly how: 'exact' | 'alias' | 'similar';
}

/**
 * What each cell of a header means, `undefined` where it means none of the six columns. An exact name goes before an
 * alias, an alias before a similar spelling, and only exact names may give one column to two cells.
 */
export function recogniseHeaders(headers: readonly string[]): readonly (Recognised | undefined)[] {
  const exact = headers.map((header) => contactColumns.find((column) => column === header));
  const taken = new Set(exact);
  return headers.map((header, field) => {
    const column = exact[field];
    if (column !== undefined) return { column, how: 'exact' };
    const meant = columnByFold.get(foldHeader(header));
    if (meant === undefined || taken.has(meant)) return undefined;
    taken.add(meant);
    return { column: meant, how: 'alias' };
  });
}
