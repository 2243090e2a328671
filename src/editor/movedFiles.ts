import * as vscode from 'vscode';

/** Where a file is now that was at this address; `undefined` for one that is where it was. */
export type NewAddress = (uri: string) => string | undefined;

/** What is kept of files by their address. */
export interface FollowsFiles {
  /** @param imports those alone of all imports of these files, if they are given */
  moveFiles(newAddress: NewAddress, imports?: ReadonlySet<string>): unknown;
}

/**
 * Has what is kept of files follow them: when a file or its folder is renamed or moved in this window, when an untitled
 * document is saved, and when it comes back after a reload: in a remote window its address names the server then.
 */
export class MovedFiles implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private latest: Promise<void> = Promise.resolve();

  /**
   * @param early keep what goes with a document: they are told before it closes
   * @param later are told one after the other
   * @param ofImports those of them that keep what belongs to imports
   */
  constructor(
    private readonly early: readonly FollowsFiles[],
    private readonly later: readonly FollowsFiles[],
    private readonly failed: (error: unknown) => void,
    private readonly ofImports: readonly FollowsFiles[] = [],
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onWillRenameFiles(({ files }) => this.tellEarly(addressAfter(files))),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.moved(addressAfter(files))),
      vscode.workspace.onDidOpenTextDocument((document) => this.cameBack(document)),
      vscode.workspace.onDidSaveTextDocument((document) => {
        // Until all of it is written, the document that was saved under this name is there as well.
        const source = vscode.workspace.textDocuments.find((each) => isSourceOf(each, document));
        if (source) void this.moved(addressAfter([{ oldUri: source.uri, newUri: document.uri }]));
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.cameBack(document);
  }

  /** Has all follow. Resolves when they have. `imports`: as in {@link FollowsFiles.moveFiles}. */
  async moved(newAddress: NewAddress, imports?: ReadonlySet<string>): Promise<void> {
    this.tellEarly(newAddress);
    await this.queue(this.later, newAddress, imports);
  }

  /** Has imports alone follow: their old file is still there, with all that is its own. Resolves when they have. */
  async importsMoved(newAddress: NewAddress, imports: ReadonlySet<string>): Promise<void> {
    await this.queue(this.ofImports, newAddress, imports);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private cameBack({ uri }: vscode.TextDocument): void {
    if (uri.scheme !== 'untitled' || uri.authority === '') return;
    void this.moved(addressAfter([{ oldUri: uri.with({ authority: '' }), newUri: uri }]));
  }

  private tellEarly(newAddress: NewAddress): void {
    for (const each of this.early) each.moveFiles(newAddress);
  }

  private async queue(...what: Parameters<MovedFiles['tell']>): Promise<void> {
    this.latest = this.latest.then(() => this.tell(...what));
    await this.latest;
  }

  private async tell(
    followers: readonly FollowsFiles[],
    newAddress: NewAddress,
    imports: ReadonlySet<string> | undefined,
  ): Promise<void> {
    for (const each of followers) {
      // What one cannot keep is no reason for others to lose theirs.
      try {
        await each.moveFiles(newAddress, imports);
      } catch (error) {
        this.failed(error);
      }
    }
  }
}

/** The addresses of files that were moved, with their folders or by themselves. */
export function addressAfter(
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): NewAddress {
  return (uri) => {
    for (const { oldUri, newUri } of files) {
      const old = oldUri.toString();
      if (uri === old) return newUri.toString();
      if (uri.startsWith(`${old}/`)) return `${newUri.toString()}${uri.slice(old.length)}`;
    }
    return undefined;
  };
}

/** Whether an untitled document is the one that was saved as this file: under the name that VS Code offered, or another. */
function isSourceOf(untitled: vscode.TextDocument, saved: vscode.TextDocument): boolean {
  if (untitled.uri.scheme !== 'untitled' || saved.uri.scheme === 'untitled') return false;
  if (untitled.uri.path === saved.uri.path) return true;
  const text = saved.getText();
  return text !== '' && untitled.lineCount === saved.lineCount && untitled.getText() === text;
}
