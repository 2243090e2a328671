import { pauseIfDue } from '../files/slices';
import { openOutcomes, type ImportRecord } from './ledger/importRecord';
import type { ImportRow, RowResult } from './run/outcome';
import { ImportReport } from './run/report';

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 1_000;

/** Rows of which nothing but the outcome is known are listed up to so many. */
const mostListed = 100_000;

/** What the ledger knows of the row at a place: of a contact no more than its id. */
export function resultOf(record: ImportRecord, index: number): RowResult {
  const outcome = record.outcomeAt(index);
  const note = record.noteAt(index);
  if (outcome !== 'created' && outcome !== 'present') return { outcome, ...(note && { note }) };
  return { outcome, ...(note && { note }), contact: { id: record.ids.get(index) ?? '' } };
}

/** When the request was over with which an open row left, or what became of a row was found out, as far as that is known. */
export function foundOutAt(record: ImportRecord, index: number): number | undefined {
  const endedAt = record.pastAt(index)?.request.endedAt;
  return endedAt === undefined || endedAt === Infinity ? record.toldWhen(index) : endedAt;
}

/** Tells of a row what the ledger knows, where the file does not have it. It stands on no line. */
export function settleGone(report: ImportReport, record: ImportRecord, index: number): void {
  report.settle(goneRow(index), resultOf(record, index), foundOutAt(record, index));
}

/** An import by its ledger alone, without its file. Of a very long one, the rows are kept first of which something is open. */
export async function reportOfRecord(record: ImportRecord): Promise<ImportReport> {
  const { rows } = record.begun;
  const report = new ImportReport(rows, { created: true, texts: false, most: mostListed });
  for (const isOpen of [true, false]) {
    for (let index = 0; index < rows; index++) {
      if (index % placesAtOnce === 0) await pauseIfDue();
      if (openOutcomes.includes(record.outcomeAt(index)) === isOpen) settleGone(report, record, index);
    }
  }
  return report;
}

/** A row of which the ledger knows and the file does not. It stands on no line. */
export function goneRow(index: number): ImportRow {
  return { index, line: 0, values: {}, cells: [], record: '', since: 'gone' };
}

/**
 * What is known, as it was sent, of a row that was edited since: its number alone. One that never left is what it is now.
 * @param isShared whether the line may be that of another row
 */
export function editedRow(record: ImportRecord, row: ImportRow, isShared: boolean): ImportRow {
  const { index, line, values, cells, record: text } = row;
  if (record.outcomeAt(index) === 'notSent') return row;
  const { cellPhoneNumber = '', cellPhoneCountryCode = '' } = values;
  const known = { cellPhoneNumber, cellPhoneCountryCode };
  return { index, line: isShared ? 0 : line, values: known, cells, record: text, since: 'edited' };
}
