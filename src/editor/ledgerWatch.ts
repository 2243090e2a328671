import path from 'node:path';
import * as vscode from 'vscode';
import type { Ledgers } from './ledgers';

/** Time in which changes of ledgers count as one, in ms: a running import writes all the time. */
const togetherMs = 500;

/** After what time without a sign of life an import that seemed to go on is looked at again, in ms. */
const lookAgainMs = 30_000;

/** Notices that ledgers change, in whatever window they are written. */
export class LedgerWatch implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ReadonlySet<string>>();
  private readonly subscriptions: vscode.Disposable;
  private ids = new Set<string>();
  private soon: NodeJS.Timeout | undefined;
  private later: NodeJS.Timeout | undefined;

  /** At most twice a second, with the ids of the imports of which it is known that they have changed. */
  readonly onDidChange = this.changed.event;

  /** @param folder where the ledgers lie */
  constructor(ledgers: Pick<Ledgers, 'onDidChange'>, folder: vscode.Uri) {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.jsonl'));
    const note = ({ path: file }: vscode.Uri) => this.note(path.posix.basename(file, '.jsonl'));
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      watcher,
      watcher.onDidCreate(note),
      watcher.onDidChange(note),
      watcher.onDidDelete(note),
      ledgers.onDidChange(() => this.note()),
      vscode.window.onDidChangeWindowState(() => this.note()),
    );
  }

  /** Tells once more in a while: of an import whose window went down comes no other sign. */
  lookAgain(): void {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.note(), lookAgainMs);
  }

  dispose(): void {
    clearTimeout(this.soon);
    clearTimeout(this.later);
    this.subscriptions.dispose();
  }

  private note(id?: string): void {
    if (id !== undefined) this.ids.add(id);
    // Not put off by what comes meanwhile, or a busy import would be told of when it is over.
    this.soon ??= setTimeout(() => {
      const ids = this.ids;
      this.ids = new Set();
      this.soon = undefined;
      this.changed.fire(ids);
    }, togetherMs);
  }
}
