import { l10n } from 'vscode';
import type { CheckReport } from '../../core/checks';
import {
  headerMend,
  type IsHeld,
  nextStep,
  openDecisions,
  possibleIn,
  proposals,
  rowsIn,
} from '../../core/fixes';
import { counted } from '../counted';

/** What a list needs next, as its line above the header says it; empty where that is to send it, or nothing can be done. */
export function stepLabel(report: CheckReport, canReopen: boolean, isHeld: IsHeld): string {
  switch (nextStep(report.codes, possibleIn(report, canReopen, isHeld))) {
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
      return reviewLabel(report, isHeld);
    case 'goodRows':
      return l10n.t('Send Only Rows Without Errors…');
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

/** Rows to be decided on are in the same list, and alone in it once there is nothing to fix. */
function reviewLabel(report: CheckReport, isHeld: IsHeld): string {
  const fixes = proposals(report).reduce((sum, { isAdvised, count }) => sum + (isAdvised ? count : 0), 0);
  if (fixes > 0) {
    return counted(l10n.t('Review {count, plural, one {# Fix} other {# Fixes}}…'), { count: fixes });
  }
  return counted(l10n.t('Decide on {count, plural, one {# Row} other {# Rows}}…'), {
    count: rowsIn(openDecisions(report, isHeld)),
  });
}
