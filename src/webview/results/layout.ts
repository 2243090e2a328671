import { resultColumns, type ResultRow, type ResultsWords } from '../../protocol/results';
import type { Describe } from './columns';

/** Widths beyond these help nobody: below, the heading is cut; above, one long value pushes the others away. */
const narrowest = 4;
const widest = 24;
/** The heading's arrow and its bolder letters, and the outcome's icon, in characters. */
const arrow = 3;
const icon = 3;

/** The share of values that are to be seen whole: there is always somebody with a very long name. */
const whole = 0.95;

/**
 * The width of each column in characters, by its heading and all but its few longest values.
 * Every row counts: for 100,000 rows this takes less time than painting the page.
 */
export function columnWidths(rows: readonly ResultRow[], words: ResultsWords, describe: Describe): number[] {
  return resultColumns.map((column) => {
    const extra = column === 'outcome' ? icon : 0;
    const ofLength = new Array<number>(widest + 1).fill(0);
    for (const row of rows) {
      const length = Math.min(widest, describe(row, column).text.length + extra);
      ofLength[length] = (ofLength[length] ?? 0) + 1;
    }
    let seen = 0;
    const common = ofLength.findIndex((count) => (seen += count) >= rows.length * whole);
    return Math.min(widest, Math.max(narrowest, common, words.columns[column].length + arrow));
  });
}

/**
 * Has every row of a table lay its cells out alike. The least width of a row is set as well: a row that was only as
 * wide as the panel would end, with its background, where the panel ends.
 */
export function applyWidths(table: HTMLElement, widths: readonly number[]): void {
  const size = (width: number) => `calc(${width}ch + 2 * var(--cell-padding))`;
  const total = widths.reduce((sum, width) => sum + width, 0);
  table.style.setProperty('--columns', widths.map((width) => `minmax(${size(width)}, ${width}fr)`).join(' '));
  table.style.setProperty('--least-width', `calc(${total}ch + ${2 * widths.length} * var(--cell-padding))`);
}
