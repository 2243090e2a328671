import type {
  CopyForm,
  ResultColumn,
  ResultRow,
  ResultsOrder,
  ResultsRequest,
  RowOutcome,
} from '../../protocol/results';
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
  /** The outcome whose rows alone are shown, where some of them are only counted. */
  partialOutcome(): RowOutcome | undefined;
}

/** An order of the table's menu. */
type MenuOrder = Exclude<ResultsOrder, { do: 'export' | 'mark' }>;

/** What an order is about; rows are named by their index in the results. */
interface Target {
  readonly rows: readonly number[];
  /** Where the keyboard is. */
  readonly row: number | undefined;
  readonly column: ResultColumn | undefined;
}

/** What {@link RowOrders} tell the user. */
export interface OrderEvents {
  /** So many rows are on the clipboard. */
  copied(rows: number): void;
  /** Nothing was done: the rows that a menu was opened on are not listed any more. */
  gone(): void;
}

/** Does what commands of the editor ask of the page: each is about rows that only the page knows. */
export class RowOrders {
  readonly #page: OrderedPage;
  readonly #editor: Editor<ResultsRequest>;
  readonly #events: OrderEvents;
  /** The place in the import of the row in which the editor's cursor is. */
  #marked: number | undefined;
  /** What the table's menu was opened on. Until it is answered the page may change: an order means what its user saw. */
  #menu: Target | undefined;

  constructor(page: OrderedPage, editor: Editor<ResultsRequest>, events: OrderEvents) {
    this.#page = page;
    this.#editor = editor;
    this.#events = events;
  }

  /** The orders of the table's menu are about what is selected by now, whatever becomes of the list. */
  menuOpens(): void {
    this.#menu = this.#target();
  }

  /** The table's menu is about nothing that is listed any more. */
  menuCloses(): void {
    this.#menu = undefined;
  }

  obey(order: ResultsOrder): void {
    switch (order.do) {
      case 'copy':
      case 'goToLine':
      case 'selectInFile':
        if (this.#menu) this.#obeyMenu(order, this.#menu);
        else this.#events.gone();
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
  copy(form: CopyForm, { rows: selected, row, column } = this.#target()): void {
    const { rows, describe } = this.#page;
    const { columns: shown } = this.#page.grid();
    const isCell = form === 'cell';
    if (isCell && (row === undefined || column === undefined)) return;
    const indices = isCell && row !== undefined ? [row] : selected;
    const columns = isCell && column !== undefined ? [column] : shown;
    void this.#editor.ask(copyRequest(form, rows, indices, columns, describe)).then((settled) => {
      if (settled === 'done' && !isCell) this.#events.copied(indices.length);
    });
  }

  /** Has the editor export the rows: which of them, it asks, where there is a choice. */
  export(): void {
    const { rows, selection } = this.#page;
    const view = this.#page.view();
    const shown = view.length < rows.length ? { shown: [...view] } : {};
    const selected = selection.count > 0 ? { selected: [...selection.in(view)] } : {};
    const outcome = this.#page.partialOutcome();
    void this.#editor.ask({ type: 'export', ...shown, ...selected, ...(outcome && { outcome }) });
  }

  /** Has the editor go to a row, which need not be on its line any more. */
  goToLine({ line, place }: ResultRow): void {
    if (line !== null && place !== null) void this.#editor.ask({ type: 'goToRow', place });
  }

  #obeyMenu(order: MenuOrder, menu: Target): void {
    switch (order.do) {
      case 'copy':
        this.copy(order.form, menu);
        return;
      case 'goToLine': {
        const row = menu.row === undefined ? undefined : this.#page.rows.at(menu.row);
        if (row) this.goToLine(row);
        return;
      }
      case 'selectInFile':
        void this.#editor.ask({ type: 'selectInFile', rows: [...menu.rows] });
    }
  }

  /** Without a selection, the row that the keyboard is on. */
  #target(): Target {
    const { selection } = this.#page;
    const { row, column } = this.#page.grid().active;
    const alone = row === undefined ? [] : [row];
    return { rows: selection.count > 0 ? selection.in(this.#page.view()) : alone, row, column };
  }
}
