import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import type { TextChange } from '../../../src/core/csv/blockText';
import { timed } from '../clock';
import { collectYoung } from '../collect';
import { contactFile } from '../contacts';
import type { Measurement } from '../measurement';
import { seeded } from '../random';
import { stepsOf } from '../steps';
import { exactly, summarise } from '../summary';

/** Places in which something is typed, and letters typed in each before the pause. */
const places = 400;
const letters = 8;
/** Those that do not count, for the compiler. */
const warmUp = 100;

/**
 * All that a pause in typing costs: the edits that have come, records and findings brought up to date, and the first
 * thousand made to be shown. The wait before it is not in it.
 */
const measurement: Measurement = {
  about: 'a typing pause, from edits to the findings shown',
  rows: [100_000],
  measure(rows) {
    const text = contactFile(rows);
    const live = new LiveCheck(text, { phones: createPhoneNumbers(), settings: {}, limit: 1000 });
    stepsOf(live.work());
    live.report();
    const random = seeded(1);
    let { length } = text;
    const anywhere = () => 200 + random.below(length - 400);
    let longest = 0;
    const pauseAfter = (changes: readonly TextChange[]) => {
      for (const change of changes) length += change.text.length - (change.end - change.start);
      collectYoung();
      for (const change of changes) live.edit([change]);
      const work = stepsOf(live.work());
      const report = timed(() => live.report());
      longest = Math.max(longest, work.longest, report);
      return work.total + report;
    };
    const pauses = (changesAt: (at: number) => readonly TextChange[], count = places) =>
      summarise(Array.from({ length: count }, () => pauseAfter(changesAt(anywhere()))));
    const typed = (at: number) =>
      Array.from({ length: letters }, (_, letter) => ({ start: at + letter, end: at + letter, text: 'x' }));
    pauses(typed, warmUp);
    longest = 0;
    const value = pauses(typed);
    const stretch = longest;
    const paste = contactFile(Math.min(rows, 1000));
    return [
      { what: 'eight letters typed', unit: 'ms', value, target: { atMost: 5 } },
      { what: 'the longest stretch', unit: 'ms', value: exactly(stretch), target: { atMost: 16 } },
      {
        what: 'a line break typed',
        unit: 'ms',
        value: pauses((at) => [{ start: at, end: at, text: '\r\n' }]),
        target: { atMost: 5 },
      },
      {
        what: 'a letter deleted',
        unit: 'ms',
        value: pauses((at) => [{ start: at, end: at + 1, text: '' }]),
        target: { atMost: 5 },
      },
      {
        what: '1,000 rows pasted',
        unit: 'ms',
        value: pauses((at) => [{ start: at, end: at, text: paste }]),
      },
    ];
  },
};
export default measurement;
