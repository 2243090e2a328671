import { pauseIfDue } from '../../files/slices';
import { isOfLaterVersion, readEntry, type ImportEntry } from './entries';
import { ImportRecord } from './importRecord';
import type { LedgerStore } from './store';

/**
 * An import as its ledger tells it; `undefined` when it has none, one that cannot be read from its first line to its end,
 * or one that is not wanted by its first line: a long one is then not read further.
 */
export async function readRecord(
  store: Pick<LedgerStore, 'lines'>,
  id: string,
  isWanted: (begun: ImportEntry) => boolean = () => true,
): Promise<ImportRecord | undefined> {
  let record: ImportRecord | undefined;
  try {
    for await (const line of store.lines(id)) {
      await pauseIfDue();
      const entry = readEntry(line);
      if (record === undefined) {
        if (entry?.t !== 'run' || !isWanted(entry)) return undefined;
        record = new ImportRecord(entry);
      } else if (entry) record.add(entry);
      else if (!isOfLaterVersion(line)) record.doubt();
    }
    record?.settleDoubt();
    return record;
  } catch {
    // A part of it tells nothing: a row could seem never to have left.
    return undefined;
  }
}
