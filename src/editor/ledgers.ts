import * as vscode from 'vscode';
import type { Hasher, ImportHistory } from '../core/delivery/index';
import type { LedgerStore } from '../core/delivery/ledger/store';
import { loadDelivery } from './loadDelivery';
import type { Secrets } from './secrets';

/** The ledgers of this machine, and what is needed to read and write them. */
export interface OpenLedgers {
  readonly store: LedgerStore;
  readonly history: ImportHistory;
  readonly hasher: Hasher;
}

/**
 * Where it is written down what became of imports, for all windows. Its files hold hashes of rows, made with a key from
 * the secret storage, and no row.
 */
export class Ledgers {
  private readonly folder: vscode.Uri;
  private opened: Promise<OpenLedgers> | undefined;

  /** @param storage the extension's storage that all windows share */
  constructor(
    storage: vscode.Uri,
    private readonly secrets: Pick<Secrets, 'ledgerKey' | 'deleteLedgerKey'>,
  ) {
    this.folder = vscode.Uri.joinPath(storage, 'imports');
  }

  async open(): Promise<OpenLedgers> {
    this.opened ??= this.load();
    return await this.opened;
  }

  /** Whether there is any, without loading the part that reads them. */
  async exist(): Promise<boolean> {
    try {
      return (await vscode.workspace.fs.readDirectory(this.folder)).length > 0;
    } catch {
      return false;
    }
  }

  /** Deletes all of them, and their key. */
  async clear(): Promise<void> {
    const { store } = await this.open();
    for (const id of await store.list()) await store.delete(id);
    await this.secrets.deleteLedgerKey();
    this.opened = undefined;
  }

  private async load(): Promise<OpenLedgers> {
    const { FileLedgerStore, Hasher, ImportHistory, newHashKey } = await loadDelivery();
    const store = new FileLedgerStore(this.folder.fsPath);
    return {
      store,
      history: new ImportHistory(store),
      hasher: new Hasher(await this.secrets.ledgerKey(newHashKey)),
    };
  }
}
