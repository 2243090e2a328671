import type { KeptRow, Outcome } from '../../core/delivery/index';
import { pauseIfDue } from '../../core/files/slices';
import type { ResultRow } from '../../protocol/resultRow';
import { rowsOnPage } from '../../protocol/rowPage';
import type { RowList } from '../../protocol/rows';

/**
 * A row as an earlier state of the import has it, for as long as its outcome is the same: a ledger has neither values nor
 * words.
 * @param row as it is in the file now; on no line where that has it no more
 * @param known its rows, by place
 */
export function knownRow(
  { index, line }: Pick<KeptRow, 'index' | 'line'>,
  outcome: Outcome,
  known: Pick<RowList, 'at'> | undefined,
): ResultRow | undefined {
  const row = known?.at(index);
  // In a list of some rows only, places are others.
  if (row?.place !== index) return undefined;
  if (row.outcome !== outcome && !(row.outcome === 'waiting' && outcome === 'notSent')) return undefined;
  // Why a row is held back may have changed, for as long as the file has it.
  if (outcome === 'notSent' && line > 0) return undefined;
  return Object.create(row, { line: { value: line > 0 ? line : null } }) as ResultRow;
}

/** The rows by their places in the import, of a list of some rows only, too; in slices. */
export async function knownByPlace(rows: RowList): Promise<Pick<RowList, 'at'>> {
  const at = new Map<number, number>();
  let index = 0;
  for (const { place } of rows) {
    if (index % rowsOnPage === 0) await pauseIfDue();
    if (place !== null) at.set(place, index);
    index++;
  }
  return { at: (place) => rows.at(at.get(place) ?? rows.length) };
}

/**
 * The contacts that no row explained in an earlier state of the import, and none does by now; in slices.
 * @param newer those of now
 * @param found ids of contacts that are known to belong to rows
 */
export async function knownUnmatched(
  known: RowList,
  newer: readonly Pick<ResultRow, 'id'>[],
  found: ReadonlySet<string>,
): Promise<readonly ResultRow[]> {
  const told = new Set(newer.map(({ id }) => id));
  const rows: ResultRow[] = [];
  // They are behind all others.
  for (let index = known.length - 1; index >= 0; index--) {
    const row = known.at(index);
    if (row?.outcome !== 'unmatched') break;
    if (index % rowsOnPage === 0) await pauseIfDue();
    if (!told.has(row.id) && !found.has(row.id)) rows.push(row);
  }
  return rows.reverse();
}
