import type * as vscode from 'vscode';
import type { MarkedRow } from '../../core/delivery/index';

/** What the results page needs to know of the rows of its file, as they are now. */
export interface FileRows {
  /** The row on a line, from 0, and the import that it was sent with. */
  at(
    document: vscode.TextDocument,
    line: number,
  ): { readonly place: number; readonly record: { readonly begun: { readonly id: string } } } | undefined;
  /** The rows at some places of an import; one that was edited or sent again since is not among them. */
  rowsOf(
    document: vscode.TextDocument,
    importId: string,
    places: ReadonlySet<number>,
  ): Promise<readonly MarkedRow[]>;
  /** The row at a place of an import, also when it was sent again; `undefined` when nothing is known of the import. */
  rowOf(
    document: vscode.TextDocument,
    importId: string,
    place: number,
  ): Promise<{ readonly row?: MarkedRow } | undefined>;
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}
