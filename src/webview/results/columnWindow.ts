import type { ResultColumn } from '../../protocol/results';
import { fixedColumns } from './shownColumns';

/** So far beyond the edge columns are drawn, in px, so that scrolling shows no gaps. */
const beyond = 48;

/** Which columns are drawn: those in sight, those that stay in place, and the one that the keyboard is on. */
export class ColumnWindow {
  readonly #scroller: HTMLElement;
  readonly #columns: readonly ResultColumn[];
  readonly #headings: readonly HTMLElement[];
  #wanted: ReadonlySet<number> = new Set();
  /** What the wanted ones depend on, when they were last worked out. */
  #seen = '';

  /** @param headings of all columns: they are laid out whether or not they are in sight */
  constructor(scroller: HTMLElement, columns: readonly ResultColumn[], headings: readonly HTMLElement[]) {
    this.#scroller = scroller;
    this.#columns = columns;
    this.#headings = headings;
  }

  /** Columns by their index. */
  get wanted(): ReadonlySet<number> {
    return this.#wanted;
  }

  /**
   * Works them out anew.
   * @param active the column that the keyboard is on
   * @returns whether they are others than before
   */
  update(active: number): boolean {
    const { scrollLeft, clientWidth } = this.#scroller;
    const wanted = new Set(
      this.#headings.flatMap((heading, index) => {
        const column = this.#columns[index];
        if (index === active || (column && fixedColumns.includes(column))) return [index];
        const start = heading.offsetLeft - scrollLeft;
        return start < clientWidth + beyond && start + heading.offsetWidth > -beyond ? [index] : [];
      }),
    );
    const seen = [...wanted].join();
    if (seen === this.#seen) return false;
    this.#seen = seen;
    this.#wanted = wanted;
    return true;
  }
}
