import * as vscode from 'vscode';

/**
 * Opens a CSV that is not saved, under a name; saving puts it where the name says.
 * @param wanted what it is called if nothing there is: else `people-2.csv` for `people.csv`, and so on
 */
export async function untitledCsv(wanted: vscode.Uri, content: string): Promise<vscode.TextDocument> {
  // Only what is saved to this machine's folders can have a name before: elsewhere VS Code finds no place for it.
  if (wanted.scheme !== 'file') {
    return await vscode.workspace.openTextDocument({ language: 'csv', content });
  }
  const uri = (await freeName(wanted)).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** Nothing that is there is overwritten. */
async function freeName(wanted: vscode.Uri): Promise<vscode.Uri> {
  const stem = wanted.path.replace(/\.csv$/, '');
  for (let number = 1; ; number += 1) {
    const uri = wanted.with({ path: `${stem}${number === 1 ? '' : `-${number}`}.csv` });
    if (!isOpen(uri) && !(await exists(uri))) return uri;
  }
}

function isOpen({ path }: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(({ uri }) => uri.path === path);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
