import { scan, withoutFields } from '../csv';
import { ContactSheet } from './sheet';

/**
 * What is sent of a sheet: all of it but a column `importError`. Its records are those of the sheet, one for one; but none at
 * its end of which nothing is left.
 * @param before what this gave for a sheet with the same header, so that it need not be recognised again
 */
export function withoutReasons(sheet: ContactSheet, before?: ContactSheet): ContactSheet {
  const { table, ownFields } = sheet;
  if (ownFields.length === 0) return sheet;
  return new ContactSheet(scan(withoutFields(table, ownFields), table.delimiter), before);
}

/**
 * The values of a record that are sent, as the sheet has them: read before the column is cut out, so that a wrong cut is
 * seen when a request is read back. Where nothing is left that is one empty cell, as a blank line reads.
 */
export function cellsToSend(sheet: ContactSheet, record: number): readonly string[] {
  const all = sheet.cells(record);
  const { ownFields } = sheet;
  const cells = ownFields.length === 0 ? all : all.filter((_, field) => !ownFields.includes(field));
  return cells.length > 0 ? cells : [''];
}

/** Cells with quotes that a strict reader refuses: errors, unless the user has turned those rules off. */
export interface BrokenQuotes {
  /** The cells, by place among those that are sent. */
  readonly fields: readonly number[];
  /** Whether the last of all cells of the text is one, since its quote is never closed. */
  readonly isUnclosed: boolean;
}

/** Those of a record that is sent; `undefined` where there are none. */
export function brokenQuotesToSend(sheet: ContactSheet, record: number): BrokenQuotes | undefined {
  const { table, ownFields } = sheet;
  if (table.quoteProblemsOf(record).length === 0) return undefined;
  const sent = [...Array(table.fieldCount(record)).keys()].filter((field) => !ownFields.includes(field));
  const fields = [...sent.keys()].filter((place) => table.hasBrokenQuote(record, sent[place] ?? 0));
  const isLast = record === table.recordCount - 1 && sent.at(-1) === table.fieldCount(record) - 1;
  return fields.length > 0 ? { fields, isUnclosed: isLast && table.endsInsideQuote } : undefined;
}
