import type { ResultRow, RowOutcome } from '../../protocol/resultRow';

/** Rows with one outcome, other than `created`, for one reason. */
export interface Reason {
  readonly outcome: RowOutcome;
  /** The first line of it; empty when none is known. */
  readonly message: string;
  readonly count: number;
  /** Lines of the file, from 1, in order. */
  readonly lines: readonly number[];
}

/** What the stream said of a row, or why it was held back, and what else is to be known of it. */
export function reasonOf({ message, remark }: Pick<ResultRow, 'message' | 'remark'>): string {
  return [message, remark].filter((part) => part !== '').join('\n');
}

/** The reasons for which rows were not simply created, those of most rows first. */
export function reasonsOf(
  rows: Iterable<Pick<ResultRow, 'outcome' | 'message' | 'remark' | 'line'>>,
): readonly Reason[] {
  const reasons = new Map<string, Reason & { count: number; lines: number[] }>();
  for (const row of rows) {
    const { outcome, line } = row;
    const message = reasonOf(row);
    if (outcome === 'created' && message === '') continue;
    const [first = ''] = message.split('\n', 1);
    const key = `${outcome} ${first}`;
    const reason = reasons.get(key) ?? { outcome, message: first, count: 0, lines: [] };
    reasons.set(key, reason);
    reason.count++;
    if (line !== null) reason.lines.push(line);
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}

/** "2–4, 9, …": lines in short, the first few stretches of them. `lines`: in order. */
export function linesLabel(lines: readonly number[], mostStretches = 20): string {
  const stretches: { first: number; last: number }[] = [];
  for (const line of lines) {
    const stretch = stretches.at(-1);
    if (stretch?.last === line - 1) stretch.last = line;
    else stretches.push({ first: line, last: line });
  }
  const shown = stretches
    .slice(0, mostStretches)
    .map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  return (stretches.length > mostStretches ? [...shown, '…'] : shown).join(', ');
}
