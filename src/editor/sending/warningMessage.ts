import { l10n } from 'vscode';
import type { Warnings } from '../../core/checks';
import { counted, listed } from '../counted';
import { kindLabel } from '../checking/kindLabels';

/** So many kinds are named. */
const mostKinds = 5;

/** How many warnings the file has, and of which kinds: the question before sending is the last to read them. */
export function warningMessage({ count, kinds }: Warnings, isMapped: boolean): string {
  const message = isMapped
    ? l10n.t(
        '{count, plural, one {The mapped copy has # warning: {kinds}.} other {The mapped copy has # warnings: {kinds}.}}',
      )
    : l10n.t(
        '{count, plural, one {The file has # warning: {kinds}.} other {The file has # warnings: {kinds}.}}',
      );
  return counted(message, { count, kinds: listed(kindLabels({ count, kinds })) });
}

function kindLabels({ count, kinds }: Warnings): readonly string[] {
  const named = kinds.slice(0, mostKinds);
  if (count === 1) return named.map(({ kind }) => kindLabel(kind));
  const rest = count - named.reduce((sum, kind) => sum + kind.count, 0);
  const labels = named.map((kind) =>
    counted(l10n.t('{kind} ({count, number})'), { kind: kindLabel(kind.kind), count: kind.count }),
  );
  return rest > 0
    ? [...labels, counted(l10n.t('{count, plural, one {# other} other {# others}}'), { count: rest })]
    : labels;
}
