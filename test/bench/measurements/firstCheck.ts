import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { contactFile } from '../contacts';
import type { Figure, Measurement } from '../measurement';
import { stepsOf, type Steps } from '../steps';
import { summarise, type Summary } from '../summary';

const rounds = 7;

/** The first check of a file that is opened. The numbering plans are loaded, and know none of its numbers yet. */
const measurement: Measurement = {
  about: 'the first check of a file',
  rows: [100_000],
  measure(rows) {
    const text = contactFile(rows);
    const all = checks(text);
    return [
      { what: 'first findings', unit: 'ms', value: told(all, 0), target: { atMost: 50 } },
      { what: 'all but phone numbers', unit: 'ms', value: told(all, 1), target: { atMost: 300 } },
      { what: 'all', unit: 'ms', value: summarise(all.map(({ total }) => total)) },
      {
        what: 'the longest stretch without a pause',
        unit: 'ms',
        value: summarise(all.map(({ longest }) => longest)),
        target: { atMost: 16 },
      },
      allButNumbers('all but phone numbers, where every extension is missing', withoutExtensions(rows)),
      allButNumbers('all but phone numbers, with two more columns, mostly empty', withColumns(rows)),
    ];
  },
};
export default measurement;

function checks(text: string): readonly Steps[] {
  const all: Steps[] = [];
  for (let round = -1; round < rounds; round++) {
    const live = new LiveCheck(text, { phones: createPhoneNumbers(), settings: {}, limit: 1000 });
    const steps = stepsOf(live.work(), () => live.report());
    if (round >= 0) all.push(steps);
  }
  return all;
}

function told(all: readonly Steps[], at: number): Summary {
  return summarise(all.map((steps) => steps.told[at] ?? NaN));
}

function allButNumbers(what: string, text: string): Figure {
  return { what, unit: 'ms', value: told(checks(text), 1), target: { atMost: 300 } };
}

/** Each row with its last cell empty. */
function withoutExtensions(rows: number): string {
  return changed(rows, (line, row) => (row === 0 ? line : line.slice(0, line.lastIndexOf(',') + 1)));
}

function withColumns(rows: number): string {
  const more = (row: number) => (row === 0 ? ',email,note' : row % 4 === 0 ? ',a@example.com,' : ',,');
  return changed(rows, (line, row) => line + more(row));
}

/** Changes a contact file line by line; each row is one. */
function changed(rows: number, change: (line: string, row: number) => string): string {
  const lines = contactFile(rows, { quotes: false }).trimEnd().split('\r\n');
  return `${lines.map(change).join('\r\n')}\r\n`;
}
