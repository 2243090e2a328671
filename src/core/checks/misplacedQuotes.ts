import { type CsvTable, formulaText, type QuoteProblem } from '../csv';
import { isSepRecord } from './layout';

/**
 * Quotes of a table that are out of place. Those of a formula, `="0987"`, are a finding of their own, and those of a line
 * `sep=` hold no cells.
 */
export function misplacedQuotes(table: CsvTable): readonly QuoteProblem[] {
  if (!table.hasQuoteProblems) return [];
  const from = isSepRecord(table) ? table.recordRange(0).end : 0;
  return table.quoteProblems.filter(
    ({ kind, range: { start } }) => start >= from && (kind !== 'stray' || !isFormula(table, start)),
  );
}

/** Whether the cell at that place is written as a formula. */
export function isFormula(table: CsvTable, at: number): boolean {
  return formulaText(cellAround(table, at)) !== undefined;
}

/** The cell at that place, with its quotes. */
export function cellAround(table: CsvTable, at: number): string {
  const cell = table.cellAt(at);
  if (cell === undefined) return '';
  const { start, end } = table.fieldRange(cell.record, cell.field);
  return table.slice(start, end);
}
