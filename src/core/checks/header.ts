import type { ContactColumn } from '../contact/columns';
import { recogniseHeaders, type Recognised } from '../contact/recognise';
import type { CsvTable } from '../csv/table';
import { plainRow } from './plainRow';

/** What the first record of a table says of its columns. */
export interface Header {
  /** The record as it stands in the text; `undefined` when there is none, or it is too long to be compared. */
  readonly text: string | undefined;
  readonly delimiter: string;
  /** Its cells in order, unquoted. Empty when the text is. */
  readonly headers: readonly string[];
  /** What each cell means. */
  readonly recognised: readonly (Recognised | undefined)[];
  /** For each column that it means, by whatever name: its field. The first one, when there are two. */
  readonly fieldOf: Readonly<Partial<Record<ContactColumn, number>>>;
  /** See {@link plainRow}. */
  readonly plain: RegExp;
  /** Whether it means at least one contact column, or has a broken quote, so that what it means cannot be told. */
  readonly isContactList: boolean;
}

/** A header is no longer than this, in UTF-16 units, unless a quote in it is not closed. */
const longest = 0x1_0000;

/** @param before what a header was before an edit: if it is the same text, it need not be recognised again */
export function readHeader(table: CsvTable, before?: Header): Header {
  const text = textOf(table);
  const { delimiter } = table;
  if (text !== undefined && text === before?.text && delimiter === before.delimiter) return before;
  const count = table.recordCount > 0 ? table.fieldCount(0) : 0;
  const headers = Array.from({ length: count }, (_, field) => table.value(0, field));
  const recognised = recogniseHeaders(headers);
  const fieldOf: Partial<Record<ContactColumn, number>> = {};
  for (const [field, meaning] of recognised.entries()) {
    if (meaning) fieldOf[meaning.column] ??= field;
  }
  const isBroken = count > 0 && table.quoteProblemsOf(0).length > 0;
  const isContactList = isBroken || Object.keys(fieldOf).length > 0;
  const plain = plainRow(delimiter, count);
  return { text, delimiter, headers, recognised, fieldOf, plain, isContactList };
}

function textOf(table: CsvTable): string | undefined {
  if (table.recordCount === 0) return undefined;
  const { start, end } = table.recordRange(0);
  return end - start > longest ? undefined : table.slice(start, end);
}
