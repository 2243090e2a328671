import { isBlankText, placeholder } from '../contact';
import type { ContactSheet } from '../checks';
import { cellValue } from './rowReading';

/** So many filled cells tell what a column holds. */
const tellingCells = 300;
/** A field that is empty for so long counts as empty: the look must not read a million rows. */
const mostRecords = 3000;

/** Such a share of the cells must say so; or such a one, where a header says it too. Of 1. */
export const most = 0.8;
export const half = 0.5;

/** The cells of two fields in one row, both filled. */
export type Pair = readonly [one: string, other: string];

/** The first filled cells of the fields of a file, without the blanks around them. Cells that say nothing are not filled. */
export class Samples {
  private readonly known = new Map<number, readonly string[]>();

  constructor(private readonly sheet: ContactSheet) {}

  of(field: number): readonly string[] {
    const known = this.known.get(field);
    if (known) return known;
    const cells = this.first((record) => textOf(this.sheet, record, field) || undefined);
    this.known.set(field, cells);
    return cells;
  }

  isEmpty(field: number): boolean {
    return this.of(field).length === 0;
  }

  pairs(one: number, other: number): readonly Pair[] {
    return this.first((record) => {
      const [first, second] = [textOf(this.sheet, record, one), textOf(this.sheet, record, other)];
      return first !== '' && second !== '' ? [first, second] : undefined;
    });
  }

  /** Which share of the filled cells is so; 0 of a field without any. */
  share(field: number, isSo: (text: string) => boolean): number {
    return shareOf(this.of(field), isSo);
  }

  /** Whether that share of the filled cells at least is so: no more of them are asked than it takes to say no. */
  holds(field: number, least: number, isSo: (text: string) => boolean): boolean {
    const cells = this.of(field);
    let others = 0;
    const mayBeSo = () => (cells.length - ++others) / cells.length >= least;
    return cells.length > 0 && cells.every((text) => isSo(text) || mayBeSo());
  }

  private first<Found>(find: (record: number) => Found | undefined): readonly Found[] {
    const all: Found[] = [];
    const last = Math.min(this.sheet.recordCount, mostRecords);
    for (let record = 1; record < last && all.length < tellingCells; record++) {
      const found = this.sheet.isRow(record) ? find(record) : undefined;
      if (found !== undefined) all.push(found);
    }
    return all;
  }
}

/** Which share of some is so, from 0 to 1; 0 of none. */
export function shareOf<Some>(all: readonly Some[], isSo: (one: Some) => boolean): number {
  return all.length === 0 ? 0 : all.filter(isSo).length / all.length;
}

/** The value of a cell; empty where it says nothing. */
function textOf(sheet: ContactSheet, record: number, field: number): string {
  const text = cellValue(sheet, record, field).normalize('NFKC').trim();
  return isBlankText(text) || placeholder.test(text) ? '' : text;
}
