import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks';

/**
 * Rows that the user holds back: they stay in the file and are not sent. A row is known by its text, so that it is
 * held back no more once it is edited; nothing outlasts its document.
 */
export class HeldBackRows implements vscode.Disposable {
  private readonly rows = new Map<string, Set<string>>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChange = this.changed.event;

  constructor() {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.rows.delete(uri.toString());
      }),
    );
  }

  has(uri: vscode.Uri, sheet: ContactSheet, record: number): boolean {
    return this.rows.get(uri.toString())?.has(textOf(sheet, record)) === true;
  }

  /** The records that are held back. */
  of(uri: vscode.Uri, sheet: ContactSheet): ReadonlySet<number> {
    const held = this.rows.get(uri.toString());
    const records = new Set<number>();
    if (held === undefined || held.size === 0) return records;
    for (let record = 1; record < sheet.recordCount; record++) {
      if (sheet.isRow(record) && held.has(textOf(sheet, record))) records.add(record);
    }
    return records;
  }

  set(uri: vscode.Uri, sheet: ContactSheet, records: Iterable<number>, isHeld: boolean): void {
    const held = this.rows.get(uri.toString()) ?? new Set();
    this.rows.set(uri.toString(), held);
    for (const record of records) {
      if (isHeld) held.add(textOf(sheet, record));
      else held.delete(textOf(sheet, record));
    }
    this.changed.fire(uri);
  }

  /** Rows stay held back in a file that was moved. To be called before the document at its old address closes. */
  moveFiles(newAddress: (uri: string) => string | undefined): void {
    for (const [uri, held] of [...this.rows]) {
      const moved = newAddress(uri);
      if (moved === undefined || held.size === 0) continue;
      this.rows.set(moved, new Set(held));
      this.changed.fire(vscode.Uri.parse(moved));
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function textOf({ table }: ContactSheet, record: number): string {
  const { start, end } = table.recordRange(record);
  return table.slice(start, end);
}
