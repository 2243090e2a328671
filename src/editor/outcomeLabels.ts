import { l10n } from 'vscode';
import type { MarkedOutcome } from '../core/delivery/index';
import type { RowOutcome } from '../protocol/resultRow';
import { counted, listed } from './counted';

/** Outcomes in the order in which they are told. */
const order = [
  'created',
  'present',
  'otherName',
  'refused',
  'notReturned',
  'unknown',
  'absent',
  'notSent',
  'waiting',
  'unmatched',
] as const satisfies readonly ToldOutcome[];

/** An outcome as it is told: see `MarkedOutcome`. */
export type ToldOutcome = RowOutcome | MarkedOutcome;

/**
 * "1,998 created, 2 not returned, 500 not sent": the outcomes that there are, of those given.
 * @param counts `otherNames`: how many of those that are `present` have another name there
 * @param heldBack how many of those that were not sent have errors
 */
export function countsLabel(
  { otherNames = 0, ...counts }: Partial<Record<RowOutcome | 'otherNames', number>>,
  heldBack = 0,
): string {
  const all: Partial<Record<ToldOutcome, number>> = {
    ...counts,
    notSent: (counts.notSent ?? 0) - heldBack,
    present: (counts.present ?? 0) - otherNames,
    otherName: otherNames,
  };
  const labels = order
    .filter((outcome) => (all[outcome] ?? 0) > 0)
    .map((outcome) => countLabel(outcome, all[outcome] ?? 0));
  return listed(heldBack > 0 ? [...labels, heldBackLabel(heldBack)] : labels);
}

/** "24 refused". */
export function countLabel(outcome: ToldOutcome, count: number): string {
  return counted(outcomeCount(outcome), { count });
}

function heldBackLabel(count: number): string {
  return counted(l10n.t('{count, plural, other {# not sent because of errors}}'), { count });
}

function outcomeCount(outcome: ToldOutcome): string {
  switch (outcome) {
    case 'created':
      return l10n.t('{count, plural, other {# created}}');
    case 'present':
      return l10n.t('{count, plural, other {# found on the stream}}');
    case 'otherName':
      return l10n.t('{count, plural, one {# found under another name} other {# found under other names}}');
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
export function outcomeLabel(outcome: MarkedOutcome): string {
  switch (outcome) {
    case 'created':
      return l10n.t('Created');
    case 'present':
      return l10n.t('Found on the stream');
    case 'otherName':
      return l10n.t('Found under another name: may be another person');
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
