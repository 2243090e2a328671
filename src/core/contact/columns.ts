/**
 * The six columns of the import file, in the order of the API page "Create Bulk Contacts".
 * Header names are exact and case-sensitive there; all six are "string, required".
 */
export const contactColumns = [
  'firstName',
  'lastName',
  'salutation',
  'cellPhoneNumber',
  'cellPhoneCountryCode',
  'cellPhoneExtension',
] as const;

/** One of the six documented column names, spelled as the API spells it. */
export type ContactColumn = (typeof contactColumns)[number];

/** The column that says, in a file of rows that were left, why each was. It is never sent. */
export const reasonColumn = 'importError';
