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

/** Words that are shorter are names only where they are written as these are. */
const shortestName = 3;
/** Letters and digits, with what stands within a name. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;
/** Mail addresses, and all else that stands alone. */
const pieces = /[^\s<>()[\]"“”,;:]+/g;
/** As many digits as a phone number has at least, however they are grouped; no date, and no code. */
const numbers = /\+?(?<![\d.])\d(?:[\s().\-/]{0,2}\d){6,}/g;
const dates = /^\d{4}-\d{2}-\d{2}$/;

/** The words of the names that rows and their contacts have, as {@link impersonal} compares them. */
export function namesIn(
  rows: Iterable<Pick<ResultRow, 'firstName' | 'lastName' | 'stored'>>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { firstName, lastName, stored } of rows) {
    for (const name of [firstName, lastName, stored?.firstName ?? '', stored?.lastName ?? ''])
      for (const [whole] of name.matchAll(word))
        for (const part of [whole, ...whole.split(/[-'’]/)]) if (part.length > 1) names.add(keyOf(part));
  }
  return names;
}

/**
 * A server's words without names, mail addresses and phone numbers. Words about a request may name any of its rows.
 * @param names as {@link namesIn} gives them
 */
export function impersonal(words: string, names: ReadonlySet<string>): string {
  const isName = (part: string) => part.length > 1 && names.has(keyOf(part));
  return words
    .replace(pieces, (piece) => (piece.includes('@') ? '…' : piece))
    .replace(numbers, (number) => (dates.test(number) ? number : '…'))
    .replace(word, (whole) =>
      isName(whole) ? '…' : whole.replace(/[^-'’]+/g, (part) => (isName(part) ? '…' : part)),
    )
    .replace(/…(?:\s+…)+/g, '…');
}

function keyOf(part: string): string {
  const composed = part.normalize();
  return composed.length < shortestName ? composed : composed.toLowerCase();
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
