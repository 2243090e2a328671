import type { ResultRow } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { nameOf, whyOf } from './columns';
import type { Details } from './details';
import type { Grid } from './grid';
import { rangesOf, rowsIn } from './keptRows';
import type { KeptState } from './keptState';
import type { Selection } from './selection';

/** What {@link OpenRow} looks at. */
export interface OpenRowPage {
  readonly rows: Rows;
  readonly selection: Selection;
  readonly state: KeptState;
  readonly details: Details;
  grid(): Grid;
  /** Tells how many rows are selected, as far as that is worth saying. */
  count(selected: number): void;
}

/** The row whose details are shown, and the selection of which it is a part. */
export class OpenRow {
  readonly #page: OpenRowPage;
  /** What the details show. */
  #drawn: { readonly index: number | undefined; readonly state: string } | undefined;

  constructor(page: OpenRowPage) {
    this.#page = page;
  }

  /** The row's index in the results; `undefined` when no details are shown. */
  get index(): number | undefined {
    return this.#page.state.now.selected;
  }

  /** What was selected when the page was left. */
  restore(): void {
    const { selection, state, rows } = this.#page;
    const { chosen, selected } = state.now;
    if (selection.count === 0) selection.only(selected);
    if (chosen) selection.add(rowsIn(chosen, rows.length));
  }

  /** @param enter whether the focus goes to the details */
  open(row: number, enter: boolean): void {
    const { selection, details } = this.#page;
    selection.only(row);
    this.show(row);
    this.#page.grid().goTo(row);
    this.#page.grid().reveal();
    if (enter) details.focus();
  }

  /** The row is not selected any more, unless the user has selected others besides. */
  close(): void {
    if (this.#page.selection.count === 1) this.#page.selection.only(undefined);
    this.show(undefined);
    this.#page.grid().focus();
  }

  /** Shows the details of a row, or none; what is selected stays. */
  show(row: number | undefined): void {
    this.#keep(row);
    this.#page.grid().drawSelection();
    this.selectionChanged();
  }

  /** Shows what has become of the row. The keyboard stays where it is: the details may be those of another row. */
  renew(): void {
    this.#keep(this.index);
  }

  deselect(): void {
    this.#page.selection.only(undefined);
    this.#page.grid().drawSelection();
    this.selectionChanged();
  }

  /** One row that is selected for its details needs no count. */
  selectionChanged(): void {
    const { selection, state } = this.#page;
    const isAlone = selection.count === 1 && this.index !== undefined;
    this.#page.count(isAlone ? 0 : selection.count);
    state.set({ chosen: isAlone ? undefined : rangesOf(selection) });
  }

  #keep(index: number | undefined): void {
    const row = index === undefined ? undefined : this.#page.rows.at(index);
    const selected = row && index;
    this.#draw(selected, row);
    this.#page.state.set({ selected });
  }

  /** Every look at a row gives another object: one that has not changed is not drawn again. */
  #draw(index: number | undefined, row: ResultRow | undefined): void {
    const { details } = this.#page;
    const drawn = row && {
      index,
      state: `${row.outcome} ${row.history.length} ${row.id} ${nameOf(row)} ${whyOf(row)}`,
    };
    if (drawn?.index === this.#drawn?.index && drawn?.state === this.#drawn?.state) return;
    const isSame = drawn?.index === this.#drawn?.index;
    const { scrollTop } = details.element;
    const hadFocus = details.element.contains(document.activeElement);
    details.show(row);
    if (isSame) details.element.scrollTop = scrollTop;
    if (isSame && hadFocus) details.focus();
    this.#drawn = drawn;
  }
}
