import { parse } from 'csv-parse/sync';
import type { Grid } from '../e2e/support/webview';
import { headings, type Column } from './labels';

/** A contact by the CSV's columns. */
export type Contact = Readonly<Record<Column, string>>;

const columns = Object.keys(headings) as Column[];

/** The contacts of a CSV text. */
export function contactsOfFile(text: string): Contact[] {
  return parse(text, { columns: true, bom: true });
}

/**
 * The contacts that the results page shows.
 * @throws Error when a column is not on the page.
 */
export function contactsOfPage({ headers, rows }: Grid): Contact[] {
  const plain = headers.map((text) => text.toLowerCase().replace(/\s+/g, ''));
  const place = (column: Column): number => {
    const index = plain.indexOf(headings[column]);
    if (index < 0)
      throw new Error(`The page has no column ${headings[column]}; it has ${headers.join(', ')}.`);
    return index;
  };
  const places = columns.map((column) => [column, place(column)] as const);
  return rows.map(
    (row) => Object.fromEntries(places.map(([column, index]) => [column, row[index] ?? ''])) as Contact,
  );
}

/**
 * What tells the page's contacts from the file's, in words; empty when they are the same. The order is left open.
 */
export function differences(file: readonly Contact[], page: readonly Contact[]): string[] {
  const wanted = new Set(file.map(words));
  const shown = new Set(page.map(words));
  return [
    ...(page.length === file.length
      ? []
      : [`The file has ${file.length} contacts, the page ${page.length}.`]),
    ...[...wanted].filter((contact) => !shown.has(contact)).map((contact) => `Not on the page: ${contact}`),
    ...[...shown].filter((contact) => !wanted.has(contact)).map((contact) => `Not in the file: ${contact}`),
  ];
}

/** Contacts as a table for a terminal. */
export function asTable(contacts: readonly Contact[]): string {
  const lines = [columns.map(String), ...contacts.map((contact) => columns.map((column) => contact[column]))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)));
  const drawn = lines.map((line) =>
    line.map((text, index) => text + ' '.repeat((widths[index] ?? 0) - text.length)).join('  '),
  );
  drawn.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return drawn.join('\n');
}

function words(contact: Contact): string {
  return columns.map((column) => contact[column]).join(' | ');
}
