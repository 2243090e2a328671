import * as vscode from 'vscode';
import type { LedgerWatch } from '../ledgerWatch';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import { DayItem, ImportItem } from './importItems';

/** The list of imports in the explorer, those of all windows, by day. */
export class ImportsView implements vscode.TreeDataProvider<DayItem | ImportItem>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<DayItem | ImportItem>;
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly ledgers: Pick<Ledgers, 'summaries' | 'exist'>,
    private readonly watch: Pick<LedgerWatch, 'onDidChange' | 'lookAgain'>,
  ) {
    this.view = vscode.window.createTreeView('agentassistContacts.imports', { treeDataProvider: this });
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.view,
      watch.onDidChange(() => this.view.visible && this.changed.fire()),
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
    if (summaries.some(({ state }) => state === 'goingOn')) this.watch.lookAgain();
    return importsByDay(summaries).map((day, index) => new DayItem(day, index === 0));
  }

  getTreeItem(item: DayItem | ImportItem): vscode.TreeItem {
    return item;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
