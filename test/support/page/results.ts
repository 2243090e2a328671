import type { ResultRow, Results, ResultsWords, ShowMessage } from '../../../src/protocol/results';

/** The page's words in English, as the editor gives them. */
export const words: ResultsWords = {
  language: 'en',
  sandboxBanner: 'SANDBOX: these contacts were made on this machine only. No stream was reached.',
  sentAt: 'Sent',
  stream: 'Stream',
  file: 'File',
  rowsSent: 'Rows sent',
  contactsReturned: 'Contacts returned',
  rowsNotReturned: 'Rows not returned',
  showNotReturned: 'Show Only These',
  filter: 'Filter contacts',
  outcomeFilter: 'Outcome',
  shown: '{0} of {1} shown',
  allRows: 'All rows',
  noRows: 'The stream returned no contacts, and no row was sent.',
  noMatch: 'No row matches the filter.',
  clearFilter: 'Clear Filter',
  gridLabel: 'Contacts of this import',
  columns: {
    line: 'Line',
    outcome: 'Outcome',
    salutation: 'Salutation',
    firstName: 'First name',
    lastName: 'Last name',
    fullName: 'Full name',
    phoneNumber: 'Phone number',
    countryCode: 'Country code',
    extension: 'Extension',
    status: 'Status',
    id: 'ID',
    createdAt: 'Created',
  },
  outcomes: {
    created: 'Created',
    notReturned: 'Not returned',
    refused: 'Refused',
    unknown: 'Unknown',
    present: 'Present',
    absent: 'Absent',
    notSent: 'Not sent',
    unmatched: 'No row',
  },
  outcomeHelp: {
    created: 'The contact stood in the answer to this import.',
    notReturned: 'The row was sent, but the answer holds no contact with its number.',
    refused: 'The stream refused the row.',
    unknown: 'No answer came for this row: the contact may exist.',
    present: 'The stream has a contact with this number.',
    absent: 'The stream has no contact with this number.',
    notSent: 'The row was not sent.',
    unmatched: 'The stream returned this contact, but no row of the file has its number.',
  },
  details: 'Details',
  detailsEmpty: 'No further fields.',
  closeDetails: 'Close Details',
  goToLine: 'Go to Line {0}',
};

const people = [
  ['Mr', 'Zoë', 'Müller', '+49'],
  ['Mrs', 'Jane', 'Doe', '+91'],
  ['Mr', 'Ángel', 'Núñez', '+34'],
  ['Mrs', 'Siobhán', 'O’Neill', '+353'],
  ['Mrs', 'Ελένη', 'Παπαδοπούλου', '+30'],
] as const;
const longNames = [
  'Mrs',
  'Wolfeschlegelsteinhausenbergerdorff',
  'Featherstonehaugh-Cholmondeley',
  '+44',
] as const;

/** A returned contact. Names repeat, numbers and IDs do not; `place` counts from 0. */
export function contact(place: number, change: Partial<ResultRow> = {}): ResultRow {
  const [salutation, firstName, lastName, countryCode] =
    place % 30 === 5 ? longNames : (people[place % people.length] ?? people[0]);
  const digits = String(9_876_500_000 + place);
  return {
    outcome: 'created',
    line: place + 2,
    salutation,
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    phoneNumber: `${countryCode}${digits}`,
    countryCode,
    extension: '+',
    status: 'ACTIVE',
    id: `63c7cfaf196ce9${(place * 7919).toString(16).padStart(10, '0')}`,
    createdAt: new Date(Date.UTC(2023, 0, 18, 10, 53, place % 60)).toISOString(),
    details: [
      ['accountId', '63ab016b0d909c22b2da0001'],
      ['orgId', 'o-dd99e2e4-476f-5aa6-90ad-bd7a0b9b0001'],
      ['createdBy', 'u-79cda73a-5947-536f-a1cc-3e939e840001'],
      ['address', '[]'],
      ['twitterDetails', '[]'],
      ['updatedAt', '2023-01-18T10:53:35.622Z'],
    ],
    ...change,
  };
}

/** A row that was sent and did not come back: it has the file's values, and nothing that only a stream gives. */
export function missing(place: number): ResultRow {
  const blank = { fullName: '', status: '', id: '', createdAt: '', details: [] };
  return contact(place, { outcome: 'notReturned', ...blank });
}

/** An import of these rows, with counts that fit them. */
export function resultsOf(rows: readonly ResultRow[], change: Partial<Results> = {}): Results {
  const count = (test: (row: ResultRow) => boolean) => rows.filter(test).length;
  return {
    streamName: 'Support EU',
    host: 'eu-platform.kore.ai',
    streamId: 'st-733b03fb-667c-58d4-89ab-9d13f63f0001',
    sandbox: false,
    fileName: 'contacts.csv',
    fileUri: 'file:///contacts.csv',
    at: '2023-01-18T10:53:36.000Z',
    rowsSent: count(({ outcome }) => outcome !== 'unmatched'),
    contactsReturned: count(({ outcome }) => outcome === 'created' || outcome === 'unmatched'),
    rowsNotReturned: count(({ outcome }) => outcome === 'notReturned'),
    rows,
    ...change,
  };
}

/** An import of `count` rows, every `gap`-th of which did not come back. */
export function sample(count: number, gap = Infinity, change: Partial<Results> = {}): Results {
  const rows = Array.from({ length: count }, (_, place) =>
    (place + 1) % gap === 0 ? missing(place) : contact(place),
  );
  return resultsOf(rows, change);
}

/** The message with which the editor shows an import. */
export const show = (results: Results): ShowMessage => ({ type: 'show', words, results });
