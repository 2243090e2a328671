import { parse } from 'csv-parse/sync';
import { check } from '../../../src/core/checks/check';
import { readSheet } from '../../../src/core/checks/readSheet';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { csvRecord } from '../../../src/core/csv/csvRecord';
import { checkMapping } from '../../../src/core/mapping/checkMapping';
import type { ColumnMap } from '../../../src/core/mapping/columnMap';
import { guessColumns } from '../../../src/core/mapping/guessColumns';
import { sideBySide } from '../clock';
import { contactFile } from '../contacts';
import type { Measurement } from '../measurement';
import { stepsOf } from '../steps';
import { exactly } from '../summary';

const rounds = 5;
const names = { order: 'givenFirst', oneWord: 'holdBack' } as const;
const map: ColumnMap = {
  firstName: { field: 0, part: 'firstName', ...names },
  lastName: { field: 0, part: 'lastName', ...names },
  salutation: { field: 0, part: 'salutation', ...names },
  cellPhoneNumber: { field: 1, part: 'nationalNumber' },
  cellPhoneCountryCode: { field: 1, part: 'callingCode' },
  cellPhoneExtension: { same: 'cellPhoneCountryCode' },
};

/** Rows that are made of full names and phone numbers, beside a check of the same rows in the six columns. */
const measurement: Measurement = {
  about: 'rows of full names and one phone column, mapped and checked',
  rows: [100_000],
  measure(rows) {
    const six = contactFile(rows, { faulty: 0, quotes: false });
    const two = inTwoColumns(six);
    const needs = () => ({ phones: createPhoneNumbers(), language: 'en' });
    const [own, listed] = [readSheet(six), readSheet(two)];
    const options = (phones = createPhoneNumbers()) => ({ phones, settings: {}, forSending: true });
    const mapping = () => checkMapping(listed, map, new Map(), needs(), options());
    const figures = sideBySide(
      {
        'a check of the six columns': () => stepsOf(check(own, { ...options(), limit: 1000 })),
        'mapped, and the copy checked': () => stepsOf(mapping()),
        'what the columns are guessed to be': () => guessColumns(listed, needs()),
      },
      rounds,
    );
    const { longest } = stepsOf(mapping());
    return [
      ...figures,
      {
        what: 'the longest stretch without a pause',
        unit: 'ms',
        value: exactly(longest),
        target: { atMost: 16 },
      },
    ];
  },
};
export default measurement;

/** `Full Name,Phone` of the same contacts. */
function inTwoColumns(text: string): string {
  const records: string[][] = parse(text, { from_line: 2 });
  const lines = records.map(([first = '', last = '', salutation = '', number = '', code = '']) =>
    csvRecord([`${salutation} ${first} ${last}`, `${code} ${number}`]),
  );
  return ['Full Name,Phone', ...lines, ''].join('\r\n');
}
