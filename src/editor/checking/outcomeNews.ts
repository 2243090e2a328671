import * as vscode from 'vscode';
import type { LedgerWatch } from '../ledgerWatch';
import type { Ledgers } from '../ledgers';

/** Notices that imports of files have ended in other windows. */
export class OutcomeNews implements vscode.Disposable {
  /** Imports that go on, for all that is known. */
  private readonly open = new Set<string>();
  /** By import: the state of its ledger that was told of last. */
  private readonly told = new Map<string, string | undefined>();
  private readonly ended = new vscode.EventEmitter<string | undefined>();
  private readonly subscriptions: vscode.Disposable;

  /** With the address of the file of which an import has ended or broken off; without one when all are deleted. */
  readonly onDidEnd = this.ended.event;

  constructor(
    private readonly ledgers: Pick<Ledgers, 'open' | 'exist'>,
    private readonly watch: Pick<LedgerWatch, 'onDidChange' | 'lookAgain'>,
    private readonly failed: (error: unknown) => void,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.ended,
      watch.onDidChange((ids) => void this.look(ids).catch(this.failed)),
    );
  }

  /** Of an import that has ended in this window no news is wanted. */
  async know(importId: string): Promise<void> {
    const { store } = await this.ledgers.open();
    this.told.set(importId, await store.stamp(importId));
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async look(ids: ReadonlySet<string>): Promise<void> {
    for (const id of ids) this.open.add(id);
    if (this.open.size === 0) return;
    if (!(await this.ledgers.exist())) {
      this.open.clear();
      this.ended.fire(undefined);
      return;
    }
    const { store, history } = await this.ledgers.open();
    for (const id of this.open) {
      const stamp = await store.stamp(id);
      if (stamp !== undefined && !(await history.isOver(id))) continue;
      this.open.delete(id);
      if (stamp === undefined || this.told.get(id) === stamp) continue;
      this.told.set(id, stamp);
      const file = (await history.read(id))?.record.fileUri;
      if (file !== undefined) this.ended.fire(file);
    }
    if (this.open.size > 0) this.watch.lookAgain();
  }
}
