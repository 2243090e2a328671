import * as vscode from 'vscode';
import { parseResults, type Results } from '../../protocol/results';

/**
 * Keeps the last results in one file, so that the page survives a reload of the window. The file holds the contacts
 * that came back, personal data as it is: nothing else of the extension's does, and {@link clear} deletes it.
 */
export class ResultsStore {
  private readonly file: vscode.Uri;

  /** @param folder the workspace's storage of this extension, or its global one in a window without a folder */
  constructor(private readonly folder: vscode.Uri) {
    this.file = vscode.Uri.joinPath(folder, 'last-results.json');
  }

  async save(results: Results): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.folder);
    await vscode.workspace.fs.writeFile(this.file, new TextEncoder().encode(JSON.stringify(results)));
  }

  /** The last results; `undefined` when there are none, or when the file cannot be understood. */
  async load(): Promise<Results | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.file);
      return parseResults(JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      return undefined;
    }
  }

  /** Deletes the file, if there is one. */
  async clear(): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.file);
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
    }
  }
}
