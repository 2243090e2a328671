import type { ImportHistory } from './ledger/history';
import { moveFile } from './ledger/importLedger';
import type { LedgerStore } from './ledger/store';

/** Where a file is now that was at this address; `undefined` for one that is where it was. */
export type NewAddress = (uri: string) => string | undefined;

/**
 * Has the imports of files that were renamed, moved or saved for the first time know where these are now.
 * @param imports those alone, if they are given
 * @returns how many imports have another address than before
 */
export async function moveFiles(
  newAddress: NewAddress,
  history: Pick<ImportHistory, 'summaries'>,
  store: Pick<LedgerStore, 'open' | 'touchedAt'>,
  imports?: ReadonlySet<string>,
): Promise<number> {
  let count = 0;
  for (const { id, fileUri } of await history.summaries()) {
    const uri = imports?.has(id) === false ? undefined : newAddress(fileUri);
    // One that was deleted meanwhile would be made anew, without a first line.
    if (uri === undefined || uri === fileUri || (await store.touchedAt(id)) === undefined) continue;
    await moveFile(store, id, uri);
    count++;
  }
  return count;
}
