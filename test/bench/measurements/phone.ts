import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import type { PhoneNumbers } from '../../../src/core/contact/phoneNumbers';
import { timed } from '../clock';
import { contactFile } from '../contacts';
import type { Measurement } from '../measurement';
import { summarise } from '../summary';

const rounds = 7;

/** What the phone rules take of a check, all four of them, by the numbering plans of libphonenumber-js `max`. */
const measurement: Measurement = {
  about: 'phone numbers, a row',
  rows: [100_000],
  measure(rows) {
    const text = contactFile(rows);
    const first: number[] = [];
    const again: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const phones = createPhoneNumbers();
      for (const samples of [first, again]) {
        const took = (timeOfNumbers(text, phones) / rows) * 1000;
        if (round >= 0) samples.push(took);
      }
    }
    return [
      { what: 'first', unit: 'µs', value: summarise(first), target: { atMost: 7 } },
      { what: 'again', unit: 'µs', value: summarise(again), target: { atMost: 1 } },
    ];
  },
};
export default measurement;

/** Work on a check from where nothing but phone numbers is left, in ms. */
function timeOfNumbers(text: string, phones: PhoneNumbers): number {
  const live = new LiveCheck(text, { phones, settings: {}, limit: 1000 });
  const work = live.work();
  while (live.report()?.pending !== 'numbers') work.next();
  return timed(() => {
    while (work.next().done !== true);
  });
}
