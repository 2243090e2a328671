import { l10n } from 'vscode';
import type { Severity } from '../../core/checks';

/** "1 row", "8 rows". */
export function rowsLabel(rows: number): string {
  return rows === 1 ? l10n.t('1 row') : l10n.t('{0} rows', rows.toLocaleString());
}

/** "3 errors, 2 warnings": only the kinds that there are; "no problems" when there is none. */
export function problemsLabel(counts: Readonly<Record<Severity, number>>): string {
  const kinds = [
    errors(counts.error),
    warnings(counts.warning),
    others(counts.information + counts.hint),
  ].filter((words) => words !== '');
  return kinds.length === 0 ? l10n.t('no problems') : kinds.join(', ');
}

function errors(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count.toLocaleString());
}

function warnings(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count.toLocaleString());
}

function others(count: number): string {
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 other') : l10n.t('{0} others', count.toLocaleString());
}
