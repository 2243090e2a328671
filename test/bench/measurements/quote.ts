import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { finished } from '../../support/finished';
import { contactFile } from '../contacts';
import type { Measurement } from '../measurement';
import { stepsOf } from '../steps';
import { exactly } from '../summary';

/** The worst that one keystroke can do: a quote on line 2 of a file without any makes one cell of all that follows. */
const measurement: Measurement = {
  about: 'a quote typed on line 2 of a file without quotes',
  rows: [100_000, 1_000_000],
  measure(rows) {
    const text = contactFile(rows, { quotes: false });
    const live = new LiveCheck(text, { phones: createPhoneNumbers(), settings: {}, limit: 1000 });
    finished(live.work());
    live.report();
    const at = text.indexOf('\n') + 1;
    const figures = [
      ['typed', { start: at, end: at, text: '"' }],
      ['deleted', { start: at, end: at + 1, text: '' }],
      ['typed again', { start: at, end: at, text: '"' }],
    ] as const;
    return figures.flatMap(([what, change]) => {
      live.edit([change]);
      const { total, longest } = stepsOf(live.work(), () => live.report());
      return [
        { what: `${what}: all work`, unit: 'ms', value: exactly(total) },
        {
          what: `${what}: the longest stretch`,
          unit: 'ms',
          value: exactly(longest),
          target: { atMost: 16 },
        },
      ];
    });
  },
};
export default measurement;
