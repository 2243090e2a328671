import { resultColumns, type ResultRow } from '../../protocol/results';
import type { Describe } from './columns';
import { columnLabels, outcomeLabels } from './labels';

/** Widths beyond these help nobody: below, the heading is cut; above, one long value pushes the others away. */
const narrowest = 4;
const widest = 24;
/** The heading's arrow and its bolder letters, and the outcome's icon, in characters. */
const arrow = 3;
const icon = 3;
/** How much wider bold letters are than digits, which is what a character's width is measured by. */
const bolder = 1.25;

/** More rows than these say nothing new about widths; they are taken from the whole length of the file. */
const enough = 2_000;
/** The share of values that are to be seen whole: there is always somebody with a very long name. */
const whole = 0.95;

/**
 * The width of each column in characters, by its heading and all but its few longest values.
 */
export function columnWidths(rows: readonly ResultRow[], describe: Describe): number[] {
  const stride = Math.ceil(rows.length / enough);
  const some = rows.filter((_, index) => index % stride === 0);
  const labels = columnLabels();
  return resultColumns.map((column) => {
    const heading = labels[column].length + arrow;
    // The few rows with another outcome are those that the user looks for: so every one of its words is seen whole.
    if (column === 'outcome') return Math.max(heading, Math.ceil(bolder * longestOutcome(rows)) + icon);
    const ofLength = new Array<number>(widest + 1).fill(0);
    for (const row of some) {
      const length = Math.min(widest, describe(row, column).text.length);
      ofLength[length] = (ofLength[length] ?? 0) + 1;
    }
    let seen = 0;
    const common = ofLength.findIndex((count) => (seen += count) >= some.length * whole);
    return Math.min(widest, Math.max(narrowest, common, heading));
  });
}

function longestOutcome(rows: readonly ResultRow[]): number {
  const labels = outcomeLabels();
  const outcomes = new Set(rows.map(({ outcome }) => outcome));
  return Math.max(0, ...[...outcomes].map((outcome) => labels[outcome].length));
}

/**
 * The same as style: the columns of every row's CSS grid, and the least width of a row. Without that a row would be
 * as wide as the panel, and end there with its background.
 */
export function columnStyle(widths: readonly number[]): {
  readonly columns: string;
  readonly leastWidth: string;
} {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const column = (width: number) => `minmax(calc(${width}ch + 2 * var(--cell-padding)), ${width}fr)`;
  return {
    columns: widths.map(column).join(' '),
    leastWidth: `calc(${total}ch + ${2 * widths.length} * var(--cell-padding))`,
  };
}
