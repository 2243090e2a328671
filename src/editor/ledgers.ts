import { readdir } from 'node:fs/promises';
import type { Claims, Hasher, ImportHistory } from '../core/delivery/index';
import type { LedgerStore } from '../core/delivery/ledger/store';
import { loadDelivery } from './loadDelivery';
import { Once } from './once';
import type { Secrets } from './secrets';

/** The ledgers of this machine, and what is needed to read and write them. */
export interface OpenLedgers {
  readonly store: LedgerStore;
  readonly history: ImportHistory;
  readonly hasher: Hasher;
  readonly claims: Claims;
}

/**
 * Where it is written down what became of imports, for all windows. Its files hold hashes of rows, made with a key from
 * the secret storage, and no row.
 */
export class Ledgers {
  private readonly opened = new Once(() => this.load());

  /**
   * @param folder where they lie: below the storage that all windows share
   * @param claimsFolder the same for claims of files that are on their way
   */
  constructor(
    private readonly folder: string,
    private readonly claimsFolder: string,
    private readonly secrets: Pick<Secrets, 'ledgerKey' | 'deleteLedgerKey'>,
  ) {}

  /** Rejects when the key cannot be had; the next call tries again. */
  async open(): Promise<OpenLedgers> {
    return await this.opened.get();
  }

  /** Whether there is any, without loading the part that reads them. */
  async exist(): Promise<boolean> {
    try {
      return (await readdir(this.folder)).length > 0;
    } catch {
      return false;
    }
  }

  /** Claims of files that are on their way, for which the key need not be had. */
  async claims(): Promise<Claims> {
    const { Claims } = await loadDelivery();
    return new Claims(this.claimsFolder);
  }

  /** Deletes all of them, claims too, and their key, which need not be had for it. */
  async clear(): Promise<void> {
    const { FileLedgerStore } = await loadDelivery();
    await (await this.claims()).clear();
    const store = new FileLedgerStore(this.folder);
    for (const id of await store.list()) await store.delete(id);
    await this.secrets.deleteLedgerKey();
    this.opened.forget();
  }

  private async load(): Promise<OpenLedgers> {
    const { FileLedgerStore, Hasher, ImportHistory, newHashKey } = await loadDelivery();
    const store = new FileLedgerStore(this.folder);
    return {
      store,
      history: new ImportHistory(store),
      claims: await this.claims(),
      hasher: new Hasher(await this.secrets.ledgerKey(newHashKey)),
    };
  }
}
