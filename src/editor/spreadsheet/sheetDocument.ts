import * as vscode from 'vscode';
import { uriInFront } from '../files';

/**
 * Opens a CSV that is not saved, named after its workbook; saving puts it beside the workbook.
 * It is shown beside the workbook if that is in front.
 */
export async function openSheetDocument(workbook: vscode.Uri, csv: string): Promise<vscode.TextDocument> {
  const document = await untitledCsv(workbook, csv);
  const isInFront = uriInFront()?.toString() === workbook.toString();
  await vscode.window.showTextDocument(document, {
    viewColumn: isInFront ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    preview: false,
  });
  return document;
}

/** Only what is saved to this machine's folders can have a name before: elsewhere VS Code finds no place for it. */
async function untitledCsv(workbook: vscode.Uri, content: string): Promise<vscode.TextDocument> {
  if (workbook.scheme !== 'file') {
    return await vscode.workspace.openTextDocument({ language: 'csv', content });
  }
  const uri = (await freeName(workbook)).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** `people.csv` for `people.xlsx`, or `people-2.csv` and so on: nothing that is there is overwritten. */
async function freeName(workbook: vscode.Uri): Promise<vscode.Uri> {
  const stem = workbook.path.replace(/\.[^./]+$/, '');
  for (let number = 1; ; number += 1) {
    const uri = workbook.with({ path: `${stem}${number === 1 ? '' : `-${number}`}.csv` });
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
