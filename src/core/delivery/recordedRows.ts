import { pauseIfDue } from '../files/slices';
import { editedRow, foundOutAt, goneRow, resultOf } from './goneRows';
import type { ImportRecord } from './ledger/importRecord';
import type { Reopened } from './reopened';
import type { ImportRow } from './run/outcome';
import type { SettledRow } from './run/report';
import { inSlices } from './source/source';

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 250;

/**
 * All rows of an import, with what its ledger tells of them, in slices and never all at once: those that the file still
 * has, in its order, then those of which no more is known than their place.
 * @param reopened the import beside its file as it is now; `undefined` where nothing can be known of that
 */
export async function* recordedRows(
  record: ImportRecord,
  reopened: Pick<Reopened, 'source' | 'missing' | 'edited' | 'shared'> | undefined,
): AsyncGenerator<readonly SettledRow[]> {
  if (reopened) {
    const { source, edited, shared } = reopened;
    const asSent = (row: ImportRow) =>
      edited.has(row.index) ? editedRow(record, row, shared.has(row.index)) : row;
    for await (const group of inSlices(source.groups()))
      yield group.map((row) => recordedRow(record, asSent(row)));
  }
  for (let from = 0; from < record.begun.rows; from += placesAtOnce) {
    const rows: SettledRow[] = [];
    const end = Math.min(from + placesAtOnce, record.begun.rows);
    for (let place = from; place < end; place++)
      if (reopened?.missing.has(place) ?? true) rows.push(recordedRow(record, goneRow(place)));
    if (rows.length > 0) yield rows;
    await pauseIfDue();
  }
}

function recordedRow(record: ImportRecord, row: ImportRow): SettledRow {
  const result = resultOf(record, row.index);
  const { outcome } = result;
  const at = foundOutAt(record, row.index);
  return {
    row,
    result,
    history: outcome === 'notSent' ? [] : [at === undefined ? { outcome } : { outcome, at }],
  };
}
