import { l10n, type Uri } from 'vscode';
import type { FileReport } from '../../core/delivery/index';
import type { Findings } from '../../protocol/findings';
import { findingMessage } from '../checking/findingMessage';
import { counted } from '../counted';
import { shownName } from '../files';

/** A report as the page shows it. @param at when the check came to its end */
export function findingsOf(uri: Uri, report: FileReport, at: Date): Findings {
  const { rows, counts, findings, duplicatesWithin } = report;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const notices: string[] = [];
  if (total > findings.length) {
    notices.push(
      counted(
        l10n.t(
          'The first {shown, number} of {total, plural, one {# problem} other {# problems}} are listed, errors first.',
        ),
        { shown: findings.length, total },
      ),
    );
  }
  if (duplicatesWithin === 'firstNumbers') {
    notices.push(l10n.t('Only the first 8 million numbers are compared: later ones may be repeated.'));
  }
  return {
    fileName: shownName(uri),
    fileUri: uri.toString(),
    at: at.toISOString(),
    rowCount: rows,
    counts,
    notices,
    problems: findings.map(({ finding, severity, line, column }) => ({
      severity,
      code: finding.code,
      line,
      column,
      message: findingMessage(finding),
    })),
  };
}
