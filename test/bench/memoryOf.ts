// Prints how many bytes a file of so many rows takes, its index, its check, and the answers of the numbering plans.
// Run by `measurements/memory.ts` with --expose-gc.
import { LiveCheck } from '../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import type { PhoneNumbers } from '../../src/core/contact/phoneNumbers';
import { scan } from '../../src/core/csv/scan';
import { finished } from '../support/finished';
import { contactFile } from './contacts';
import { seeded } from './random';

function used(): number {
  if (globalThis.gc === undefined) throw new Error('Run this with --expose-gc.');
  for (let round = 0; round < 4; round++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Numbering plans that can be made to forget the answers they remember. */
function forgetfulPhones(): { readonly phones: PhoneNumbers; readonly forget: () => void } {
  let real = createPhoneNumbers();
  const phones: PhoneNumbers = {
    isCallingCode: (digits) => real.isCallingCode(digits),
    callingCodeOf: (iso) => real.callingCodeOf(iso),
    countries: () => real.countries(),
    check: (number, callingCode) => real.check(number, callingCode),
    prefixOf: (number, callingCode) => real.prefixOf(number, callingCode),
    lacksZero: (number, callingCode) => real.lacksZero(number, callingCode),
    isInUse: (e164) => real.isInUse(e164),
    e164: (number, callingCode) => real.e164(number, callingCode),
    read: (text, from) => real.read(text, from),
    describe: (number, callingCode) => real.describe(number, callingCode),
  };
  return { phones, forget: () => (real = createPhoneNumbers()) };
}

function main(rows: number): void {
  const { phones, forget } = forgetfulPhones();
  const options = { phones, settings: {}, limit: 1000 };
  // What is made once, on first use, shall not count.
  const little = new LiveCheck(contactFile(5000), options);
  finished(little.work());
  forget();

  const empty = used();
  const text = contactFile(rows);
  const withText = used();
  const index = ((table) => used() - withText + 0 * table.recordCount)(scan(text));

  const live = new LiveCheck(text, options);
  finished(live.work());
  live.report();
  const withAnswers = used();
  forget();
  const withCheck = used();
  const random = seeded(1);
  for (let edit = 0; edit < 1000; edit++) {
    const start = 200 + random.below(text.length - 1000);
    live.edit([{ start, end: start + 1, text: 'x' }]);
    finished(live.work());
  }
  const shown = live.report()?.findings.length;
  forget();
  const sizes = {
    text: withText - empty,
    index,
    check: withCheck - withText,
    edited: used() - withText,
    plans: withAnswers - withCheck,
  };
  console.log(JSON.stringify({ ...sizes, shown, length: text.length }));
}

main(Number(process.argv[2]));
