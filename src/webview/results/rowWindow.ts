import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { element } from '../shared/dom';

/** What a {@link RowWindow} asks of the grid. */
export interface RowSource {
  /** An element for rows, which shows none yet. */
  create(): HTMLElement;
  /** Has an element show the row at a place of the current view; it may show another one. */
  draw(row: HTMLElement, place: number): void;
  /** Called after rows came and went, or might have. */
  rendered(haveChanged: boolean): void;
}

/** Rows beyond the visible ones, so that scrolling shows no gaps. Another view is seen sooner without them: they come at rest. */
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
      onChange: () => {
        this.#drawBeyond(overscan);
        this.#render();
      },
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
    this.#drawBeyond(0);
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

  /**
   * To be called when rows rest: draws those beyond the visible ones, and has all stand in the document as in the view, for readers of the screen. Not while they come and go: a row that is moved
   * costs as much as one that is made. The one with the focus is not moved, which would take its focus away.
   */
  rest(): void {
    this.#drawBeyond(overscan);
    this.#render();
    const rows = this.#places().flatMap((place) => this.#rows.get(place) ?? []);
    const fixed = Math.max(0, rows.findIndex(hasFocus));
    for (let at = fixed + 1; at < rows.length; at++) {
      const [before, row] = [rows[at - 1], rows[at]];
      if (row && before?.nextElementSibling !== row) before?.after(row);
    }
    for (let at = fixed - 1; at >= 0; at--) {
      const [row, next] = [rows[at], rows[at + 1]];
      if (row && next?.previousElementSibling !== row) next?.before(row);
    }
  }

  /** Lets go of the scrolling element. */
  dispose(): void {
    this.#unmount();
  }

  #drawBeyond(rows: number): void {
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, overscan: rows });
  }

  /** Elements of rows that have left show those that have come: to make a row takes twice as long as to draw one over. */
  #render(): void {
    const places = this.#places();
    const wanted = new Set(places);
    for (const place of this.#rows.keys()) if (!wanted.has(place)) this.#rows.delete(place);
    const spare = this.#spare();
    let next = this.element.firstElementChild;
    let haveChanged = spare.length > 0;
    for (const place of places) {
      let row = this.#rows.get(place);
      if (row === undefined) {
        haveChanged = true;
        row = spare.shift() ?? this.element.insertBefore(this.#source.create(), next);
        this.#source.draw(row, place);
        row.style.top = `${place * this.#rowHeight}px`;
        this.#rows.set(place, row);
      }
      next = row.nextElementSibling;
    }
    for (const row of spare) row.remove();
    this.#source.rendered(haveChanged);
  }

  /** Elements that show no row any more. Where somebody is, or has selected text, they go: another row is not what was meant. */
  #spare(): HTMLElement[] {
    const used = new Set<Element>(this.#rows.values());
    const unused = ([...this.element.children] as HTMLElement[]).filter((row) => !used.has(row));
    if (unused.length === 0) return unused;
    const isTextSelected = getSelection()?.isCollapsed === false;
    const gone = unused.filter((row) => isTextSelected || hasFocus(row));
    for (const row of gone) row.remove();
    return unused.filter((row) => !gone.includes(row));
  }

  /** A row that scrolled away with the focus in it would drop the focus to the document's body: so it is kept. */
  #places(): number[] {
    const places = this.#virtualizer.getVirtualItems().map(({ index }) => index);
    const { count } = this.#virtualizer.options;
    if (this.#kept < count && !places.includes(this.#kept)) places.push(this.#kept);
    return places.sort((a, b) => a - b);
  }
}

function hasFocus(row: HTMLElement): boolean {
  return row.contains(document.activeElement);
}
