import * as vscode from 'vscode';

/**
 * A glob for `check.files` that matches this file: below a workspace folder from that folder's name on, so that it
 * also holds where the folder lies elsewhere; outside of one its whole path.
 */
export function globOf(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return `**${escaped(uri.path)}`;
  const name = folder.uri.path.split('/').at(-1) ?? '';
  const inside = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
  return ['**', ...(name === '' ? [] : [escaped(name)]), escaped(inside)].join('/');
}

/** Globs know no backslash; a character in brackets stands for itself. */
function escaped(path: string): string {
  return path.replace(/[[\]{}*?]/g, '[$&]');
}
