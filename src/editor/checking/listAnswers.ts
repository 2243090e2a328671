import * as vscode from 'vscode';
import type { Said } from '../../core/checks';
import type { State } from '../state';

/** What the user said of files; a part of {@link ListAnswers}. */
export interface Answers {
  of(uri: vscode.Uri): Said | undefined;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/**
 * What the user said of files, whatever their headers say: that one is a contact list, or none. It outlasts the
 * session, but for untitled documents, whose names come again.
 */
export class ListAnswers implements vscode.Disposable {
  private readonly untitled = new Map<string, Said>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscription: vscode.Disposable;

  /** After {@link of} gives something else for a file. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: Pick<State, 'saidOf' | 'setSaid'>) {
    this.subscription = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.untitled.delete(uri.toString());
    });
  }

  /** What was said of the file last; `undefined` when nothing was. */
  of(uri: vscode.Uri): Said | undefined {
    return this.untitled.get(uri.toString()) ?? this.state.saidOf(uri.toString());
  }

  /** Takes the user's word for a file, in place of what was said of it before. */
  async set(uri: vscode.Uri, said: Said): Promise<void> {
    if (this.of(uri) === said) return;
    if (uri.scheme === 'untitled') this.untitled.set(uri.toString(), said);
    else await this.state.setSaid(uri.toString(), said);
    this.changed.fire(uri);
  }

  /** Keeps what was said of a document before it was saved for the first time. */
  async moveFiles(newAddress: (uri: string) => string | undefined): Promise<void> {
    for (const [uri, said] of [...this.untitled]) {
      const moved = newAddress(uri);
      if (moved !== undefined) await this.set(vscode.Uri.parse(moved), said);
    }
    for (const { uri } of vscode.workspace.textDocuments) if (this.of(uri)) this.changed.fire(uri);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
