import * as vscode from 'vscode';
import type { Hasher, Outcome, Reopened } from '../../core/delivery/index';
import { restCsv, sentRecord } from '../../core/mapping/restCsv';
import type { ResultRow } from '../../protocol/resultRow';
import { counted } from '../counted';
import { UserError } from '../errors';
import { shownName } from '../files';
import { loadDelivery } from '../loadDelivery';
import { openFile } from '../pages/goToPlace';
import { inOneLine, linesLabel, reasonOf } from '../results/reasons';
import { valuesSent } from '../results/resultRows';
import type { Sendable } from '../sending/sendable';
import { toast } from '../toast';

/**
 * Asks where, and saves the rows that were left, each with the reason; then opens the file. Rows that the imported file no
 * longer has are saved as they were sent, if that is kept, and told in any case.
 * @param kept by place in the import: rows as the results have them
 * @throws UserError when no row was left that could be saved
 */
export async function saveRestOf(
  reopened: Reopened<Sendable>,
  kept: ReadonlyMap<number, ResultRow>,
  hasher: Pick<Hasher, 'row'>,
): Promise<void> {
  const { source } = reopened;
  const { uri } = reopened.content;
  const { leftMissing, leftRows, mendedRows } = await loadDelivery();
  const reasons = new Map(Array.from(kept, ([place, row]) => [place, inOneLine(reasonOf(row))]));
  const mended = await mendedRows(reopened, hasher);
  const inFile = await leftRows(reopened, mended, reasons, reasonLabel);
  const missing = leftMissing(reopened, mended).map((place) => ({ place, row: kept.get(place) }));
  // The columns of a mapped file are other ones than those that were sent.
  const isSaved = ({ row }: (typeof missing)[number]) =>
    row !== undefined && row.line !== null && source.original === undefined;
  const asSent = missing.flatMap(({ place, row }) =>
    row && isSaved({ place, row })
      ? [{ record: sentRecord(source.headerCells, valuesSent(row)), reason: goneReason(row) }]
      : [],
  );
  const lost = lostMessage(
    uri,
    missing.filter((one) => !isSaved(one)).map(({ row }) => row),
  );
  const rows = [...inFile, ...asSent];
  if (rows.length === 0)
    throw new UserError(lost || vscode.l10n.t('Every row of {0} was sent.', shownName(uri)));
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
  const saved = savedMessage(
    uri,
    missing.filter(isSaved).map(({ row }) => row),
  );
  for (const message of [saved, lost]) if (message !== '') void toast('warning', message);
}

function goneReason(row: ResultRow): string {
  const why = inOneLine(reasonOf(row));
  const gone = vscode.l10n.t('The file no longer has this row as it was sent.');
  return why === '' ? gone : `${why} · ${gone}`;
}

/** Rows that the file no longer has, and the rest has; empty when there are none. */
function savedMessage(uri: vscode.Uri, rows: readonly (ResultRow | undefined)[]): string {
  if (rows.length === 0) return '';
  return counted(
    vscode.l10n.t(
      '{count, plural, one {# row (line {lines} when sent) is no longer in {name} as it was. It is saved as it was sent.} other {# rows (lines {lines} when sent) are no longer in {name} as they were. They are saved as they were sent.}}',
    ),
    { count: rows.length, name: shownName(uri), lines: linesOf(rows) },
  );
}

/** Rows that the file no longer has, nor the rest; empty when there are none. */
function lostMessage(uri: vscode.Uri, rows: readonly (ResultRow | undefined)[]): string {
  if (rows.length === 0) return '';
  const lines = linesOf(rows);
  return counted(
    vscode.l10n.t(
      '{known, select, yes {{count, plural, one {# row (line {lines} when sent) is no longer in {name} as it was, and cannot be saved.} other {# rows (lines {lines} when sent) are no longer in {name} as they were, and cannot be saved.}}} other {{count, plural, one {# row is no longer in {name} as it was sent, and cannot be saved.} other {# rows are no longer in {name} as they were sent, and cannot be saved.}}}}',
    ),
    { count: rows.length, name: shownName(uri), lines, known: lines === '' ? 'no' : 'yes' },
  );
}

function linesOf(rows: readonly (ResultRow | undefined)[]): string {
  return linesLabel(rows.flatMap((row) => row?.line ?? []).sort((a, b) => a - b));
}

function reasonLabel(outcome: Outcome): string {
  if (outcome === 'refused') return vscode.l10n.t('The stream refused this row.');
  if (outcome === 'present')
    return vscode.l10n.t('The stream has a contact with this number. Its name is another one than was sent.');
  if (outcome === 'absent') return vscode.l10n.t('No clear answer came, and the row is not on the stream.');
  return vscode.l10n.t('Not sent.');
}
