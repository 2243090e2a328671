import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { element } from '../shared/dom';

/** What a {@link RowWindow} asks of the grid. */
export interface RowSource {
  /** Makes the element of the row at a place of the current view. */
  create(place: number): HTMLElement;
  /** Called after rows came and went. */
  rendered(): void;
}

/** Rows beyond the visible ones, so that scrolling shows no gaps. */
const overscan = 8;

/** Keeps only the rows in sight (and the one with the focus) in the document, however many there are. */
export class RowWindow {
  readonly element = element('div', { role: 'rowgroup', class: 'body' });
  readonly #rows = new Map<number, HTMLElement>();
  readonly #source: RowSource;
  readonly #scroller: HTMLElement;
  readonly #headHeight: number;
  readonly #rowHeight: number;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #unmount: () => void;
  #kept = 0;

  /**
   * @param scroller the element that scrolls, already in the document; its headings are above this one
   * @param headHeight px that the headings take, and cover while they stick
   */
  constructor(scroller: HTMLElement, headHeight: number, rowHeight: number, source: RowSource) {
    this.#source = source;
    this.#scroller = scroller;
    this.#headHeight = headHeight;
    this.#rowHeight = rowHeight;
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
      count: 0,
      getScrollElement: () => scroller,
      estimateSize: () => rowHeight,
      scrollMargin: headHeight,
      overscan,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.#render(),
    });
    this.#unmount = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** The rows in the document, by place. */
  get rows(): ReadonlyMap<number, HTMLElement> {
    return this.#rows;
  }

  /** There are so many rows now, of which the first are those that were there. */
  resize(count: number): void {
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, count });
    this.element.style.height = `${count * this.#rowHeight}px`;
    this.#render();
  }

  /** Shows another view of the rows: nothing that was rendered is right any more. */
  reset(count: number, kept: number): void {
    this.#kept = kept;
    this.#rows.clear();
    this.element.replaceChildren();
    this.resize(count);
  }

  /** Has the row at a place in the document, in sight or not, until another is kept. */
  keep(place: number): void {
    this.#kept = place;
    this.#render();
  }

  /** Scrolls to a place unless it is in sight, so far that the rows around it are seen too. */
  reach(place: number): void {
    const { scrollTop, clientHeight } = this.#scroller;
    const room = clientHeight - this.#headHeight;
    const top = place * this.#rowHeight;
    if (top < scrollTop || top + this.#rowHeight > scrollTop + room)
      this.#scroller.scrollTop = top - room / 2;
  }

  /** Lets go of the scrolling element. */
  dispose(): void {
    this.#unmount();
  }

  #render(): void {
    const places = this.#places();
    const wanted = new Set(places);
    for (const [place, row] of this.#rows) {
      if (wanted.has(place)) continue;
      row.remove();
      this.#rows.delete(place);
    }
    // In the order of the view, for screen readers. Rows that stay are not moved: moving one takes its focus away.
    let next = this.element.firstElementChild;
    for (const place of places) {
      const present = this.#rows.get(place);
      if (present) {
        next = present.nextElementSibling;
        continue;
      }
      const row = this.#source.create(place);
      row.style.transform = `translateY(${place * this.#rowHeight}px)`;
      this.#rows.set(place, row);
      this.element.insertBefore(row, next);
    }
    this.#source.rendered();
  }

  /** A row that scrolled away with the focus in it would drop the focus to the document's body: so it is kept. */
  #places(): number[] {
    const places = this.#virtualizer.getVirtualItems().map(({ index }) => index);
    const { count } = this.#virtualizer.options;
    if (this.#kept < count && !places.includes(this.#kept)) places.push(this.#kept);
    return places.sort((a, b) => a - b);
  }
}
