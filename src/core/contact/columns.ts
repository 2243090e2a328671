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

/** The column that says, in a file of rows that were left or in exported results, why each has its outcome. */
export const reasonColumn = 'importError';

/**
 * The columns that this product puts beside the six: into a file of rows that were left only the first, into exported
 * results all. They are never sent.
 */
export const ownColumns = [
  reasonColumn,
  'importLine',
  'importOutcome',
  'importedStatus',
  'importedId',
  'importedAt',
] as const;

/** One of {@link ownColumns}. */
export type OwnColumn = (typeof ownColumns)[number];

/** Whether a header cell names one of {@link ownColumns}. */
export function isOwnColumn(header: string | undefined): boolean {
  return ownColumns.some((column) => column === header);
}
