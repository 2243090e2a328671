import type { FoundAgain, Outcome, RowNote } from '../../core/delivery/index';
import { pauseIfDue } from '../../core/files/slices';
import { EncodedRows, encodePage, type EncodedPage } from '../../protocol/encodedPage';
import { packRows } from '../../protocol/packRows';
import type { ResultRow, Results } from '../../protocol/results';
import { foundRow, lostRow } from './resultRows';

/** Rows with what was found of them, and how many of those that the file does not have show a contact now. */
export interface RowsWithFound {
  readonly rows: readonly EncodedPage[];
  readonly found: number;
}

/** What rows say. */
export interface FoundWords {
  /** Words a note; `name`: that of the contact. */
  readonly note: (note: RowNote, name: string) => string;
  /** Said of a row that is not on the stream any more. */
  readonly lost: (outcome: Outcome) => string;
}

/** Places of listed rows of which no more than the outcome is known: the file does not have them. */
export async function placesWithoutFile({ rows }: Pick<Results, 'rows'>): Promise<readonly number[]> {
  const places: number[] = [];
  for (const page of rows) {
    await pauseIfDue();
    for (const { line, place } of new EncodedRows([page]))
      if (line === null && place !== null) places.push(place);
  }
  return places;
}

/** Puts contacts that were found on the stream again into the rows of an import, in slices. */
export async function withFound(
  { rows }: Pick<Results, 'rows'>,
  again: Pick<FoundAgain, 'contacts' | 'gone'>,
  words: FoundWords,
): Promise<RowsWithFound> {
  const pages: EncodedPage[] = [];
  let found = 0;
  for (const page of rows) {
    await pauseIfDue();
    const newer = Array.from(new EncodedRows([page]), (row) => newerRow(row, again, words));
    for (const { line, place, stored } of newer)
      if (line === null && place !== null && stored !== null) found++;
    pages.push(encodePage(packRows(newer)));
  }
  return { rows: pages, found };
}

function newerRow(
  row: ResultRow,
  { contacts, gone }: Pick<FoundAgain, 'contacts' | 'gone'>,
  words: FoundWords,
): ResultRow {
  const { line, place, outcome } = row;
  if (line !== null || place === null || outcome === 'unmatched' || outcome === 'waiting') return row;
  const contact = contacts.get(place);
  if (contact) return foundRow(row, contact, words.note);
  return gone.has(place) ? lostRow(row, words.lost(outcome)) : row;
}
