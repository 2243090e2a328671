import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { ImportHistory } from '../../../src/core/delivery';
import type { LedgerStore } from '../../../src/core/delivery/ledger/store';
import type { ImportParts } from '../../../src/core/delivery/run/ports';
import { about } from './ledgers';

/** The numbering plans of the world: they are loaded once. */
export const plans = createPhoneNumbers();

/** No import was before. */
export const noKnownIds: ImportParts['knownIds'] = () => Promise.resolve(() => false);

/** What the ledgers of a store know of the test's stream. */
export async function idsIn(store: LedgerStore): Promise<(id: string) => boolean> {
  const ids = await new ImportHistory(store).idsOn(about(0).stream);
  return (id) => ids.has(id);
}
