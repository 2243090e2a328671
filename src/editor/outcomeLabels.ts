import { l10n } from 'vscode';
import type { Outcome, OutcomeCounts } from '../core/delivery/index';

/** Outcomes in the order in which they are told. */
const order = ['created', 'present', 'refused', 'notReturned', 'unknown', 'absent', 'notSent'] as const;

/** "1,998 created, 2 not returned, 500 not sent": the outcomes that there are, of those given. */
export function countsLabel(counts: Partial<OutcomeCounts>): string {
  return order
    .filter((outcome) => (counts[outcome] ?? 0) > 0)
    .map((outcome) => countLabel(outcome, (counts[outcome] ?? 0).toLocaleString()))
    .join(', ');
}

/** "24 refused". */
export function countLabel(outcome: Outcome, count: string): string {
  switch (outcome) {
    case 'created':
      return l10n.t('{0} created', count);
    case 'present':
      return l10n.t('{0} found on the stream', count);
    case 'refused':
      return l10n.t('{0} refused', count);
    case 'notReturned':
      return l10n.t('{0} not returned', count);
    case 'unknown':
      return l10n.t('{0} unknown', count);
    case 'absent':
      return l10n.t('{0} not found on the stream', count);
    case 'notSent':
      return l10n.t('{0} not sent', count);
  }
}

/** What an outcome is called, of one row. */
export function outcomeLabel(outcome: Outcome): string {
  switch (outcome) {
    case 'created':
      return l10n.t('Created');
    case 'present':
      return l10n.t('Found on the stream');
    case 'refused':
      return l10n.t('Refused');
    case 'notReturned':
      return l10n.t('Not returned');
    case 'unknown':
      return l10n.t('Unknown: may exist');
    case 'absent':
      return l10n.t('Not found on the stream');
    case 'notSent':
      return l10n.t('Not sent');
  }
}
