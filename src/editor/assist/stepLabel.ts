import { l10n } from 'vscode';
import { counted } from '../counted';
import type { CheckReport } from '../../core/checks';
import { headerMend, nextStep, possibleIn, proposals } from '../../core/fixes';

/** What a list needs next, as its line above the header says it; empty where that is to send it, or nothing can be done. */
export function stepLabel(report: CheckReport, canReopen: boolean): string {
  switch (nextStep(report.codes, possibleIn(report, canReopen))) {
    case 'encoding':
      return l10n.t('Convert to UTF-8…');
    case 'layout':
      // Lines above the header are not taken away under another name.
      return report.codes['csv.delimiter'] && !report.codes['csv.linesAboveHeader']
        ? l10n.t('Convert to Commas')
        : l10n.t('Fix Layout');
    case 'quotes':
      return l10n.t('Fix Quotes');
    case 'header':
      return headerLabel(report);
    case 'safe':
      return l10n.t('Fix All');
    case 'review':
      return reviewLabel(
        proposals(report).reduce((sum, { isAdvised, count }) => sum + (isAdvised ? count : 0), 0),
      );
    case 'goodRows':
      return l10n.t('Send Rows Without Errors…');
    case 'problems':
    case 'send':
      return '';
  }
}

function headerLabel(report: CheckReport): string {
  const mend = headerMend(report);
  if (mend === 'map') return l10n.t('Map Columns…');
  const { picks, asks } = mend;
  if (asks === undefined) return l10n.t('Fix Header');
  return picks.every(({ kind }) => kind === 'fillColumn') ? l10n.t('Add {0}…', asks) : l10n.t('Fix Header…');
}

function reviewLabel(count: number): string {
  return counted(l10n.t('Review {count, plural, one {# Fix} other {# Fixes}}…'), { count });
}
