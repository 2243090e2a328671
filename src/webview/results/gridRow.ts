import type { ResultColumn, ResultRow } from '../../protocol/results';
import { outcomeIcons, type Describe } from './columns';
import { element } from '../shared/dom';
import type { Place } from '../shared/keyboard';

/** An element for rows, which shows none yet: see {@link drawRow}. */
export function createRow(): HTMLElement {
  return element('div', { role: 'row', class: 'row', 'aria-selected': 'false' });
}

/**
 * Has an element show a row, whatever it showed before. Its cells stay those that they are: one may have the focus.
 * @param row none for one that is gone
 * @param place the row's index in the current view, from 0
 */
export function drawRow(
  element: HTMLElement,
  row: ResultRow | undefined,
  place: number,
  columns: readonly ResultColumn[],
  describe: Describe,
): void {
  const kind = row ? ` ${row.outcome} ${row.note ?? ''}` : '';
  setClass(element, `row${kind}${place % 2 === 1 ? ' odd' : ''}`);
  // The headings are row 1.
  element.ariaRowIndex = String(place + 2);
  for (const cell of element.children) {
    const column = columns[Number(cell.ariaColIndex) - 1];
    if (row && column && cell instanceof HTMLElement) drawCell(cell, row, column, describe);
    else cell.replaceChildren();
  }
}

/**
 * Has exactly some of its cells in a row. Those that stay are not touched.
 * @param wanted columns, by their index
 */
export function drawCells(
  element: HTMLElement,
  row: ResultRow,
  columns: readonly ResultColumn[],
  wanted: ReadonlySet<number>,
  describe: Describe,
): void {
  let next = element.firstElementChild;
  for (const [index, column] of columns.entries()) {
    const present = next?.ariaColIndex === String(index + 1) ? next : undefined;
    if (present) next = present.nextElementSibling;
    if (present && !wanted.has(index)) present.remove();
    if (!present && wanted.has(index)) {
      const cell = createCell(index);
      drawCell(cell, row, column, describe);
      element.insertBefore(cell, next);
    }
  }
}

function createCell(index: number): HTMLElement {
  const cell = element('div', { role: 'gridcell', 'aria-colindex': String(index + 1) });
  cell.style.gridColumn = String(index + 1);
  cell.tabIndex = -1;
  return cell;
}

/** A cell takes the focus itself, but for the line number, whose button does. */
function drawCell(cell: HTMLElement, row: ResultRow, column: ResultColumn, describe: Describe): void {
  const { text, title } = describe(row, column);
  // The outcome's icon is drawn by its cell: with an element of its own, a screen of rows had a fifth more.
  const drawn = column === 'outcome' ? ` codicon-${outcomeIcons[row.outcome]}` : '';
  setClass(cell, `cell ${column}${drawn}`);
  const target = column === 'line' ? lineTarget(cell, row.line !== null) : cell;
  if (target.title !== title) target.title = title;
  const shown = target.firstChild;
  // A text that is written over costs less than another one in its place.
  if (!(shown instanceof Text)) target.textContent = text;
  else if (shown.data !== text) shown.data = text;
}

/** What shows the line: a button, unless the row has none. */
function lineTarget(cell: HTMLElement, hasLine: boolean): HTMLElement {
  const shown = cell.firstElementChild;
  if (hasLine && shown instanceof HTMLElement) return shown;
  if (!hasLine) {
    shown?.remove();
    cell.tabIndex = -1;
    return cell;
  }
  const button = element('button', { type: 'button', class: 'link', tabindex: '-1' });
  cell.removeAttribute('tabindex');
  cell.removeAttribute('title');
  cell.replaceChildren(button);
  return button;
}

function setClass(element: Element, name: string): void {
  if (element.className !== name) element.className = name;
}

/** The element of a row's cell that takes the focus. */
export function cellTarget(row: Element | undefined, column: number): HTMLElement | undefined {
  const cell = row?.querySelector(`:scope > [aria-colindex="${column + 1}"]`);
  const target = cell?.firstElementChild instanceof HTMLButtonElement ? cell.firstElementChild : cell;
  return target instanceof HTMLElement ? target : undefined;
}

/** The place of the cell that an event came from. */
export function placeOf(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = Number(target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex'));
  const column = Number(target.closest('[aria-colindex]')?.getAttribute('aria-colindex'));
  return row && column ? { row: row - 2, column: column - 1 } : undefined;
}
