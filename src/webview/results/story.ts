import {
  isOffered,
  type ResultAction,
  type ResultRow,
  type RowNoteKind,
  type RowOutcome,
} from '../../protocol/results';

/** What grouping asks of a row. */
export type ToldRow = Pick<ResultRow, 'outcome' | 'note' | 'message' | 'remark'>;

/** Rows with one outcome, for one reason: a line of the story that the page tells. */
export interface OutcomeGroup {
  readonly outcome: RowOutcome;
  readonly note?: RowNoteKind | undefined;
  /** The stream's words, or ours; where they differ only in numbers and quoted values, `…` is in place of these. The column that is named stays. */
  readonly reason: string;
  readonly count: number;
  /** `others`: for so many reasons that each has no line of its own; `unlisted`: counted, and not in the table. */
  readonly rest?: 'others' | 'unlisted';
}

/** The groups of an import, the most pressing first, and for each row the index of its group (none: not an index). */
export interface Story {
  readonly groups: readonly OutcomeGroup[];
  readonly groupOf: Int32Array;
}

/** So many reasons of an outcome have a line each. */
const mostReasons = 3;

/** The most pressing first. What was created as it was sent tells no story. */
const order: readonly (readonly [RowOutcome, RowNoteKind?])[] = [
  ['refused'],
  ['notReturned'],
  ['unknown'],
  ['present', 'otherName'],
  ['notSent', 'leftOutOther'],
  ['absent'],
  ['notSent'],
  ['unmatched'],
  ['created', 'storedAs'],
  ['notSent', 'leftOut'],
  ['present'],
];

interface Reasoned {
  readonly outcome: RowOutcome;
  readonly note: RowNoteKind | undefined;
  readonly rank: number;
  /** Their words when they all have the same, otherwise what these have in common. */
  reason: string;
  count: number;
}

/**
 * Groups rows by outcome and reason.
 * @param counts how many rows have each outcome, those that are not listed included
 * @param times how many rows each one stands for; itself alone without it
 */
export function tellStory(
  rows: Iterable<ToldRow>,
  counts: Readonly<Partial<Record<RowOutcome, number>>>,
  times?: Uint32Array,
): Story {
  const byKey = new Map<string, Reasoned>();
  const reasonedOf = Array.from(rows, (row, index) => {
    const count = times?.[index] ?? 1;
    const rank = rankOf(row);
    if (rank < 0) return undefined;
    // What is said of a whole request is in the sentence itself.
    const words = row.message || (row.note === 'batch' ? '' : row.remark);
    const common = row.note === 'leftOut' || row.note === 'leftOutOther' ? '' : template(words);
    const key = `${row.outcome} ${row.note ?? ''} ${common}`;
    const known = byKey.get(key);
    if (known === undefined) {
      const { outcome, note } = row;
      const first: Reasoned = { outcome, note, rank, reason: words, count };
      byKey.set(key, first);
      return first;
    }
    known.count += count;
    if (known.reason !== words) known.reason = common;
    return known;
  });

  const groups: OutcomeGroup[] = [];
  const placeOf = new Map<Reasoned, number>();
  const all = [...byKey.values()];
  for (const [rank, [outcome, note]] of order.entries()) {
    const ofRank = all.filter((one) => one.rank === rank).sort((a, b) => b.count - a.count);
    // One too many has no less room than a line that says so.
    const named = ofRank.length > mostReasons + 1 ? ofRank.slice(0, mostReasons) : ofRank;
    for (const one of named) {
      placeOf.set(one, groups.length);
      groups.push({ outcome, note: one.note, reason: one.reason, count: one.count });
    }
    const others = ofRank.slice(named.length);
    for (const one of others) placeOf.set(one, groups.length);
    if (others.length > 0) groups.push({ outcome, note, reason: '', count: countOf(others), rest: 'others' });
    const unlisted = note === undefined ? (counts[outcome] ?? 0) - listed(all, outcome) : 0;
    if (unlisted > 0) groups.push({ outcome, reason: '', count: unlisted, rest: 'unlisted' });
  }
  const groupOf = Int32Array.from(reasonedOf, (one) => (one && placeOf.get(one)) ?? -1);
  return { groups, groupOf };
}

/** What can be done about a group, of what the import offers; the first one advised. */
export function actionsFor(
  { outcome, note, reason }: OutcomeGroup,
  offered: readonly ResultAction[],
): readonly ResultAction[] {
  return stepsFor(outcome, note, reason).filter((action) => isOffered(action, offered));
}

function stepsFor(
  outcome: RowOutcome,
  note: RowNoteKind | undefined,
  reason: string,
): readonly ResultAction[] {
  // Nothing can be looked up or sent of what the file has no more.
  if (note === 'gone' || note === 'byNumber') return [];
  switch (outcome) {
    case 'refused':
      // Only where a whole request was refused is it open which row was at fault.
      return note === 'batch' ? ['findRefused', 'saveRest'] : ['saveRest'];
    case 'unknown':
    case 'notReturned':
      return ['lookUp'];
    case 'absent':
      return ['resume', 'saveRest'];
    case 'notSent':
      if (note === 'leftOut' || note === 'leftOutOther') return [];
      // What has a reason is held back: it must be corrected first.
      return reason === '' ? ['resume', 'saveRest'] : ['saveRest'];
    case 'present':
      return note === 'otherName' ? ['saveRest'] : [];
    case 'created':
    case 'unmatched':
    case 'waiting':
      return [];
  }
}

function rankOf({ outcome, note }: ToldRow): number {
  const exact = order.findIndex(([of, only]) => of === outcome && only !== undefined && only === note);
  return exact >= 0 ? exact : order.findIndex(([of, only]) => of === outcome && only === undefined);
}

function countOf(groups: readonly Reasoned[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function listed(all: readonly Reasoned[], outcome: RowOutcome): number {
  return countOf(all.filter((one) => one.outcome === outcome));
}

/** What may be of one row alone: what stands in quotes, and numbers. An apostrophe within a word opens none. */
const ofOneRow =
  /"[^"]*"|“[^“”]*”|„[^„“]*“|«[^«»]*»|‘[^‘’]*’|`[^`]*`|(?<![\p{L}\d])'[^']*'(?![\p{L}\d])|\d+/gu;

/** The name of a field, of however deep a one: of several words that are joined, or one of the columns that have but one. */
const fieldName = /^[\w.[\]]*\b(?:salutation|extension|[a-z]+(?:[A-Z_][a-z]+)+)$/;

/** Words without what is of one row alone: a value, and not the column that has it. */
function template(words: string): string {
  if (!/["“„«‘'`\d]/.test(words)) return words;
  return words.replace(ofOneRow, (part) => {
    const [open = '', close = ''] = [part[0], part.at(-1)];
    if (/\d/.test(open)) return '…';
    const quoted = part.slice(1, -1);
    return `${open}${fieldName.test(quoted) ? quoted.replace(/\d+/g, '…') : '…'}${close}`;
  });
}
