import { sentColumns } from './resultRow';

/**
 * A thousand rows at once, by columns. Each text is there once, and cells hold its number: of 100,000 contacts most
 * values repeat, and an object for each row takes five times as much.
 */
export interface RowPage {
  readonly count: number;
  readonly texts: readonly string[];
  /**
   * By column, one number a row: the outcome's place among all of them; 1 more than that of the note; the line; 1 more
   * than the place; whether a contact is known; then texts, by their numbers; then what the stream has instead of what
   * was sent, 1 more than its number. 0 for none.
   */
  readonly cells: readonly Uint32Array[];
  /** The contacts' further fields, path and value by turns, and the history's outcome and time; where each row's end. */
  readonly lists: Uint32Array;
  readonly detailEnds: Uint32Array;
  readonly historyEnds: Uint32Array;
}

/** Rows on a page: what is packed, sent or read without a pause. As many as a request has, whose answer changes them together. */
export const rowsOnPage = 1_000;

/** The columns of texts, in order. */
export const textColumns = [...sentColumns, 'status', 'id', 'createdAt', 'message', 'remark'] as const;
/** Where each column is among the cells: numbers, then texts, then what the stream has in their place. */
export const [outcomeAt, noteAt, lineAt, placeAt, hasStoredAt, textsAt] = [0, 1, 2, 3, 4, 5];
/** What the stream has in place of the six that are sent. */
export const storedAt = textsAt + textColumns.length;
export const columnCount = storedAt + sentColumns.length;

/** How many rows some pages have. */
export function countRows(pages: readonly { readonly count: number }[]): number {
  return pages.reduce((sum, { count }) => sum + count, 0);
}

/** A row's texts on a page, by column: numbers of {@link RowPage.texts}. Dates are shown in another form than they are kept. */
export function textCells({ cells }: RowPage): {
  readonly plain: readonly Uint32Array[];
  /** One more than the number; 0 where the stream has what was sent. */
  readonly stored: readonly Uint32Array[];
  readonly dates: Uint32Array;
} {
  const texts = cells.slice(textsAt, storedAt);
  const at = textColumns.indexOf('createdAt');
  const dates = texts[at] ?? new Uint32Array(0);
  return { plain: texts.filter((_, place) => place !== at), stored: cells.slice(storedAt), dates };
}

/** A page's outcomes, as places among all of them; lines, 0 for none; 1 more than places, 0 for none. */
export function numberCells({ cells }: RowPage): {
  readonly outcomes: Uint32Array;
  readonly lines: Uint32Array;
  readonly places: Uint32Array;
} {
  const none = new Uint32Array(0);
  return { outcomes: cells[outcomeAt] ?? none, lines: cells[lineAt] ?? none, places: cells[placeAt] ?? none };
}
