import type { ResultRow } from '../../protocol/resultRow';
import type { ToldOutcome } from '../outcomeLabels';

/** Rows with one outcome, other than `created`, for one reason. */
export interface Reason {
  readonly outcome: ToldOutcome;
  /** In one line; empty when none is known. */
  readonly message: string;
  readonly count: number;
  /** Lines of the file, from 1, in order. */
  readonly lines: readonly number[];
}

/** What the stream said of a row, or why it was held back, and what else is to be known of it. */
export function reasonOf({ message, remark }: Pick<ResultRow, 'message' | 'remark'>): string {
  return [message, remark].filter((part) => part !== '').join('\n');
}

/** A reason for a cell of a file that is edited by hand: a line break in it would make two lines of a row. */
export function inOneLine(reason: string): string {
  const lines = reason.split(/[\n\r]/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' · ');
}

/** What a summary asks of a row. */
type ReasonedRow = Pick<ResultRow, 'outcome' | 'note' | 'message' | 'remark' | 'line'>;

/**
 * The reasons for which rows were not simply created, those of most rows first.
 * @param wordsOf what is said of a row
 */
export function reasonsOf<Row extends ReasonedRow>(
  rows: Iterable<Row>,
  wordsOf: (row: Row) => readonly string[] = ({ message, remark }) => [message, remark],
): readonly Reason[] {
  const reasons = new Map<string, Reason & { count: number; lines: number[] }>();
  for (const row of rows) {
    const { line } = row;
    const outcome = toldOutcome(row);
    const words = wordsOf(row).filter((part) => part !== '');
    const message = words.join(' ').replace(/\s+/g, ' ').trim();
    if (outcome === 'created' && message === '') continue;
    const key = `${outcome} ${message}`;
    const reason = reasons.get(key) ?? { outcome, message, count: 0, lines: [] };
    reasons.set(key, reason);
    reason.count++;
    if (line !== null) reason.lines.push(line);
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}

/** Of rows that were found, those under another name are told apart. */
export function toldOutcome({ outcome, note }: Pick<ResultRow, 'outcome' | 'note'>): ToldOutcome {
  return outcome === 'present' && note === 'otherName' ? 'otherName' : outcome;
}

/** A shorter part of a name could be any word. */
const shortestName = 3;
/** As many digits as a phone number has at least, however they are grouped; no date, and no code. */
const numbers = /\+?(?<![\d.])\d(?:[\s().\-/]{0,2}\d){6,}/g;
const dates = /^\d{4}-\d{2}-\d{2}$/;

/** A server's words without the name that was sent, and without phone numbers. */
export function impersonal(
  words: string,
  { firstName, lastName }: Pick<ResultRow, 'firstName' | 'lastName'>,
): string {
  const names = [firstName, lastName]
    .map((name) => name.trim())
    .filter((name) => name.length >= shortestName);
  const named = names.reduce((text, name) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu'), '…');
  }, words);
  return named.replace(numbers, (number) => (dates.test(number) ? number : '…'));
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
