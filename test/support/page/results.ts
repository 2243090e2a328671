import { rowOutcomes, type ResultRow, type Results, type RowOutcome } from '../../../src/protocol/results';
import { encodePage } from '../../../src/protocol/encodedPage';
import { packAll } from '../../../src/protocol/packRows';
import { Rows } from '../../../src/protocol/rows';
import type { Shown } from './host';

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
    place,
    salutation,
    firstName,
    lastName,
    phoneNumber: digits,
    countryCode,
    extension: '+',
    stored: {
      salutation,
      firstName,
      lastName,
      phoneNumber: `${countryCode}${digits}`,
      countryCode,
      extension: '+',
    },
    status: 'ACTIVE',
    id: `63c7cfaf196ce9${(place * 7919).toString(16).padStart(10, '0')}`,
    createdAt: new Date(Date.UTC(2023, 0, 18, 10, 53, place % 60)).toISOString(),
    message: '',
    remark: '',
    history: [['created', '2023-01-18T10:53:36.000Z']],
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
export function missing(place: number, change: Partial<ResultRow> = {}): ResultRow {
  const blank = { stored: null, status: '', id: '', createdAt: '', details: [] };
  const outcome = change.outcome ?? 'notReturned';
  return contact(place, { outcome, ...blank, history: [[outcome, '2023-01-18T10:53:36.000Z']], ...change });
}

/** What the sample's rows of an outcome say. */
const messages: Partial<Record<RowOutcome, string>> = {
  refused: 'cellPhoneNumber must contain numeric digits without any special characters.',
  unknown: 'The connection was reset before an answer came.',
  notSent: 'The import stopped before this row.',
};

const ended = rowOutcomes.filter((outcome) => outcome !== 'waiting');

/** One row of each outcome that an import that is over has, in the order in which the protocol names them. */
export const everyOutcome: readonly ResultRow[] = ended.map((outcome, place) => {
  if (outcome === 'created') return contact(place);
  if (outcome === 'unmatched') return contact(place, { outcome, line: null, place: null });
  return missing(place, { outcome, message: messages[outcome] ?? '' });
});

/** These rows as the page has them. */
export const packed = (rows: readonly ResultRow[]): Rows => new Rows(packAll(rows));

/** An import of these rows, with counts that fit them. */
export function resultsOf(rows: readonly ResultRow[], change: Partial<Results> = {}): Results {
  const of = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const counts = {
    created: of('created'),
    notReturned: of('notReturned'),
    refused: of('refused'),
    unknown: of('unknown'),
    present: of('present'),
    absent: of('absent'),
    notSent: of('notSent'),
    unmatched: of('unmatched'),
    waiting: of('waiting'),
  };
  return {
    importId: '0197c0de-0000-7000-8000-000000000001',
    streamName: 'Support EU',
    host: 'eu-platform.kore.ai',
    streamId: 'st-733b03fb-667c-58d4-89ab-9d13f63f0001',
    sandbox: false,
    fileName: 'contacts.csv',
    fileUri: 'file:///contacts.csv',
    at: '2023-01-18T10:53:36.000Z',
    rowCount: rows.length - counts.unmatched,
    counts,
    running: '',
    notice: '',
    actions: [],
    rows: packAll(rows).map(encodePage),
    rowsNotListed: 0,
    ...change,
  };
}

/** An import of `count` rows, every `gap`-th of which did not come back. */
export function sample(count: number, gap = Infinity, change: Partial<Results> = {}): Results {
  return resultsOf(sampleRows(count, gap), change);
}

/** The rows of {@link sample}. */
export function sampleRows(count: number, gap = Infinity): readonly ResultRow[] {
  return Array.from({ length: count }, (_, place) =>
    (place + 1) % gap === 0 ? missing(place) : contact(place),
  );
}

/** The page of an import. */
export const show = (state: Results): Shown => ({ page: 'results', state });
