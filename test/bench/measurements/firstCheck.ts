import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { contactFile } from '../contacts';
import type { Measurement } from '../measurement';
import { stepsOf, type Steps } from '../steps';
import { summarise } from '../summary';

const rounds = 7;

/** The first check of a file that is opened. The numbering plans are loaded, and know none of its numbers yet. */
const measurement: Measurement = {
  about: 'the first check of a file',
  rows: [100_000],
  measure(rows) {
    const text = contactFile(rows);
    const all: Steps[] = [];
    for (let round = -1; round < rounds; round++) {
      const live = new LiveCheck(text, { phones: createPhoneNumbers(), settings: {}, limit: 1000 });
      const steps = stepsOf(live.work(), () => live.report());
      if (round >= 0) all.push(steps);
    }
    const told = (at: number) => summarise(all.map((steps) => steps.told[at] ?? NaN));
    return [
      { what: 'first findings', unit: 'ms', value: told(0), target: { atMost: 50 } },
      { what: 'all but phone numbers', unit: 'ms', value: told(1), target: { atMost: 300 } },
      { what: 'all', unit: 'ms', value: summarise(all.map(({ total }) => total)) },
      {
        what: 'the longest stretch without a pause',
        unit: 'ms',
        value: summarise(all.map(({ longest }) => longest)),
        target: { atMost: 16 },
      },
    ];
  },
};
export default measurement;
