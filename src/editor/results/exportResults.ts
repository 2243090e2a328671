import * as vscode from 'vscode';
import type { RequestOf, Results, RowOutcome } from '../../protocol/results';
import { counted, shownNumber } from '../counted';
import { countLabel } from '../outcomeLabels';
import { plainText } from '../plainText';
import { asOfNow, listedGroups, ofOutcome, onlyRows, type ExportForm } from './exportTable';
import { rowOf } from './resultsOf';
import { saveRows, type ExportContent } from './saveRows';
import { summaryText } from './summaryText';
import { countsOfWhole, rowsOfWhole, type WholeImport } from './wholeImport';

interface FormItem extends vscode.QuickPickItem {
  readonly form: ExportForm | 'summary';
}

/** Which rows are exported: those at some places of the list, those of an outcome, or all. */
interface Choice {
  readonly rows?: readonly number[];
  readonly outcome?: RowOutcome;
}

interface RowsItem extends vscode.QuickPickItem {
  readonly choice: Choice;
}

/** Where results come from. */
export interface ExportParts {
  /** The same results as they are when the user has answered: an import may go on meanwhile. */
  readonly newer: () => Promise<Results>;
  /** All rows of an import of which some are only counted; `undefined` where no more of it is known. */
  readonly whole: (importId: string) => Promise<WholeImport | undefined>;
}

/**
 * Asks which rows, in which form and where, and saves results, or copies their summary.
 * @param asked what the page's request says is shown and selected, where these are not all
 */
export async function exportResults(
  results: Results,
  { newer, whole }: ExportParts,
  asked: Omit<RequestOf<'export'>, 'type'> = {},
): Promise<void> {
  const title = vscode.l10n.t('Export Results of {0}', plainText(results.fileName, 100));
  const choice = await askRows(results, asked, title);
  if (choice === undefined) return;
  const now = async () => asOfNow(results, await newer());
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
    await vscode.env.clipboard.writeText(summaryText(chosen(await now(), choice)));
    vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Summary copied.')}`, 10_000);
    return;
  }
  const target = await askTarget(results, form, title);
  if (target === undefined) return;
  const all = await now();
  const isPartial = choice.rows === undefined && chosen(all, choice).rowsNotListed > 0;
  const wholeRows = isPartial ? await whole(all.importId) : undefined;
  const content = wholeRows ? await wholeContent(all, wholeRows, choice) : listedContent(chosen(all, choice));
  const saved = await saveRows(target, form, content);
  if (saved !== undefined) void offerToOpen(target, content.savedMessage(saved));
}

/** What is chosen of those that are listed. */
function chosen(all: Results, { rows, outcome }: Choice): Results {
  if (rows !== undefined) return onlyRows(all, new Set(rows));
  return outcome === undefined ? all : ofOutcome(all, outcome);
}

function listedContent(results: Results): ExportContent {
  const savedMessage = (rows: number) =>
    counted(
      vscode.l10n.t(
        'Saved {rows, plural, one {# row} other {# rows}}.{count, plural, =0 {} one { # more row was only counted and is not in the file.} other { # more rows were only counted and are not in the file.}}',
      ),
      { rows, count: results.rowsNotListed },
    );
  return { results, groups: listedGroups(results), savedMessage };
}

async function wholeContent(all: Results, whole: WholeImport, { outcome }: Choice): Promise<ExportContent> {
  const counts = await countsOfWhole(whole, all, outcome);
  const rowCount = Object.values(counts).reduce((sum, count) => sum + count, -counts.unmatched);
  const results = { ...all, counts, rowCount, rowsNotListed: 0 };
  const savedMessage = (rows: number) =>
    counted(
      whole.hasFile
        ? vscode.l10n.t('Saved {rows, plural, one {# row} other {# rows}}.')
        : vscode.l10n.t(
            'Saved {rows, plural, one {# row} other {# rows}}. The imported file was changed or is gone: most rows have an outcome, and no line or values.',
          ),
      { rows },
    );
  return { results, groups: rowsOfWhole(whole, all, { rowOf, outcome }), savedMessage };
}

/** Asks only where there is a choice. */
async function askRows(
  { rowCount, counts, rowsNotListed }: Results,
  { shown, selected, outcome }: Omit<RequestOf<'export'>, 'type'>,
  title: string,
): Promise<Choice | undefined> {
  const items: RowsItem[] = [];
  const add = (label: string, choice: Choice) => items.push({ label, choice });
  if (selected) add(vscode.l10n.t('Selected Rows ({0})', shownNumber(selected.length)), { rows: selected });
  if (shown && shown.length > 0)
    add(vscode.l10n.t('Shown Rows ({0})', shownNumber(shown.length)), { rows: shown });
  if (outcome !== undefined && rowsNotListed > 0)
    add(vscode.l10n.t('All Rows of This Outcome ({0})', countLabel(outcome, counts[outcome])), { outcome });
  if (items.length === 0) return {};
  add(vscode.l10n.t('All Rows ({0})', shownNumber(rowCount + counts.unmatched)), {});
  return (await vscode.window.showQuickPick(items, { title }))?.choice;
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

async function offerToOpen(target: vscode.Uri, saved: string): Promise<void> {
  const open = vscode.l10n.t('Open File');
  if ((await vscode.window.showInformationMessage(saved, open)) === open)
    await vscode.commands.executeCommand('vscode.open', target);
}
