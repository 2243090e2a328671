import type { OwnColumn } from '../../core/contact';
import { csvForm, jsonForm, type ExportColumn, type TextForm } from '../../core/mapping/exportText';
import { rowOutcomes, type ResultRow, type RowOutcome } from '../../protocol/resultRow';
import { listedRows, type Results } from '../../protocol/results';
import { packAll } from '../../protocol/packRows';
import { EncodedRows, encodePage } from '../../protocol/encodedPage';
import { countRows } from '../../protocol/rowPage';
import { reasonOf } from './reasons';

interface ResultsColumn extends ExportColumn<ResultRow> {
  /** Its name in a CSV, where that is another one. */
  readonly inCsv?: OwnColumn;
}

/**
 * The columns of an export. Those of the import file have its names, so that the file can be sent as a list again; the
 * others are not sent then, by their names in the CSV.
 */
const columns: readonly ResultsColumn[] = [
  { name: 'line', inCsv: 'importLine', valueOf: ({ line }) => (line === null ? '' : String(line)) },
  { name: 'outcome', inCsv: 'importOutcome', valueOf: ({ outcome }) => outcome },
  { name: 'why', inCsv: 'importError', valueOf: reasonOf },
  { name: 'firstName', valueOf: ({ firstName }) => firstName },
  { name: 'lastName', valueOf: ({ lastName }) => lastName },
  { name: 'salutation', valueOf: ({ salutation }) => salutation },
  { name: 'cellPhoneNumber', isPhone: true, valueOf: ({ phoneNumber }) => phoneNumber },
  { name: 'cellPhoneCountryCode', isPhone: true, valueOf: ({ countryCode }) => countryCode },
  { name: 'cellPhoneExtension', isPhone: true, valueOf: ({ extension }) => extension },
  { name: 'status', inCsv: 'importedStatus', valueOf: ({ status }) => status },
  { name: 'id', inCsv: 'importedId', valueOf: ({ id }) => id },
  { name: 'createdAt', inCsv: 'importedAt', valueOf: ({ createdAt }) => createdAt },
];

const csvColumns: readonly ExportColumn<ResultRow>[] = columns.map((column) => ({
  ...column,
  name: column.inCsv ?? column.name,
}));

/** In which form results are saved. */
export type ExportForm = 'csv' | 'json';

/** How results are written in a form. */
export function formOf(form: ExportForm, results: Results): TextForm<ResultRow> {
  if (form === 'csv') return csvForm(csvColumns);
  const { fileName, at, streamName, host, streamId, sandbox, rowCount, counts, notice } = results;
  const about = { fileName, at, streamName, host, streamId, sandbox, rowCount, counts, notice };
  return jsonForm(about, objectOf);
}

/** The rows that results list, a page at a time. */
export function* listedGroups({ rows }: Results): Generator<Iterable<ResultRow>, void> {
  for (const page of rows) yield new EncodedRows([page]);
}

/** A row under the same names, with what the CSV has no column for. */
function objectOf(row: ResultRow): unknown {
  const values = columns.map(({ name, valueOf }) => [name, valueOf(row)] as const);
  const { line, stored, history } = row;
  return { ...Object.fromEntries(values), line, stored, history, details: Object.fromEntries(row.details) };
}

/** Results with only the rows at these places in their list, counted alone. */
export function onlyRows(results: Results, places: ReadonlySet<number>): Results {
  const rows = Array.from(new EncodedRows(results.rows)).filter((_, place) => places.has(place));
  const counts = countsOf(rows);
  return {
    ...results,
    rows: packAll(rows).map(encodePage),
    rowCount: rows.length - counts.unmatched,
    counts,
    rowsNotListed: 0,
  };
}

/** Results with only the rows of one outcome, counted alone, be they listed or not. */
export function ofOutcome(results: Results, outcome: RowOutcome): Results {
  const places = Array.from(new EncodedRows(results.rows), (row, place) =>
    row.outcome === outcome ? place : -1,
  );
  const only = onlyRows(results, new Set(places));
  const count = results.counts[outcome];
  const rowCount = outcome === 'unmatched' ? 0 : count;
  return {
    ...only,
    rowCount,
    counts: { ...only.counts, [outcome]: count },
    rowsNotListed: count - countRows(only.rows),
  };
}

/**
 * Results as they are by now, after all questions, with the counts of their rows: those of an import that goes on are a
 * little ahead of what is listed.
 * @param asked those of which the user has chosen rows, by their places: where other rows are listed by now, these are told
 */
export function asOfNow(asked: Results, now: Results): Results {
  const results = now.rowsNotListed === asked.rowsNotListed ? now : asked;
  const rows = new EncodedRows(results.rows);
  const isAhead = results.running !== '' && results.rowsNotListed === 0;
  return isAhead && rows.length === listedRows(results) ? { ...results, counts: countsOf(rows) } : results;
}

function countsOf(rows: Iterable<ResultRow>): Results['counts'] {
  const counts = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, 0])) as Record<RowOutcome, number>;
  for (const { outcome } of rows) counts[outcome]++;
  return counts;
}
