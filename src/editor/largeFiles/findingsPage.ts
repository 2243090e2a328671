import { env, l10n } from 'vscode';
import type { FileReport } from '../../core/delivery/index';
import type { Findings, FindingsLabels } from '../../protocol/findings';
import { findingMessage } from '../checking/findingMessage';

/** A report as the page shows it. @param at when the check came to its end */
export function findingsOf(fileName: string, report: FileReport, at: Date): Findings {
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
    fileName,
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

/** The words of the page in the language of the editor. */
export function findingsLabels(): FindingsLabels {
  return {
    language: env.language,
    file: l10n.t('File'),
    checkedAt: l10n.t('Checked'),
    rows: l10n.t('Rows'),
    problems: l10n.t('Problems'),
    columns: {
      severity: l10n.t('Severity'),
      place: l10n.t('Place'),
      problem: l10n.t('Problem'),
      rule: l10n.t('Rule'),
    },
    severities: {
      error: l10n.t('Error'),
      warning: l10n.t('Warning'),
      information: l10n.t('Information'),
      hint: l10n.t('Hint'),
    },
    counted: {
      error: l10n.t('Errors'),
      warning: l10n.t('Warnings'),
      information: l10n.t('Information'),
      hint: l10n.t('Hints'),
    },
    place: l10n.t('Line {0}, column {1}'),
    goTo: l10n.t('Go to line {0}, column {1}'),
  };
}
