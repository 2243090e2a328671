import { rowOutcomes } from '../../protocol/results';
import { numberCells, textCells, type RowPage } from '../../protocol/rowPage';
import type { Rows } from '../../protocol/rows';
import type { Format } from '../shared/format';
import { outcomeLabels } from './labels';

/** Letters beyond ASCII without their accents: a list has few that differ, and to normalise one takes long. */
const withoutAccents = new Map<string, string>();

/** Text without case and accents, as two texts are compared when somebody types to find a name. */
export function fold(text: string): string {
  return text.replace(/[\u0080-\uffff]+/g, bare).toLowerCase();
}

function bare(letters: string): string {
  let known = withoutAccents.get(letters);
  if (known === undefined) {
    known = letters.normalize('NFKD').replace(/\p{M}/gu, '');
    if (withoutAccents.size > 5_000) withoutAccents.clear();
    withoutAccents.set(letters, known);
  }
  return known;
}

/** The same of many texts: all at once costs a fraction of one after the other. */
export function foldAll(texts: readonly string[]): readonly string[] {
  const joined = texts.join('\0');
  const folded = fold(joined);
  if (folded === joined) return texts;
  const all = folded.split('\0');
  return all.length === texts.length ? all : texts.map(fold);
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
    const { plain, stored, dates: dateCells } = textCells(page);
    const { outcomes, lines } = numberCells(page);
    const found = new Uint8Array(page.count);
    const inOutcome = Uint8Array.from(this.#outcomes, (label) => Number(label.includes(word)));
    if (inOutcome.includes(1)) mark(found, outcomes, inOutcome);
    const has = textsWith(texts, word);
    if (has) {
      for (const cells of plain) mark(found, cells, has.subarray(1));
      for (const cells of stored) mark(found, cells, has);
    }
    const inDates = new Uint8Array(page.texts.length);
    for (const [number, date] of dates) inDates[number] = Number(date.includes(word));
    if (inDates.includes(1)) mark(found, dateCells, inDates);
    if (/^\d+$/.test(word)) {
      for (let row = 0; row < found.length; row++) if (String(lines[row]).includes(word)) found[row] = 1;
    }
    for (let row = 0; row < found.length; row++) if (found[row] === 0) hits[row] = 0;
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

/** Marks the rows whose cell is one that is wanted, which has a 1 at its number. */
function mark(found: Uint8Array, cells: Uint32Array, wanted: Uint8Array): void {
  for (let row = 0; row < found.length; row++) if (wanted[cells[row] ?? 0] === 1) found[row] = 1;
}

function joinedTexts(texts: readonly string[]): Pick<Folded, 'joined' | 'ends'> {
  const folded = foldAll(texts);
  const ends = new Uint32Array(folded.length);
  let end = -1;
  for (let text = 0; text < ends.length; text++) ends[text] = end += (folded[text]?.length ?? 0) + 1;
  return { joined: folded.join('\0'), ends };
}

/** 1 for each text that has the word, at 1 more than its number; nothing when none has it. */
function textsWith({ joined, ends }: Pick<Folded, 'joined' | 'ends'>, word: string): Uint8Array | undefined {
  let at = joined.indexOf(word);
  if (at < 0) return undefined;
  const has = new Uint8Array(ends.length + 1);
  for (let text = 0; at >= 0; at = joined.indexOf(word, ends[text])) {
    while ((ends[text] ?? Infinity) <= at) text++;
    has[text + 1] = 1;
    if (text === ends.length - 1) break;
  }
  return has;
}
