import { rowNotes, rowOutcomes, sentColumns, type ResultRow } from './resultRow';
import { rowsOnPage, textColumns, type RowPage } from './rowPage';

/** Packs rows, {@link rowsOnPage} at the most. */
export function packRows(rows: readonly ResultRow[]): RowPage {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
  // A packed row makes it anew each time.
  const stored = rows.map((row) => row.stored);
  const cellsOf = (cell: (row: ResultRow, index: number) => number) => {
    const column = new Uint32Array(rows.length);
    rows.forEach((row, index) => (column[index] = cell(row, index)));
    return column;
  };
  const cells = [
    cellsOf(({ outcome }) => rowOutcomes.indexOf(outcome)),
    cellsOf(({ note }) => (note === undefined ? 0 : rowNotes.indexOf(note) + 1)),
    cellsOf(({ line }) => line ?? 0),
    cellsOf(({ place }) => (place === null ? 0 : place + 1)),
    cellsOf((_, index) => Number(stored[index] !== null)),
    ...textColumns.map((column) => cellsOf((row) => numberOf(row[column]))),
    ...sentColumns.map((column) =>
      cellsOf((row, index) => {
        const there = stored[index]?.[column];
        return there === undefined || there === row[column] ? 0 : numberOf(there) + 1;
      }),
    ),
  ];
  const lists: number[] = [];
  const [detailEnds, historyEnds] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  rows.forEach(({ details, history }, index) => {
    for (const [path, value] of details) lists.push(numberOf(path), numberOf(value));
    detailEnds[index] = lists.length;
    for (const [outcome, at] of history) lists.push(rowOutcomes.indexOf(outcome), numberOf(at));
    historyEnds[index] = lists.length;
  });
  const texts = [...numbers.keys()];
  return { count: rows.length, texts, cells, lists: Uint32Array.from(lists), detailEnds, historyEnds };
}

/** Packs any number of rows. */
export function packAll(rows: readonly ResultRow[]): readonly RowPage[] {
  const pages: RowPage[] = [];
  for (let from = 0; from < rows.length; from += rowsOnPage)
    pages.push(packRows(rows.slice(from, from + rowsOnPage)));
  return pages;
}
