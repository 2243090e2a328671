import { resultColumns, type ResultRow } from '../../protocol/results';
import type { Describe } from './columns';

/** Text without case and accents, as two texts are compared when somebody types to find a name. */
export function fold(text: string): string {
  // Most rows hold no such letter, and normalising costs ten times what looking for one does.
  if (!/[\u0080-\uffff]/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Finds rows by what their cells show, and by their message. A row matches when each word that was typed occurs in some cell,
 * so "mueller +49" finds a name and a prefix in two columns.
 */
export class Search {
  readonly #rows: readonly ResultRow[];
  readonly #describe: Describe;
  /** Each row's cells and message, folded. Made at the first search: most imports are looked at without one. */
  #texts: readonly string[] | undefined;

  constructor(rows: readonly ResultRow[], describe: Describe) {
    this.#rows = rows;
    this.#describe = describe;
  }

  /** A test for the row at an index, or `undefined` when the typed text holds no word. */
  matcher(typed: string): ((index: number) => boolean) | undefined {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return undefined;
    const texts = (this.#texts ??= this.#rows.map((row) => this.#textOf(row)));
    return (index) => words.every((word) => texts[index]?.includes(word));
  }

  /**
   * A line break parts the cells: no typed word holds one, so none matches across two of them. What another name or
   * number is stored as is found, too.
   */
  #textOf(row: ResultRow): string {
    const cells = resultColumns.map((column) => this.#describe(row, column).text);
    const stored = row.stored ? Object.values(row.stored) : [];
    return fold([...cells, row.remark, ...stored].join('\n'));
  }
}
