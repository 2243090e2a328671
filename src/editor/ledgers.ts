import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { NumberPlans } from '../core/contact';
import type { Claims, Hasher, ImportHistory, ImportSummary, NewAddress } from '../core/delivery/index';
import type { LedgerStore } from '../core/delivery/ledger/store';
import { replaceFile } from '../core/files/replaceFile';
import { storing } from '../core/files/storageError';
import { parse } from '../protocol/parse';
import { loadDelivery } from './loadDelivery';
import { Once } from './once';
import type { Secrets } from './secrets';
import type { ImportCount } from './state';

/** The ledgers of this machine, and what is needed to read and write them. */
export interface OpenLedgers extends StoredLedgers {
  readonly hasher: Hasher;
}

interface StoredLedgers {
  readonly store: LedgerStore;
  readonly history: ImportHistory;
  readonly claims: Claims;
}

/** Imports of which the history was lost. */
export interface LostImports {
  readonly count: number;
  /** When that was found out, in ms since 1970. */
  readonly at: number;
  /** Whether the user has read of it. */
  readonly isRead: boolean;
}

const lostSchema = v.object({ count: v.number(), at: v.number(), isRead: v.boolean() });

function readLost(text: string): LostImports | undefined {
  try {
    return parse(lostSchema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Where it is written down what became of imports, for all windows. Its files hold hashes of rows, made with a key from
 * the secret storage, and no row.
 */
export class Ledgers {
  private readonly stored = new Once(() => this.load());
  private readonly listeners = new Set<() => void>();

  /**
   * @param folder where they lie: below the storage that all windows share
   * @param claimsFolder the same for claims of streams
   * @param count outlasts them
   */
  constructor(
    private readonly folder: string,
    private readonly claimsFolder: string,
    private readonly secrets: Pick<Secrets, 'ledgerKey' | 'deleteLedgerKey'>,
    private readonly phones: () => Promise<NumberPlans>,
    private readonly count: Pick<ImportCount, 'value' | 'add' | 'forget'>,
  ) {}

  /** Calls back after this window has begun, gone on with, ended or deleted an import. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** To be called by whoever writes one. */
  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** To be called by whoever begins one, with the stream that it goes to. */
  async begun({ sandbox }: { readonly sandbox?: boolean }): Promise<void> {
    if (!sandbox) await this.count.add();
    this.changed();
  }

  /**
   * Imports of which nothing is known here: they were begun on another machine, or in a container that was rebuilt. Kept
   * until the history is deleted; `undefined` when there are none.
   */
  async lost(): Promise<LostImports | undefined> {
    const kept = readLost(await readFile(this.lostFile, 'utf8').catch(() => ''));
    if (kept) return kept;
    const { value: count } = this.count;
    if (count === 0 || (await readdir(this.folder).catch(() => [])).length > 0) return undefined;
    const lost = { count, at: Date.now(), isRead: false };
    await this.keepLost(lost);
    await (await this.stored.get()).store.keepSince(lost.at);
    return lost;
  }

  /** To be called when the user has read of them: no window warns of them any more. */
  async readLost(): Promise<void> {
    const lost = await this.lost();
    if (lost) await this.keepLost({ ...lost, isRead: true });
  }

  /** Rejects when the key cannot be had; the next call tries again. */
  async open(): Promise<OpenLedgers> {
    const { Hasher, newHashKey } = await loadDelivery();
    // Asked each time: another window may have deleted it, and what is hashed with it then is never recognised again.
    const key = await this.secrets.ledgerKey(newHashKey);
    return { ...(await this.stored.get()), hasher: new Hasher(key, await this.phones()) };
  }

  /** Whether there is any, without loading the part that reads them. */
  async exist(): Promise<boolean> {
    try {
      return (await readdir(this.folder)).some((name) => name.endsWith('.jsonl'));
    } catch {
      return false;
    }
  }

  /** Every import in short, the latest first, whatever key is in use. */
  async summaries(): Promise<readonly ImportSummary[]> {
    return await (await this.stored.get()).history.summaries();
  }

  /** Has the imports of files that were moved, or some of these, know where the files are now. */
  async moveFiles(newAddress: NewAddress, imports?: ReadonlySet<string>): Promise<void> {
    if (!(await this.exist())) return;
    const { moveFiles } = await loadDelivery();
    const { history, store } = await this.stored.get();
    if ((await moveFiles(newAddress, history, store, imports)) > 0) this.changed();
  }

  /**
   * Deletes imports that are older than so many days, and of whose rows none is unknown.
   * @param days 0 keeps all
   * @returns their ids
   */
  async removeOlder(days: number): Promise<readonly string[]> {
    if (days === 0 || !(await this.exist())) return [];
    const { history, claims } = await this.stored.get();
    return await history.removeBefore(Date.now() - days * 86_400_000, claims);
  }

  /** Whether an import is going on or about to, in whatever window, or something is of which it cannot be read what. */
  async areInUse(): Promise<boolean> {
    const { history, claims } = await this.stored.get();
    const { imports, hasUnreadable } = await history.alive();
    return imports.length > 0 || hasUnreadable || (await claims.isAnyAlive());
  }

  /**
   * Deletes all of them, with whatever lies beside them, and their key, which need not be readable.
   * @returns false when an import is going on, in whatever window: nothing is deleted then
   * @throws when a file cannot be deleted
   */
  async clear(): Promise<boolean> {
    if (await this.areInUse()) return false;
    const { store, claims } = await this.stored.get();
    const isAny = await this.exist();
    await storing(() => rm(this.folder, { recursive: true, force: true }));
    await storing(() => claims.clear());
    await this.secrets.deleteLedgerKey();
    await this.count.forget();
    // What is told before the next import must not be that nothing was ever sent.
    if (isAny) await store.keepSince(Date.now());
    this.changed();
    return true;
  }

  private get lostFile(): string {
    return path.join(this.folder, 'lost');
  }

  private async keepLost(lost: LostImports): Promise<void> {
    await storing(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await replaceFile(this.lostFile, [JSON.stringify(lost)]);
    });
  }

  private async load(): Promise<StoredLedgers> {
    const { Claims, FileLedgerStore, ImportHistory } = await loadDelivery();
    const store = new FileLedgerStore(this.folder);
    return { store, history: new ImportHistory(store), claims: new Claims(this.claimsFolder) };
  }
}
