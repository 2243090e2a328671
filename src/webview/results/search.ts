import { rowOutcomes } from '../../protocol/results';
import { numberCells, textCells, type RowPage } from '../../protocol/rowPage';
import type { Rows } from '../../protocol/rows';
import type { Format } from '../shared/format';
import { outcomeLabels } from './labels';

/** Text without case and accents, as two texts are compared when somebody types to find a name. */
export function fold(text: string): string {
  // Most rows hold no such letter, and normalising costs ten times what looking for one does.
  if (!/[\u0080-\uffff]/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The same of many texts: all at once costs a third of one after the other. */
export function foldAll(texts: readonly string[]): readonly string[] {
  const lower = texts.join('\0').toLowerCase().split('\0');
  if (lower.length !== texts.length) return texts.map(fold);
  return lower.map((text, index) => (/[\u0080-\uffff]/.test(text) ? fold(texts[index] ?? '') : text));
}

/** What is looked through of a page: each of its texts once, however many rows have it, and all of them at one go. */
interface Folded {
  /** One behind the other, NULs in between, and where each ends. */
  readonly joined: string;
  readonly ends: Uint32Array;
  /** By the number of the text, as dates are shown. */
  readonly dates: ReadonlyMap<number, string>;
}

/**
 * Finds rows by what their cells show, whether or not their column is shown, by what is said of them, and by what the
 * stream has. A row matches when each word that was typed occurs in one of these, so "mueller +49" finds a name and a
 * prefix in two columns.
 */
export class Search {
  readonly #rows: Rows;
  readonly #format: Pick<Format, 'date'>;
  readonly #outcomes: readonly string[];
  /** By page, made when it is first looked through, or before. */
  readonly #folded = new WeakMap<RowPage, Folded>();

  constructor(rows: Rows, format: Pick<Format, 'date'>) {
    this.#rows = rows;
    this.#format = format;
    const labels = outcomeLabels();
    this.#outcomes = rowOutcomes.map((outcome) => fold(labels[outcome]));
  }

  /** Makes ready one more page of rows for being looked through. @returns whether there was one */
  prepare(): boolean {
    const page = this.#rows.pages.find((one) => !this.#folded.has(one));
    if (page) this.#fold(page);
    return page !== undefined;
  }

  /** A test for the row at an index, or `undefined` when the typed text holds no word. */
  matcher(typed: string): ((index: number) => boolean) | undefined {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return undefined;
    const hits = new Uint8Array(this.#rows.length).fill(1);
    let from = 0;
    for (const page of this.#rows.pages) {
      const folded = this.#folded.get(page) ?? this.#fold(page);
      for (const word of words) this.#look(page, folded, word, hits.subarray(from, from + page.count));
      from += page.count;
    }
    return (index) => hits[index] === 1;
  }

  /** Takes the hit from each row that has the word nowhere. */
  #look(page: RowPage, { dates, ...texts }: Folded, word: string, hits: Uint8Array): void {
    const has = textsWith(texts, word);
    const inOutcome = this.#outcomes.map((label) => label.includes(word));
    const { plain, stored, dates: dateCells } = textCells(page);
    const { outcomes, lines } = numberCells(page);
    const found = new Uint8Array(page.count);
    const add = (cells: Uint32Array, isHit: (cell: number) => boolean) => {
      for (let row = 0; row < found.length; row++) if (isHit(cells[row] ?? 0)) found[row] = 1;
    };
    add(outcomes, (outcome) => inOutcome[outcome] === true);
    for (const cells of plain) add(cells, (text) => has[text] === 1);
    for (const cells of stored) add(cells, (text) => has[text - 1] === 1);
    const inDates = new Set([...dates].filter(([, date]) => date.includes(word)).map(([number]) => number));
    if (inDates.size > 0) add(dateCells, (text) => inDates.has(text));
    if (/^\d+$/.test(word)) add(lines, (line) => String(line).includes(word));
    for (let row = 0; row < found.length; row++) hits[row] = Number(hits[row] === 1 && found[row] === 1);
  }

  #fold(page: RowPage): Folded {
    const dates = new Map<number, string>();
    for (const number of textCells(page).dates) {
      if (!dates.has(number)) dates.set(number, fold(this.#format.date(page.texts[number] ?? '')));
    }
    const folded = { ...joinedTexts(page.texts), dates };
    this.#folded.set(page, folded);
    return folded;
  }
}

function joinedTexts(texts: readonly string[]): Pick<Folded, 'joined' | 'ends'> {
  const folded = foldAll(texts);
  let end = -1;
  return { joined: folded.join('\0'), ends: Uint32Array.from(folded, ({ length }) => (end += length + 1)) };
}

/** 1 for each text that has the word. */
function textsWith({ joined, ends }: Pick<Folded, 'joined' | 'ends'>, word: string): Uint8Array {
  const has = new Uint8Array(ends.length);
  let text = 0;
  for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, ends[text] ?? joined.length)) {
    while ((ends[text] ?? Infinity) <= at) text++;
    has[text] = 1;
    if (text === ends.length - 1) break;
  }
  return has;
}
