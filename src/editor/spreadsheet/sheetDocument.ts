import * as vscode from 'vscode';
import { uriInFront } from '../files';
import { untitledCsv } from '../untitledCsv';

/**
 * Opens a CSV that is not saved, named after its workbook; saving puts it beside the workbook.
 * It is shown beside the workbook if that is in front.
 */
export async function openSheetDocument(workbook: vscode.Uri, csv: string): Promise<vscode.TextDocument> {
  const document = await untitledCsv(
    workbook.with({ path: workbook.path.replace(/\.[^./]+$/, '.csv') }),
    csv,
  );
  const isInFront = uriInFront()?.toString() === workbook.toString();
  await vscode.window.showTextDocument(document, {
    viewColumn: isInFront ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    preview: false,
  });
  return document;
}
