import type { ResultsOrder } from '../../protocol/results';
import type { CommandId, Handler } from '../commandIds';
import { importIdOf } from '../importId';
import type { ResultsPanels } from './resultsPanels';

/** The commands of the table's context menu, and what each has the page do: what is selected, only the page knows. */
const orders = {
  copyCell: { do: 'copy', form: 'cell' },
  copyRows: { do: 'copy', form: 'tsv' },
  copyRowsAsCsv: { do: 'copy', form: 'csv' },
  copyRowsAsJson: { do: 'copy', form: 'json' },
  goToLine: { do: 'goToLine' },
  selectInFile: { do: 'selectInFile' },
} as const satisfies Readonly<Partial<Record<CommandId, ResultsOrder>>>;

type TableCommand = keyof typeof orders;

/** Copy Cell and so on. Each takes what the page says of the place where its menu was opened: its import. */
export function tableCommands(panels: Pick<ResultsPanels, 'order'>): Readonly<Record<TableCommand, Handler>> {
  const handlers = Object.entries(orders).map(([id, order]): readonly [string, Handler] => [
    id,
    (place) => void panels.order(importIdOf(place), order, true),
  ]);
  return Object.fromEntries(handlers) as Record<TableCommand, Handler>;
}
