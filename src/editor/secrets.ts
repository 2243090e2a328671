import type * as vscode from 'vscode';
import { secretKey, type Stream } from '../core/stream/stream';

/** Where the key for hashes of rows lies. No stream's: those start otherwise. */
const ledgerKey = 'ledgerKey';

/** Whose secret it is. The host is a part of it: what was typed for one host is never sent to another. */
export type SecretOwner = Pick<Stream, 'host' | 'clientId'>;

/** The secret storage does not give back what was stored in it a moment before. */
export class KeyNotKept extends Error {
  override readonly name = 'KeyNotKept';

  constructor() {
    super('The secret storage does not keep the key of ledgers');
  }
}

/** The only door to VS Code's secret storage, where client secrets lie and nowhere else, and the key for hashes. */
export class Secrets {
  constructor(private readonly storage: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>) {}

  /** The client secret, or `undefined` when none was typed for this host and client ID. */
  async get(owner: SecretOwner): Promise<string | undefined> {
    return await this.storage.get(secretKey(owner));
  }

  async set(owner: SecretOwner, secret: string): Promise<void> {
    await this.storage.store(secretKey(owner), secret);
  }

  /**
   * The key with which rows are hashed in ledgers; made when there is none.
   * @throws KeyNotKept where it would be another one the next time
   */
  async ledgerKey(make: () => string): Promise<string> {
    const stored = await this.storage.get(ledgerKey);
    if (stored !== undefined) return stored;
    await this.storage.store(ledgerKey, make());
    // Another window may have stored its own a moment later: one key serves all.
    const kept = await this.storage.get(ledgerKey);
    if (kept === undefined) throw new KeyNotKept();
    return kept;
  }

  async deleteLedgerKey(): Promise<void> {
    await this.storage.delete(ledgerKey);
  }

  /** Deletes the client secret; no error when there is none. */
  async delete(owner: SecretOwner): Promise<void> {
    await this.storage.delete(secretKey(owner));
  }
}
