import type { ResultColumn, ResultRow } from '../../protocol/results';
import { outcomeIcons, type Describe } from './columns';
import { element } from '../shared/dom';
import type { Place } from '../shared/keyboard';

/**
 * One row of the table, without its cells: see {@link drawCells}.
 * @param place the row's index in the current view, from 0
 */
export function createRow(row: ResultRow, place: number): HTMLElement {
  return element('div', {
    role: 'row',
    class: `row ${row.outcome} ${row.note ?? ''}${place % 2 === 1 ? ' odd' : ''}`,
    // The headings are row 1.
    'aria-rowindex': String(place + 2),
    'aria-selected': 'false',
  });
}

/**
 * Has exactly some of its cells in a row. Those that stay are not touched: one may have the focus.
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
    if (!present && wanted.has(index)) element.insertBefore(createCell(row, column, index, describe), next);
  }
}

/** A cell takes the focus itself, but for the line number, whose button does. */
function createCell(row: ResultRow, column: ResultColumn, index: number, describe: Describe): HTMLElement {
  const { text, title } = describe(row, column);
  // The outcome's icon is drawn by its cell: with an element of its own, a screen of rows had a fifth more.
  const drawn = column === 'outcome' ? ` codicon-${outcomeIcons[row.outcome]}` : '';
  const cell = element('div', {
    role: 'gridcell',
    class: `cell ${column}${drawn}`,
    'aria-colindex': String(index + 1),
  });
  cell.style.gridColumn = String(index + 1);
  if (column === 'line' && row.line !== null) {
    cell.append(element('button', { type: 'button', class: 'link', tabindex: '-1', title }, text));
    return cell;
  }
  cell.append(text);
  cell.tabIndex = -1;
  if (title) cell.title = title;
  return cell;
}

/** Has a row that is in the document look like another one of the same columns, and leaves the focus where it is. */
export function updateRow(shown: HTMLElement, like: HTMLElement): void {
  if (shown.className !== like.className) shown.className = like.className;
  for (const [place, cell] of [...like.children].entries()) {
    const before = shown.children[place];
    if (before?.textContent === cell.textContent && before.className === cell.className) continue;
    if (before === undefined || !(cell instanceof HTMLElement)) continue;
    before.className = cell.className;
    before.setAttribute('title', cell.title);
    before.replaceChildren(...cell.childNodes);
  }
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
