import * as vscode from 'vscode';
import type { Outcome, Reopened } from '../../core/delivery/index';
import { restCsv } from '../../core/mapping/restCsv';
import { counted } from '../counted';
import { shownName } from '../files';
import { loadDelivery } from '../loadDelivery';
import { openFile } from '../pages/goToPlace';
import type { Sendable } from '../sending/sendable';
import { UserError } from '../errors';

/**
 * Asks where, and saves the rows that were left, each with the reason; then opens the file.
 * @param reasons by place in the import: what the stream said of rows
 * @throws UserError when no row was left
 */
export async function saveRestOf(
  reopened: Reopened<Sendable>,
  reasons: ReadonlyMap<number, string>,
): Promise<void> {
  const { source } = reopened;
  const { uri } = reopened.content;
  const { leftRows } = await loadDelivery();
  const rows = await leftRows(reopened, reasons, reasonLabel);
  if (rows.length === 0) throw new UserError(vscode.l10n.t('Every row of {0} was sent.', shownName(uri)));
  const target = await vscode.window.showSaveDialog({
    title: counted(vscode.l10n.t('Save {count, plural, one {# Unsent Row} other {# Unsent Rows}}'), {
      count: rows.length,
    }),
    filters: { CSV: ['csv'] },
    ...(uri.scheme !== 'untitled' && {
      defaultUri: uri.with({ path: uri.path.replace(/(\.csv)?$/i, '.rest.csv') }),
    }),
  });
  if (target === undefined) return;
  const text = restCsv(source.original ?? source, rows);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await openFile(target);
}

function reasonLabel(outcome: Outcome): string {
  if (outcome === 'refused') return vscode.l10n.t('The stream refused this row.');
  if (outcome === 'absent') return vscode.l10n.t('No answer came, and the row is not on the stream.');
  return vscode.l10n.t('Not sent.');
}
