import type { CopyForm, RequestOf, ResultColumn, ResultRow } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import type { Describe } from './columns';
import { columnLabels } from './labels';

/** The request to copy these columns of these rows, in this order, as the table shows them. */
export function copyRequest(
  form: CopyForm,
  rows: Rows,
  indices: readonly number[],
  columns: readonly ResultColumn[],
  describe: Describe,
): RequestOf<'copy'> {
  const labels = columnLabels();
  // What a program reads is no text in the user's language.
  const cellOf = (row: ResultRow, column: ResultColumn) =>
    form === 'json' && (column === 'outcome' || column === 'createdAt')
      ? row[column]
      : textOf(column, describe(row, column));
  const cellsOf = (index: number) => {
    const row = rows.at(index);
    return columns.map((column) => (row ? cellOf(row, column) : ''));
  };
  return {
    ...{ type: 'copy', form, columns: [...columns] },
    headings: columns.map((column) => labels[column]),
    rows: indices.map(cellsOf),
  };
}

/** A reason in full: its title has what its cell has no room for. No line is nothing, and not the dash of its cell. */
function textOf(column: ResultColumn, { text, title }: ReturnType<Describe>): string {
  if (column === 'why') return title;
  return column === 'line' && text === '–' ? '' : text;
}
