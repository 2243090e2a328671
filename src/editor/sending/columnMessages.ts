import { l10n } from 'vscode';
import { reasonColumn } from '../../core/contact';
import { counted, enumerated } from '../counted';
import { plainText } from '../plainText';
import type { Sendable } from './sendable';

/** So many columns are named. */
const mostNamed = 10;

/** What leaves and what does not, beside the six columns, a line each. */
export function columnLines({
  besides,
  hasReasons,
}: Pick<Sendable, 'besides' | 'hasReasons'>): readonly string[] {
  return [
    ...(besides.length > 0 ? [besidesMessage(besides)] : []),
    ...(hasReasons ? [l10n.t('The column {0} is not sent.', reasonColumn)] : []),
  ];
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
