import type { ContactValues } from '../contact';
import { editedRow } from './goneRows';
import type { Hasher } from './ledger/hasher';
import type { Reopened } from './reopened';
import type { RowsToLookFor } from './run/past';

/**
 * Rows that are looked for as they were sent, where they were edited since: what the file has now was not sent, and a
 * contact that has other values is not for that another one's. Where it is not known what was sent, the number is.
 * @param sentAt what was kept of the row at a place as it was sent; it is believed where its hash says the same
 */
export function asSent(
  { own, elsewhere }: RowsToLookFor,
  { record, edited, shared }: Pick<Reopened, 'record' | 'edited' | 'shared'>,
  hasher: Pick<Hasher, 'row'>,
  sentAt: (index: number) => ContactValues | undefined,
): RowsToLookFor {
  const rows = own.map((now) => {
    const { index } = now;
    if (!edited.has(index)) return now;
    const row = editedRow(record, now, shared.has(index));
    const kept = sentAt(index);
    const isSent = kept !== undefined && hasher.row(kept) === record.hashAt(index);
    return { ...row, ...(isSent && { values: kept }), now };
  });
  return { own: rows, elsewhere };
}
