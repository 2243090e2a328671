import * as vscode from 'vscode';
import { distinctTails } from './distinctTails';
import { plainEnd, plainText, type PlainText } from './plainText';
import { UserError } from './errors';

/**
 * The files that a command is about: those selected in the explorer, the one whose menu or tab was used, or the one
 * in front. VS Code passes the clicked file, and from the explorer all selected ones beside it.
 */
export function chosenFiles([clicked, selected]: readonly unknown[]): readonly vscode.Uri[] {
  const uris = Array.isArray(selected) ? selected.filter((item) => item instanceof vscode.Uri) : [];
  if (uris.length > 0) return uris;
  if (clicked instanceof vscode.Uri) return [clicked];
  const inFront = uriInFront();
  if (inFront) return [inFront];
  throw new UserError(
    vscode.l10n.t('No file is open. Open a CSV, or right-click one in the explorer, and try again.'),
  );
}

/** The file's name as messages show it: made harmless, since a message may hold links. */
export function shownName(uri: vscode.Uri): PlainText {
  return plainText(fileName(uri), 100);
}

/**
 * The file as messages show it where its name alone might be another's: with its path in the workspace, and the folder of
 * that if there are several; outside of it with its whole path.
 */
export function shownPath(uri: vscode.Uri): PlainText {
  return plainEnd(pathInWorkspace(uri), 200);
}

/** The same where it is to be known that there is no such file yet, as in questions. */
export function shownFile(uri: vscode.Uri): string {
  return uri.scheme === 'untitled' ? vscode.l10n.t('{0} (not saved)', shownPath(uri)) : shownPath(uri);
}

/** Folders of one name in a workspace are told apart by those they are in; VS Code shows their names alone. */
export function pathInWorkspace(
  uri: vscode.Uri,
  workspace: Pick<
    typeof vscode.workspace,
    'workspaceFolders' | 'getWorkspaceFolder' | 'asRelativePath'
  > = vscode.workspace,
): string {
  const folders = workspace.workspaceFolders ?? [];
  // What is not saved yet is named by where it is going to be saved.
  const isNamed = uri.scheme === 'untitled' && uri.path.startsWith('/');
  const at = (isNamed ? folders[0]?.uri.with({ path: uri.path }) : undefined) ?? uri;
  const folder = workspace.getWorkspaceFolder(at);
  // Without a folder VS Code puts it beside the user's own files, where it may never be.
  if (folder === undefined && uri.scheme === 'untitled') return fileName(uri);
  if (folder === undefined || folders.length < 2) return workspace.asRelativePath(at);
  const inFolder = workspace.asRelativePath(at, false);
  const alike = folders.filter(({ name }) => name === folder.name);
  const tails = distinctTails(alike.map(({ uri: { path } }) => path));
  const name = alike.length > 1 ? tails[alike.indexOf(folder)] : folder.name;
  return `${name ?? folder.name}/${inFolder}`;
}

/** File name without its folder. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Whether a file can be opened. VS Code would make a new document of an untitled one that is gone. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) return true;
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Whether the file is a spreadsheet by its name: one that can be opened, or of which it is told why not. */
export function isSpreadsheet({ path }: vscode.Uri): boolean {
  return /\.(?:xls[xmb]?|ods|numbers)$/i.test(path);
}

/** The tab in front may show a file without being a text editor: one that is too large, or another extension's grid. */
export function uriInFront(): vscode.Uri | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  // An editor without a tab is that of a panel, such as the log.
  if (tab === undefined) return undefined;
  if (tab.input instanceof vscode.TabInputText || tab.input instanceof vscode.TabInputCustom)
    return tab.input.uri;
  if (tab.input instanceof vscode.TabInputWebview) return uriNamedBy(tab.label);
  return vscode.window.activeTextEditor?.document.uri;
}

/**
 * The open file whose name a page's title ends with, as in “CSV edit contacts.csv”: of a page VS Code tells no more.
 * `undefined` when there is none, or two of that name.
 */
function uriNamedBy(title: string): vscode.Uri | undefined {
  const named = vscode.workspace.textDocuments.filter(({ uri }) => ` ${title}`.endsWith(` ${fileName(uri)}`));
  return named.length === 1 ? named[0]?.uri : undefined;
}
