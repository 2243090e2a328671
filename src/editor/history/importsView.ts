import * as vscode from 'vscode';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { DayItem, ImportItem } from './importItems';

/** Time in which changes of ledgers count as one, in ms: a running import writes all the time. */
const togetherMs = 500;

/** After what time without a sign of life an import that seemed to go on is looked at again, in ms. */
const lookAgainMs = 30_000;

/** The list of imports in the explorer, those of all windows, by day. */
export class ImportsView implements vscode.TreeDataProvider<DayItem | ImportItem>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<DayItem | ImportItem>;
  private readonly subscriptions: vscode.Disposable;
  private timer: NodeJS.Timeout | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  /** @param folder where the ledgers lie */
  constructor(
    private readonly ledgers: Pick<Ledgers, 'summaries' | 'exist' | 'onDidChange'>,
    folder: vscode.Uri,
  ) {
    this.view = vscode.window.createTreeView('agentassistContacts.imports', { treeDataProvider: this });
    // Other windows write there, too.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.jsonl'));
    const soon = () => this.refreshIn(togetherMs);
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.view,
      watcher,
      watcher.onDidCreate(soon),
      watcher.onDidChange(soon),
      watcher.onDidDelete(soon),
      ledgers.onDidChange(soon),
      vscode.window.onDidChangeWindowState(soon),
      this.view.onDidChangeVisibility(({ visible }) => visible && this.changed.fire()),
    );
  }

  async getChildren(item?: DayItem | ImportItem): Promise<(DayItem | ImportItem)[]> {
    if (item instanceof ImportItem || !(await this.ledgers.exist())) return [];
    const { importsByDay, lookOf, mayLookUp, possibleActions } = await loadDelivery();
    if (item instanceof DayItem)
      return item.imports.map((each) => {
        const actions = [...possibleActions(each), ...(mayLookUp(each) ? (['lookUp'] as const) : [])];
        return new ImportItem(each, lookOf(each), actions);
      });
    const summaries = await this.ledgers.summaries();
    if (summaries.some(({ state }) => state === 'goingOn')) this.refreshIn(lookAgainMs);
    return importsByDay(summaries).map((day, index) => new DayItem(day, index === 0));
  }

  getTreeItem(item: DayItem | ImportItem): vscode.TreeItem {
    return item;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private refreshIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.view.visible) this.changed.fire();
    }, ms);
  }
}
