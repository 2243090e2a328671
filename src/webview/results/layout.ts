import { rowOutcomes, type ResultColumn, type ResultRow } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import type { Describe } from './columns';
import { columnLabels, outcomeLabels } from './labels';
import { fixedColumns } from './shownColumns';

/** Widths beyond these help nobody: below, the heading is cut; above, one long value pushes the others away. */
const narrowest = 4;
const widest = 24;
/** Reasons are sentences. */
const widestReason = 48;
/** As wide as most names, and as a reason that can be told from another: these may be known later. */
const usualWidths: Readonly<Partial<Record<ResultColumn, number>>> = { name: 16, why: 24 };
/** The heading's arrow and its bolder letters, and the outcome's icon, in characters. */
const arrow = 3;
const icon = 3;
/** How much wider bold letters are than digits, which is what a character's width is measured by. */
const bolder = 1.25;

/** More rows than these say nothing new about widths; they are taken from the whole length of the file. */
const enough = 500;
/** Few rows have a reason: more of them are looked at for it. */
const enoughForReasons = 2_000;
/** The share of values that are to be seen whole: there is always somebody with a very long name. */
const whole = 0.95;

/** The narrowest and the widest that a column can be made, in px. */
const [leastPx, mostPx] = [36, 1_200];

/** Widths in px that the user has chosen. */
export type ChosenWidths = Readonly<Partial<Record<ResultColumn, number>>>;

/** The width of each column in characters, by its heading and all but its few longest values. */
export function columnWidths(rows: Rows, columns: readonly ResultColumn[], describe: Describe): number[] {
  const some = sampleOf(rows, enough);
  const labels = columnLabels();
  return columns.map((column) => {
    const heading = labels[column].length + arrow;
    // The few rows with another outcome are those that the user looks for: so every one of its words is seen whole.
    if (column === 'outcome') return Math.max(heading, Math.ceil(bolder * longestOutcome(rows)) + icon);
    const most = column === 'why' ? widestReason : widest;
    const ofLength = new Array<number>(most + 1).fill(0);
    // Most rows have no reason: those that have one decide.
    const sample = column === 'why' ? sampleOf(rows, enoughForReasons) : some;
    const texts = sample.map((row) => describe(row, column).text).filter((text) => text !== '');
    for (const { length } of texts) {
      const shown = Math.min(most, length);
      ofLength[shown] = (ofLength[shown] ?? 0) + 1;
    }
    const usual = usualWidths[column];
    if (usual !== undefined && texts.length === 0) return usual;
    let seen = 0;
    const common = ofLength.findIndex((count) => (seen += count) >= texts.length * whole);
    return Math.min(most, Math.max(narrowest, common, heading));
  });
}

/** So many rows at the most. */
function sampleOf(rows: Rows, most: number): readonly ResultRow[] {
  const stride = Math.max(1, Math.ceil(rows.length / most));
  const sample: ResultRow[] = [];
  for (let index = 0; index < rows.length; index += stride) {
    const row = rows.at(index);
    if (row) sample.push(row);
  }
  return sample;
}

function longestOutcome(rows: Rows): number {
  const labels = outcomeLabels();
  const outcomes = new Set(Array.from(rows.examples(['outcome']), ({ outcome }) => outcome));
  // Of rows that wait, nobody knows what becomes: but for what only a look at the stream tells, whose words are the longest.
  const soon = rowOutcomes.filter((outcome) => outcome !== 'present' && outcome !== 'absent');
  const shown = outcomes.has('waiting') ? [...outcomes, ...soon] : [...outcomes];
  return Math.max(0, ...shown.map((outcome) => labels[outcome].length));
}

/**
 * The same as custom properties of the grid: the columns of every row, the widths of those that stay in sight, and the
 * least width of a row. Without that a row would be as wide as the panel, and end there with its background.
 */
export function columnStyle(
  columns: readonly ResultColumn[],
  widths: readonly number[],
  chosen: ChosenWidths,
): Readonly<Record<`--${string}`, string>> {
  const width = (column: ResultColumn, place: number) => {
    const px = chosen[column];
    return px === undefined ? `calc(${widths[place] ?? narrowest}ch + 2 * var(--cell-padding))` : `${px}px`;
  };
  const fixed = Object.fromEntries(
    fixedColumns.map((column) => [`--wanted-${column}`, width(column, columns.indexOf(column))]),
  );
  const track = (column: ResultColumn, place: number) => {
    if (fixedColumns.includes(column)) return `var(--${column})`;
    const least = width(column, place);
    return chosen[column] === undefined ? `minmax(${least}, ${widths[place] ?? narrowest}fr)` : least;
  };
  const least = columns.map((column, place) =>
    fixedColumns.includes(column) ? `var(--${column})` : width(column, place),
  );
  return {
    ...fixed,
    '--columns': columns.map(track).join(' '),
    '--least-width': `calc(${least.join(' + ')})`,
  };
}

/** A width that a column may have, in px. */
export function possibleWidth(px: number): number {
  return Math.round(Math.max(leastPx, Math.min(mostPx, px)));
}
