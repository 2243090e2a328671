import { rowOutcomes } from './resultRow';
import { columnCount, countRows, outcomeAt, rowsOnPage, type RowPage } from './rowPage';
import { Rows, type RowList } from './rows';

/** A page of rows as the editor holds it, as it travels to the page, and as it is kept. */
export interface EncodedPage {
  /** How many rows it has. */
  readonly count: number;
  /**
   * Its numbers, column by column, each as the difference from the one above it in as few bytes as that takes (zigzag,
   * LEB128), then its texts in UTF-8, one behind the other. Lines, and texts that no other row has, are a byte each. They
   * have a buffer of their own: of a part, VS Code would send the whole.
   */
  readonly bytes: Uint8Array;
}

/** What pages are encoded in, one after the other: each as large as one might become would be most of an import's garbage. */
let scratch = new Uint8Array(0);

/** Encodes a page, in milliseconds. */
export function encodePage({ count, texts, cells, lists, detailEnds, historyEnds }: RowPage): EncodedPage {
  const lengths = new Uint32Array(texts.length);
  for (let at = 0; at < texts.length; at++) lengths[at] = texts[at]?.length ?? 0;
  // Pairs, whose halves have little in common.
  const halves = [new Uint32Array((lists.length + 1) >> 1), new Uint32Array(lists.length >> 1)];
  for (let place = 0; place < lists.length; place++) {
    const half = halves[place % 2];
    if (half) half[place >> 1] = lists[place] ?? 0;
  }
  const counts = Uint32Array.of(texts.length, lists.length);
  const columns = [counts, lengths, ...cells, detailEnds, historyEnds, ...halves];
  const text = new TextEncoder().encode(texts.join(''));
  const numberCount = columns.reduce((sum, { length }) => sum + length, 0);
  const most = 5 * numberCount + text.length;
  if (scratch.length < most) scratch = new Uint8Array(2 * most);
  const bytes = scratch;
  let end = 0;
  for (const column of columns) {
    let above = 0;
    column.forEach((number) => {
      const step = (number - above) | 0;
      above = number;
      let rest = ((step << 1) ^ (step >> 31)) >>> 0;
      for (; rest > 127; rest >>>= 7) bytes[end++] = (rest & 127) | 128;
      bytes[end++] = rest;
    });
  }
  bytes.set(text, end);
  return { count, bytes: bytes.slice(0, end + text.length) };
}

/** The reverse of {@link encodePage}; `undefined` for what is damaged. Numbers of texts that are not there read as empty. */
export function decodePage({ count, bytes }: EncodedPage): RowPage | undefined {
  let at = 0;
  const column = (length: number) => {
    // Each number takes a byte at least: no length that is damaged makes a list that no memory can hold.
    if (length > bytes.length) at = Infinity;
    const numbers = new Uint32Array(at === Infinity ? 0 : length);
    let above = 0;
    for (let place = 0; place < numbers.length; place++) {
      let [step, shift, byte] = [0, 0, 128];
      for (; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0;
        step |= (byte & 127) << shift;
      }
      above += (step >>> 1) ^ -(step & 1);
      numbers[place] = above;
    }
    return numbers;
  };
  const [textCount = 0, listCount = 0] = column(2);
  const lengths = column(textCount);
  const cells = Array.from({ length: columnCount }, () => column(count));
  const [detailEnds, historyEnds] = [column(count), column(count)];
  const halves = [column(Math.ceil(listCount / 2)), column(Math.floor(listCount / 2))];
  if (at > bytes.length) return undefined;
  const lists = new Uint32Array(listCount).map((_, place) => halves[place % 2]?.[place >> 1] ?? 0);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at));
  let end = 0;
  const texts = Array.from(lengths, (length) => text.slice(end, (end += length)));
  const isWhole = end === text.length && cells[outcomeAt]?.every((outcome) => outcome < rowOutcomes.length);
  return isWhole ? { count, texts, cells, lists, detailEnds, historyEnds } : undefined;
}

/** The rows of encoded pages, each with {@link rowsOnPage} but the last, one page of which is decoded at a time. */
export class EncodedRows implements RowList {
  readonly length: number;
  #decoded: { readonly number: number; readonly rows: Rows } | undefined;

  constructor(private readonly pages: readonly EncodedPage[]) {
    this.length = countRows(pages);
  }

  at(index: number): ReturnType<RowList['at']> {
    return this.#page(Math.floor(index / rowsOnPage)).at(index % rowsOnPage);
  }

  *[Symbol.iterator](): ReturnType<RowList[typeof Symbol.iterator]> {
    for (const number of this.pages.keys()) yield* this.#page(number);
    return undefined;
  }

  #page(number: number): Rows {
    if (this.#decoded?.number === number) return this.#decoded.rows;
    const encoded = this.pages[number];
    const page = encoded && decodePage(encoded);
    const rows = new Rows(page ? [page] : []);
    this.#decoded = { number, rows };
    return rows;
  }
}
