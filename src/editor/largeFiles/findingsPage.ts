import { l10n, type Uri } from 'vscode';
import type { FileReport } from '../../core/delivery/index';
import type { Findings } from '../../protocol/findings';
import { findingMessage } from '../checking/findingMessage';
import { shownName } from '../files';

/** A report as the page shows it. @param at when the check came to its end */
export function findingsOf(uri: Uri, report: FileReport, at: Date): Findings {
  const { rows, counts, findings, duplicatesWithin } = report;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const notices: string[] = [];
  if (total > findings.length) {
    notices.push(
      l10n.t(
        'The first {0} of {1} problems are listed, errors before all else.',
        findings.length.toLocaleString(),
        total.toLocaleString(),
      ),
    );
  }
  if (duplicatesWithin === 'firstNumbers') {
    notices.push(
      l10n.t('Numbers are compared with the first 8 million of the file: further ones may be there twice.'),
    );
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
