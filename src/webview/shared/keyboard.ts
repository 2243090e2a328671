/** A place in the grid: a row of the current view, or −1 for the headings, and a column. Both count from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The grid's size as the keyboard sees it. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown move by. */
  readonly page: number;
}

/** The row of the headings. */
export const headings = -1;

/**
 * Where a key leads, as the ARIA grid pattern has it, or `undefined` for a key that does not move.
 * @param jump whether Ctrl (⌘ on a Mac) is held: Home and End then lead to the first and last row
 */
export function move(key: string, jump: boolean, from: Place, extent: Extent): Place | undefined {
  const to = target(key, jump, from, extent);
  return (
    to && {
      row: clamp(to.row, headings, extent.rows - 1),
      column: clamp(to.column, 0, extent.columns - 1),
    }
  );
}

function target(key: string, jump: boolean, { row, column }: Place, extent: Extent): Place | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'PageUp':
      // The headings are a step above the first row, not a page.
      return { row: row === headings ? row : Math.max(0, row - extent.page), column };
    case 'PageDown':
      return { row: row + extent.page, column };
    case 'Home':
      return { row: jump ? 0 : row, column: 0 };
    case 'End':
      return { row: jump ? extent.rows - 1 : row, column: extent.columns - 1 };
    default:
      return undefined;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
