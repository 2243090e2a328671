import { isMet, type Figure } from './measurement';

/** The figures as lines of a table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${digits(figure.value.median)} ${figure.unit}`.trimEnd(),
    figure.value.samples > 1
      ? `${digits(figure.value.lowerQuartile)} – ${digits(figure.value.upperQuartile)}, most ${digits(figure.value.most)}`
      : '',
    figure.ratio === undefined ? '' : digits(figure.ratio),
    targetWords(figure),
  ]);
  const table = [['', 'median', 'half of them, and the most', 'ratio', 'target'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  );
  return table
    .map((cells) =>
      cells
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width);
}

function targetWords(figure: Figure): string {
  const { target } = figure;
  if (target === undefined) return '';
  const words = 'atMost' in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`;
  return `${words}: ${isMet(figure) === true ? 'met' : 'MISSED'}`;
}

/** Three digits that count. */
function digits(value: number): string {
  if (value === 0) return '0';
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(decimals, 5));
}
