import type { CopyForm, ResultRow, ResultsOrder, ResultsRequest } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import type { Editor } from '../shared/startPage';
import type { Describe } from './columns';
import { copyRequest } from './copied';
import type { Grid } from './grid';
import type { Selection } from './selection';

/** What {@link RowOrders} look at: the page as it is when an order comes. */
export interface OrderedPage {
  readonly rows: Rows;
  readonly describe: Describe;
  readonly selection: Selection;
  grid(): Grid;
  /** The rows that are shown, in this order. */
  view(): readonly number[];
}

/** Does what commands of the editor ask of the page: each is about rows that only the page knows. */
export class RowOrders {
  readonly #page: OrderedPage;
  readonly #editor: Editor<ResultsRequest>;
  readonly #copied: (rows: number) => void;
  /** The place in the import of the row in which the editor's cursor is. */
  #marked: number | undefined;

  /** @param copied called when rows are on the clipboard, with how many */
  constructor(page: OrderedPage, editor: Editor<ResultsRequest>, copied: (rows: number) => void) {
    this.#page = page;
    this.#editor = editor;
    this.#copied = copied;
  }

  obey(order: ResultsOrder): void {
    switch (order.do) {
      case 'copy':
        this.copy(order.form);
        return;
      case 'goToLine':
        this.#goToActive();
        return;
      case 'selectInFile':
        void this.#editor.ask({ type: 'selectInFile', rows: this.#selected() });
        return;
      case 'export':
        this.export();
        return;
      case 'mark':
        this.#marked = order.place;
        this.mark();
    }
  }

  /** Marks the row of the editor's cursor, in another grid too. */
  mark(): void {
    this.#page.grid().mark(this.#marked === undefined ? -1 : this.#page.rows.indexOfPlace(this.#marked));
  }

  /** Copies the selected rows with all columns that are shown, or the one cell that the keyboard is on. */
  copy(form: CopyForm): void {
    const { rows, describe } = this.#page;
    const { active, columns: shown } = this.#page.grid();
    const { row, column } = active;
    const isCell = form === 'cell';
    if (isCell && (row === undefined || column === undefined)) return;
    const indices = isCell && row !== undefined ? [row] : this.#selected();
    const columns = isCell && column !== undefined ? [column] : shown;
    void this.#editor.ask(copyRequest(form, rows, indices, columns, describe)).then((settled) => {
      if (settled === 'done' && !isCell) this.#copied(indices.length);
    });
  }

  /** Has the editor export the rows: which of them, it asks, where there is a choice. */
  export(): void {
    const { rows, selection } = this.#page;
    const view = this.#page.view();
    const shown = view.length < rows.length ? { shown: [...view] } : {};
    const selected = selection.count > 0 ? { selected: [...selection.in(view)] } : {};
    void this.#editor.ask({ type: 'export', ...shown, ...selected });
  }

  /** Has the editor go to a row, which need not be on its line any more. */
  goToLine({ line, place }: ResultRow): void {
    if (line !== null && place !== null) void this.#editor.ask({ type: 'goToRow', place });
  }

  #goToActive(): void {
    const { row } = this.#page.grid().active;
    const shown = row === undefined ? undefined : this.#page.rows.at(row);
    if (shown) this.goToLine(shown);
  }

  /** Without a selection, the row that the keyboard is on. */
  #selected(): number[] {
    const { selection } = this.#page;
    if (selection.count > 0) return [...selection.in(this.#page.view())];
    const { row } = this.#page.grid().active;
    return row === undefined ? [] : [row];
  }
}
