import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import type { TextChange } from '../../../src/core/csv/editBlocks';
import { finished } from '../../support/finished';
import { timed } from '../clock';
import { collectYoung } from '../collect';
import { contactFile } from '../contacts';
import type { Figure, Measurement } from '../measurement';
import { seeded } from '../random';
import { exactly, summarise } from '../summary';

/** Places in which something is typed, and letters typed in each. */
const places = 400;
const letters = 8;
/** Those that do not count, for the compiler. */
const warmUp = 100;

/**
 * From a keystroke to records and kept findings that are up to date; apart from it, the first thousand findings made to be
 * shown, which is done once typing pauses. The pause itself is in neither.
 */
const measurement: Measurement = {
  about: 'an edit, to updated findings',
  rows: [100_000],
  measure(rows) {
    const text = contactFile(rows);
    const live = new LiveCheck(text, { phones: createPhoneNumbers(), settings: {}, limit: 1000 });
    finished(live.work());
    const random = seeded(1);
    let { length } = text;
    const anywhere = () => 200 + random.below(length - 400);
    const edited = (change: TextChange) => {
      length += change.text.length - (change.end - change.start);
      return timed(() => {
        live.edit([change]);
        finished(live.work());
      });
    };
    const typed: number[] = [];
    const shown: number[] = [];
    for (let place = -warmUp; place < places; place++) {
      let at = anywhere();
      collectYoung();
      for (let letter = 0; letter < letters; letter++, at++) {
        const took = edited({ start: at, end: at, text: 'x' });
        if (place >= 0) typed.push(took);
      }
      collectYoung();
      const took = timed(() => live.report());
      if (place >= 0) shown.push(took);
    }
    const value = summarise(typed);
    return [
      { what: 'a letter typed anywhere', unit: 'ms', value, target: { atMost: 0.1 } },
      { what: 'the worst of them', unit: 'ms', value: exactly(value.most), target: { atMost: 5 } },
      { what: 'the first 1,000 findings made, once typing pauses', unit: 'ms', value: summarise(shown) },
      ...others(edited, anywhere, rows),
    ];
  },
};
export default measurement;

function others(edited: (change: TextChange) => number, anywhere: () => number, rows: number): Figure[] {
  const samples = (changeAt: (at: number) => TextChange) =>
    summarise(
      Array.from({ length: places }, () => {
        collectYoung();
        return edited(changeAt(anywhere()));
      }),
    );
  const paste = contactFile(Math.min(rows, 1000));
  return [
    {
      what: 'a line break typed',
      unit: 'ms',
      value: samples((at) => ({ start: at, end: at, text: '\r\n' })),
    },
    {
      what: 'a letter deleted',
      unit: 'ms',
      value: samples((at) => ({ start: at, end: at + 1, text: '' })),
    },
    { what: '1,000 rows pasted', unit: 'ms', value: samples((at) => ({ start: at, end: at, text: paste })) },
  ];
}
