import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { readSheet } from '../../../src/core/checks/readSheet';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import type { PhoneNumbers } from '../../../src/core/contact/phoneNumbers';
import { timed } from '../clock';
import { contactFile } from '../contacts';
import type { Measurement } from '../measurement';
import { summarise } from '../summary';

const rounds = 7;

/**
 * What phone numbers take: the verdict of the numbering plans (libphonenumber-js `max`) by itself, and all of what a check
 * does for its four phone rules, from cutting the cells out of the text to finding numbers that are there twice.
 */
const measurement: Measurement = {
  about: 'phone numbers, a row',
  rows: [100_000],
  measure(rows) {
    const text = contactFile(rows);
    const numbers = numbersOf(text);
    const verdicts = timesOf(numbers.length, (phones) => timeOfVerdicts(numbers, phones));
    const rules = timesOf(rows, (phones) => timeOfRules(text, phones));
    return [
      { what: 'the verdict, first', unit: 'µs', value: summarise(verdicts.first), target: { atMost: 7 } },
      { what: 'the verdict, again', unit: 'µs', value: summarise(verdicts.again), target: { atMost: 1 } },
      { what: 'all four rules, first', unit: 'µs', value: summarise(rules.first) },
      { what: 'all four rules, again', unit: 'µs', value: summarise(rules.again) },
    ];
  },
};
export default measurement;

/** Times in µs a row, with plans that nobody has asked yet, and with the same ones once more. */
function timesOf(rows: number, time: (phones: PhoneNumbers) => number) {
  const times = { first: [] as number[], again: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const phones = createPhoneNumbers();
    for (const samples of [times.first, times.again]) {
      const took = (time(phones) / rows) * 1000;
      if (round >= 0) samples.push(took);
    }
  }
  return times;
}

/** Number and calling code of each row that has both, as they stand in the cells. */
function numbersOf(text: string): readonly (readonly [number: string, callingCode: string])[] {
  const sheet = readSheet(text);
  const phones = createPhoneNumbers();
  return Array.from({ length: sheet.recordCount - 1 }, (_, row) => {
    const { cellPhoneNumber = '', cellPhoneCountryCode = '' } = sheet.values(row + 1);
    return [cellPhoneNumber, cellPhoneCountryCode.replace('+', '')] as const;
  }).filter(([number, callingCode]) => number !== '' && phones.isCallingCode(callingCode));
}

function timeOfVerdicts(numbers: ReturnType<typeof numbersOf>, phones: PhoneNumbers): number {
  return timed(() => {
    let valid = 0;
    for (const [number, callingCode] of numbers) if (phones.check(number, callingCode) === 'valid') valid++;
    return valid;
  });
}

/** Work on a check from where nothing but phone numbers is left, in ms. */
function timeOfRules(text: string, phones: PhoneNumbers): number {
  const live = new LiveCheck(text, { phones, settings: {}, limit: 1000 });
  const work = live.work();
  while (live.report()?.pending !== 'numbers') work.next();
  return timed(() => {
    while (work.next().done !== true);
  });
}
