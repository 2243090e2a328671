import { l10n } from 'vscode';
import type { Warnings } from '../../core/checks';
import { kindLabel } from '../checking/kindLabels';

/** So many kinds are named. */
const mostKinds = 5;

/** How many warnings the file has, and of which kinds: the question before sending is the last to read them. */
export function warningMessage({ count, kinds }: Warnings, isMapped: boolean): string {
  const shown = count.toLocaleString();
  const words = kindMessage({ count, kinds });
  if (isMapped) {
    return count === 1
      ? l10n.t('The mapped copy has 1 warning: {0}.', words)
      : l10n.t('The mapped copy has {0} warnings: {1}.', shown, words);
  }
  return count === 1
    ? l10n.t('The file has 1 warning: {0}.', words)
    : l10n.t('The file has {0} warnings: {1}.', shown, words);
}

function kindMessage({ count, kinds }: Warnings): string {
  const named = kinds.slice(0, mostKinds);
  const rest = count - named.reduce((sum, kind) => sum + kind.count, 0);
  const words = named.map((kind) =>
    count === 1
      ? kindLabel(kind.kind)
      : l10n.t('{0} ({1})', kindLabel(kind.kind), kind.count.toLocaleString()),
  );
  if (rest > 0) words.push(l10n.t('others ({0})', rest.toLocaleString()));
  return words.join(', ');
}
