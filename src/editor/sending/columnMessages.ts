import { l10n } from 'vscode';
import { counted, enumerated } from '../counted';
import { plainText } from '../plainText';
import type { Sendable } from './sendable';

/** So many columns are named. */
const mostNamed = 10;

/** What leaves and what does not, beside the six columns, a line each. */
export function columnLines({
  besides,
  ownColumns,
}: Pick<Sendable, 'besides' | 'ownColumns'>): readonly string[] {
  return [
    ...(besides.length > 0 ? [besidesMessage(besides)] : []),
    ...(ownColumns.length > 0 ? [ownMessage(ownColumns)] : []),
  ];
}

function ownMessage(names: readonly string[]): string {
  return counted(
    l10n.t(
      '{count, plural, one {The column {names} is not sent.} other {These columns are not sent: {names}.}}',
    ),
    { count: names.length, names: enumerated(names) },
  );
}

function besidesMessage(names: readonly string[]): string {
  const shown = names
    .slice(0, mostNamed)
    .map((name) => (name.trim() === '' ? l10n.t('(no name)') : l10n.t('“{0}”', plainText(name, 40))));
  const further = names.length - mostNamed;
  if (further > 0) shown.push(counted(l10n.t('{count, plural, other {# more}}'), { count: further }));
  return counted(
    l10n.t(
      '{count, plural, one {Another column is sent too: {names}.} other {Other columns are sent too: {names}.}}',
    ),
    { count: names.length, names: enumerated(shown) },
  );
}
