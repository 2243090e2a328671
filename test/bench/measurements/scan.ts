import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { scan } from '../../../src/core/csv/scan';
import { figureOf, roundsFor, sideBySide } from '../clock';
import { contactFile } from '../contacts';
import type { Figure, Measurement } from '../measurement';
import { exactly } from '../summary';

const ours = 'ours, the range of every field';
const readers = {
  papaparse: 'papaparse, values',
  udsv: 'udsv, values',
  csvParse: 'csv-parse, values',
} as const;
const onePass = 'limit: charCodeAt over the text';

/** A whole text in memory. The others give values without their places, which is less than a marker needs. */
const measurement: Measurement = {
  about: 'reading a text in memory',
  rows: [10_000, 100_000, 1_000_000],
  measure(rows) {
    const text = contactFile(rows);
    const figures = sideBySide(
      {
        [ours]: () => scan(text),
        [readers.papaparse]: () => papaparse(text),
        [readers.udsv]: () => initParser(inferSchema(text)).stringArrs(text),
        [readers.csvParse]: () =>
          parse(text, { bom: true, relaxColumnCount: true, recordDelimiter: ['\r\n', '\n'] }),
        [onePass]: () => charCodes(text),
        'limit: indexOf of every line feed': () => lineFeeds(text),
      },
      roundsFor(rows),
    );
    return [...figures, ...targets(figures)];
  },
};
export default measurement;

function targets(figures: readonly Figure[]): Figure[] {
  const median = (what: string) => figureOf(figures, what).value.median;
  const fastest = Math.min(...Object.values(readers).map(median));
  return [
    {
      what: 'the fastest reader of values takes',
      unit: 'x',
      value: exactly(fastest / median(ours)),
      target: { atLeast: 1 },
    },
    {
      what: 'csv-parse takes',
      unit: 'x',
      value: exactly(median(readers.csvParse) / median(ours)),
      target: { atLeast: 7 },
    },
    {
      what: 'ours takes, of one charCodeAt pass',
      unit: 'x',
      value: exactly(median(ours) / median(onePass)),
      target: { atMost: 6 },
    },
  ];
}

/** `step` is its fastest way: the rows are not kept. */
function papaparse(text: string): number {
  let cells = 0;
  Papa.parse<string[]>(text, { step: ({ data }) => (cells += data.length) });
  return cells;
}

function charCodes(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
