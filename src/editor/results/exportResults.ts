import * as vscode from 'vscode';
import { runInSlices } from '../../core/files/slices';
import type { RequestOf, Results } from '../../protocol/results';
import { countRows } from '../../protocol/rowPage';
import { counted, shownNumber } from '../counted';
import { plainText } from '../plainText';
import { asOfNow, exported, onlyRows, type ExportForm } from './exportTable';
import { summaryText } from './summaryText';

interface FormItem extends vscode.QuickPickItem {
  readonly form: ExportForm | 'summary';
}

interface RowsItem extends vscode.QuickPickItem {
  readonly rows: readonly number[] | undefined;
}

/**
 * Asks which rows, in which form and where, and saves results, or copies their summary.
 * @param newer the same results as they are when the user has answered: an import may go on meanwhile
 * @param choice the rows that are shown and selected on the page, where these are not all
 */
export async function exportResults(
  asked: Results,
  newer: () => Promise<Results>,
  choice: Pick<RequestOf<'export'>, 'shown' | 'selected'> = {},
): Promise<void> {
  const title = vscode.l10n.t('Export Results of {0}', plainText(asked.fileName, 100));
  const chosen = await askRows(asked, choice, title);
  if (chosen === undefined) return;
  const now = async () => {
    const all = asOfNow(asked, await newer());
    return chosen.rows === undefined ? all : onlyRows(all, new Set(chosen.rows));
  };
  const items: readonly FormItem[] = [
    {
      form: 'csv',
      label: 'CSV',
      detail: vscode.l10n.t('For spreadsheets, with formulas disabled.'),
    },
    {
      form: 'json',
      label: 'JSON',
      detail: vscode.l10n.t('For programs, with every field of each contact.'),
    },
    {
      form: 'summary',
      label: vscode.l10n.t('Copy Summary'),
      detail: vscode.l10n.t('For a mail: counts, reasons and lines as plain text.'),
    },
  ];
  const form = (await vscode.window.showQuickPick(items, { title }))?.form;
  if (form === undefined) return;
  if (form === 'summary') {
    await vscode.env.clipboard.writeText(summaryText(await now()));
    vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Summary copied.')}`, 10_000);
    return;
  }
  const target = await askTarget(asked, form, title);
  if (target === undefined) return;
  const results = await now();
  await vscode.workspace.fs.writeFile(target, await bytesOf(form, results));
  void offerToOpen(target, results);
}

/** Asks only where there is a choice. */
async function askRows(
  { rowCount, counts }: Results,
  { shown, selected }: Pick<RequestOf<'export'>, 'shown' | 'selected'>,
  title: string,
): Promise<Pick<RowsItem, 'rows'> | undefined> {
  const items: RowsItem[] = [];
  if (selected)
    items.push({ label: vscode.l10n.t('Selected Rows ({0})', shownNumber(selected.length)), rows: selected });
  if (shown) items.push({ label: vscode.l10n.t('Shown Rows ({0})', shownNumber(shown.length)), rows: shown });
  if (items.length === 0) return { rows: undefined };
  const all = shownNumber(rowCount + counts.unmatched);
  items.push({ label: vscode.l10n.t('All Rows ({0})', all), rows: undefined });
  return await vscode.window.showQuickPick(items, { title });
}

async function askTarget(
  { fileUri, fileName }: Results,
  form: ExportForm,
  title: string,
): Promise<vscode.Uri | undefined> {
  const uri = vscode.Uri.parse(fileUri);
  const name = `${fileName.replace(/\.csv$/i, '')}.results.${form}`;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const beside = uri.scheme === 'untitled' ? folder?.uri : vscode.Uri.joinPath(uri, '..');
  return await vscode.window.showSaveDialog({
    title,
    filters: { [form.toUpperCase()]: [form] },
    ...(beside && { defaultUri: vscode.Uri.joinPath(beside, name) }),
  });
}

/** In slices: a hundred thousand rows are a second of work. */
async function bytesOf(form: ExportForm, results: Results): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const keep = (text: string) => pieces.push(Buffer.from(text));
  await runInSlices(exported(form, results), new AbortController().signal, keep);
  return Buffer.concat(pieces);
}

async function offerToOpen(target: vscode.Uri, { rows, rowsNotListed }: Results): Promise<void> {
  const saved = counted(
    vscode.l10n.t(
      'Saved {rows, plural, one {# row} other {# rows}}.{others, plural, =0 {} one { # more was only counted and is not in the file.} other { # more were only counted and are not in the file.}}',
    ),
    { rows: countRows(rows), others: rowsNotListed },
  );
  const open = vscode.l10n.t('Open File');
  if ((await vscode.window.showInformationMessage(saved, open)) === open)
    await vscode.commands.executeCommand('vscode.open', target);
}
