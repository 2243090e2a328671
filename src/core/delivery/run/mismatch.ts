/**
 * Where a request reads otherwise than the checks read it, by places alone: nothing of what stands there.
 *
 * | what | the request … |
 * |---|---|
 * | `header` | has another header cell, one more or one less |
 * | `value` | has another value in a row's cell |
 * | `cells` | has more or fewer cells in a row, from that column on |
 * | `missing` | ends before the row |
 * | `extra` | goes on behind the row, its last one |
 * | `unreadable` | is no CSV from the row on |
 */
export interface Mismatch {
  readonly what: 'header' | 'value' | 'cells' | 'missing' | 'extra' | 'unreadable';
  /** The row: its place in the import from 0, its 1-based line in the user's file. Absent where it is the header. */
  readonly row?: { readonly index: number; readonly line: number };
  /** The column, from 1. */
  readonly column?: number;
}
