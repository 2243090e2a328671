/** The product's words that the demo looks for. */
export const labels = {
  send: 'Send CSV to Stream (Import)…',
  trySandbox: 'Try the Sandbox',
  confirm: 'Send',
} as const;

/** The demo's files: copies of those in test/fixtures/demo. */
export const files = { contacts: 'contacts.csv', broken: 'broken.csv' } as const;

/** Headings of the results page by the CSV's columns, without case and blanks. */
export const headings = {
  salutation: 'salutation',
  firstName: 'firstname',
  lastName: 'lastname',
  cellPhoneNumber: 'number',
  cellPhoneCountryCode: 'countrycode',
  cellPhoneExtension: 'extension',
} as const;

/** A column of the CSV. */
export type Column = keyof typeof headings;
