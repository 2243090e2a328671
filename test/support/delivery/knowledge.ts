import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { ImportHistory } from '../../../src/core/delivery';
import { IdSet } from '../../../src/core/delivery/ledger/idSet';
import type { LedgerStore } from '../../../src/core/delivery/ledger/store';
import type { ImportParts, KnownIds } from '../../../src/core/delivery/run/ports';
import type { Controls } from '../../../src/core/delivery/run/listProof';
import { about } from './ledgers';

/** The numbering plans of the world: they are loaded once. */
export const plans = createPhoneNumbers();

/** No import was before. */
export const noKnownIds: ImportParts['knownIds'] = () => Promise.resolve(new IdSet());

/** Those ids. */
export function knownIds(ids: readonly string[]): KnownIds {
  return { has: (id) => ids.includes(id), isEmpty: ids.length === 0 };
}

/** Contacts that must be on a list, all and one of them. */
export function controlsOf(all: readonly string[] = [], some: readonly string[] = []): Controls {
  return { all: new Set(all), some: knownIds(some) };
}

/** What the ledgers of a store know of the test's stream. */
export async function idsIn(store: LedgerStore): Promise<KnownIds> {
  return await new ImportHistory(store).idsOn(about(0).stream);
}
