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

/** The column that a header cell means, exactly or by an alias; `undefined` when it means none of them. */
export function recogniseColumn(header: string): ContactColumn | undefined {
  return columnByFold.get(foldHeader(header));
}
