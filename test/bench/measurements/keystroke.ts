import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import type { TextChange } from '../../../src/core/csv/blockText';
import { timed } from '../clock';
import { collectYoung } from '../collect';
import { contactFile } from '../contacts';
import type { Figure, Measurement } from '../measurement';
import { seeded } from '../random';
import { stepsOf } from '../steps';
import { exactly, summarise } from '../summary';

/** Places in which something is typed, and letters typed in each before the pause. */
const places = 200;
const letters = 8;
/** Those that do not count, for the compiler. */
const warmUp = 100;
/** The same is typed in the same places so many times: what the machine does besides is not there each time. */
const rounds = 3;

/** What one pause came to, in ms. */
interface Pause {
  readonly work: number;
  readonly longest: number;
}

/**
 * All that a pause in typing costs: the edits that have come, records and findings brought up to date, and the first
 * thousand made to be shown. The wait before it is not in it.
 */
const measurement: Measurement = {
  about: 'a typing pause, from edits to the findings shown',
  rows: [100_000],
  measure(rows) {
    const text = contactFile(rows);
    const paste = contactFile(Math.min(rows, 1000));
    return [
      ...pauses('eight letters typed', text, (at) =>
        Array.from({ length: letters }, (_, letter) => ({ start: at + letter, end: at + letter, text: 'x' })),
      ),
      ...pauses('a line break typed', text, (at) => [{ start: at, end: at, text: '\r\n' }]),
      ...pauses('a letter deleted', text, (at) => [{ start: at, end: at + 1, text: '' }]),
      ...pauses('1,000 rows pasted', text, (at) => [{ start: at, end: at, text: paste }], 16),
    ];
  },
};
export default measurement;

/** @param atMost what the median must reach, in ms */
function pauses(
  what: string,
  text: string,
  changesAt: (at: number) => readonly TextChange[],
  atMost = 5,
): readonly Figure[] {
  const all = Array.from({ length: rounds }, () => roundOf(text, changesAt));
  const stretches = (all[0] ?? []).map((_, place) =>
    Math.min(...all.map((round) => round[place]?.longest ?? NaN)),
  );
  const work = summarise(all.flatMap((round) => round.map((pause) => pause.work)));
  const longest = exactly(Math.max(...stretches));
  return [
    { what, unit: 'ms', value: work, target: { atMost } },
    {
      what: 'its longest stretch, in whatever place; the least of three rounds',
      unit: 'ms',
      value: longest,
      target: { atMost: 16 },
    },
  ];
}

function roundOf(text: string, changesAt: (at: number) => readonly TextChange[]): readonly Pause[] {
  const live = new LiveCheck(text, { phones: createPhoneNumbers(), settings: {}, limit: 1000 });
  stepsOf(live.work());
  live.report();
  const random = seeded(1);
  let { length } = text;
  const pause = (): Pause => {
    const changes = changesAt(200 + random.below(length - 400));
    for (const change of changes) {
      length += change.text.length - (change.end - change.start);
      live.edit([change]);
    }
    collectYoung();
    const { total, longest } = stepsOf(live.work());
    const report = timed(() => live.report());
    return { work: total + report, longest: Math.max(longest, report) };
  };
  for (let place = 0; place < warmUp; place++) pause();
  return Array.from({ length: places }, pause);
}
