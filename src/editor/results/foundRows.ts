import type { FoundAgain } from '../../core/delivery/index';
import { pauseIfDue } from '../../core/files/slices';
import { EncodedRows, encodePage, type EncodedPage } from '../../protocol/encodedPage';
import { packRows } from '../../protocol/packRows';
import { sentColumns, type ResultRow, type Results } from '../../protocol/results';
import { foundRow, lostRow, type FoundWords, type LeftRow } from './resultRows';

/** Rows with what was found of them, and how many of those that the file does not have show a contact now. */
export interface RowsWithFound {
  readonly rows: readonly EncodedPage[];
  readonly found: number;
}

/** Places of listed rows of which no more than the outcome is known, and perhaps the number: the file does not have them so. */
export async function placesWithoutFile({ rows }: Pick<Results, 'rows'>): Promise<readonly number[]> {
  const places: number[] = [];
  for (const page of rows) {
    await pauseIfDue();
    for (const row of new EncodedRows([page])) if (isSoughtAgain(row)) places.push(row.place);
  }
  return places;
}

/**
 * Puts contacts that were found on the stream again into the rows of an import, in slices.
 * @param sought what {@link placesWithoutFile} gives of the results without anything found
 */
export async function withFound(
  { rows }: Pick<Results, 'rows'>,
  sought: ReadonlySet<number>,
  search: Pick<FoundAgain, 'contacts' | 'gone'>,
  words: FoundWords,
): Promise<RowsWithFound> {
  const pages: EncodedPage[] = [];
  let found = 0;
  for (const page of rows) {
    await pauseIfDue();
    const newer = Array.from(new EncodedRows([page]), (row) => {
      if (row.place === null || !sought.has(row.place)) return row;
      const again = newerRow(row, row.place, search, words);
      if (again.stored !== null) found++;
      return again;
    });
    pages.push(encodePage(packRows(newer)));
  }
  return { rows: pages, found };
}

/**
 * Whether nothing is known of a row as it was sent: it is in the file no more, and its values were not kept. Of a created
 * one that was edited since, of which the number is known, the id still tells the contact.
 */
function isSoughtAgain(row: ResultRow): row is ResultRow & { readonly place: number } {
  if (row.place === null) return false;
  if (row.line === null && sentColumns.every((column) => row[column] === '')) return true;
  const hasName = row.firstName !== '' || row.lastName !== '';
  return row.outcome === 'created' && row.id !== '' && !hasName && row.stored === null && row.remark !== '';
}

function newerRow(
  row: ResultRow,
  place: number,
  { contacts, gone }: Pick<FoundAgain, 'contacts' | 'gone'>,
  words: FoundWords,
): ResultRow {
  if (!isLeft(row)) return row;
  const contact = contacts.get(place);
  if (contact) return foundRow(row, contact, words);
  return gone.has(place) ? lostRow(row, words) : row;
}

function isLeft(row: ResultRow): row is LeftRow {
  return row.outcome !== 'unmatched' && row.outcome !== 'waiting';
}
