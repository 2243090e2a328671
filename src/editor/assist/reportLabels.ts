import { l10n } from 'vscode';
import type { Severity } from '../../core/checks';
import { counted, listed } from '../counted';

/** "1 row", "8 rows". */
export function rowsLabel(rows: number): string {
  return counted(l10n.t('{count, plural, one {# row} other {# rows}}'), { count: rows });
}

/** "3 errors, 2 warnings": only the kinds that there are; "no problems" when there is none. */
export function problemsLabel({
  error,
  warning,
  information,
  hint,
}: Readonly<Record<Severity, number>>): string {
  const kinds = [
    [error, l10n.t('{count, plural, one {# error} other {# errors}}')],
    [warning, l10n.t('{count, plural, one {# warning} other {# warnings}}')],
    [information + hint, l10n.t('{count, plural, one {# other} other {# others}}')],
  ] as const;
  const there = kinds.filter(([count]) => count > 0).map(([count, message]) => counted(message, { count }));
  return there.length === 0 ? l10n.t('no problems') : listed(there);
}
