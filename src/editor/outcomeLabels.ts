import { l10n } from 'vscode';
import type { Outcome } from '../core/delivery/index';
import type { RowOutcome } from '../protocol/resultRow';
import { counted, listed } from './counted';

/** Outcomes in the order in which they are told. */
const order = [
  'created',
  'present',
  'refused',
  'notReturned',
  'unknown',
  'absent',
  'notSent',
  'waiting',
  'unmatched',
] as const satisfies readonly RowOutcome[];

/**
 * "1,998 created, 2 not returned, 500 not sent": the outcomes that there are, of those given.
 * @param heldBack how many of those that were not sent have errors
 */
export function countsLabel(counts: Partial<Record<RowOutcome, number>>, heldBack = 0): string {
  const all = { ...counts, notSent: (counts.notSent ?? 0) - heldBack };
  const labels = order
    .filter((outcome) => (all[outcome] ?? 0) > 0)
    .map((outcome) => countLabel(outcome, all[outcome] ?? 0));
  return listed(heldBack > 0 ? [...labels, heldBackLabel(heldBack)] : labels);
}

/** "24 refused". */
export function countLabel(outcome: RowOutcome, count: number): string {
  return counted(outcomeCount(outcome), { count });
}

function heldBackLabel(count: number): string {
  return counted(l10n.t('{count, plural, other {# not sent because of errors}}'), { count });
}

function outcomeCount(outcome: RowOutcome): string {
  switch (outcome) {
    case 'created':
      return l10n.t('{count, plural, other {# created}}');
    case 'present':
      return l10n.t('{count, plural, other {# found on the stream}}');
    case 'refused':
      return l10n.t('{count, plural, other {# refused}}');
    case 'notReturned':
      return l10n.t('{count, plural, other {# not returned}}');
    case 'unknown':
      return l10n.t('{count, plural, other {# unknown}}');
    case 'absent':
      return l10n.t('{count, plural, other {# not found on the stream}}');
    case 'notSent':
      return l10n.t('{count, plural, other {# not sent}}');
    case 'waiting':
      return l10n.t('{count, plural, other {# waiting}}');
    case 'unmatched':
      return l10n.t('{count, plural, other {# returned without a row}}');
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
