import { l10n } from 'vscode';
import { reasonColumn } from '../../core/contact';
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
    .map((name) => (name.trim() === '' ? l10n.t('(no name)') : `“${plainText(name, 40)}”`))
    .join(', ');
  const further = names.length - mostNamed;
  if (further > 0) {
    return l10n.t('Other columns are sent too: {0} and {1} more.', shown, further.toLocaleString());
  }
  return names.length === 1
    ? l10n.t('Another column is sent too: {0}.', shown)
    : l10n.t('Other columns are sent too: {0}.', shown);
}
