import type { Failure } from './failure';
import type { Mismatch } from './run/mismatch';
import { outcomes, type ImportEnd, type Outcome } from './run/outcome';

/** How many rows have each outcome. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** The same, as they are told. */
export type ToldCounts = OutcomeCounts & {
  /** How many of those that are `present` have another name there: they may be saved with the rest. */
  readonly otherNames?: number;
};

/** What can be done with an import that is over, the most pressing first. */
export type FollowUpAction = 'resume' | 'findRefused' | 'saveRest';

/**
 * The outcomes of the rows that each is for. What is unknown, or on the stream, is never saved to be sent again, but for
 * rows whose number is there under another name: see {@link ToldCounts}.
 */
export const actionOutcomes: Readonly<Record<FollowUpAction, readonly Outcome[]>> = {
  resume: ['unknown', 'notReturned', 'absent', 'notSent'],
  findRefused: ['refused'],
  saveRest: ['refused', 'absent', 'notSent'],
};

/** The outcomes of the rows that are looked for on the stream before others are sent. */
export const lookUpOutcomes: readonly Outcome[] = ['unknown', 'notReturned'];

/** How many of the rows that have the outcomes of an action it would not be for all the same; see {@link closedAtFirst}. */
export type ClosedRows = Readonly<Record<FollowUpAction, number>>;

/**
 * The closed rows of a new import; those of one that is resumed are told by `closedIn`.
 * @param heldBack how many rows are held back: they must be mended first, and then are others
 * @param leftOut how many of the others are left out, since another import has brought them to the stream
 */
export function closedAtFirst(heldBack: number, leftOut: number): ClosedRows {
  return { resume: heldBack + leftOut, findRefused: 0, saveRest: leftOut };
}

/**
 * How an import ended; `brokeOff`: by a fault of this machine, such as a disk that is full; `takenOver`: this window was
 * asleep, and another one has the stream, which may have gone on with the import: what is known here is no longer true.
 */
export type SessionEnd =
  ImportEnd | { readonly why: 'brokeOff'; readonly error: unknown } | { readonly why: 'takenOver' };

/** What became of an import's rows. */
export interface ImportOutcome {
  readonly counts: ToldCounts;
  readonly closed: ClosedRows;
  /** Whether the refused rows are known to be refused by themselves. */
  readonly isRefusedAlone: boolean;
}

/**
 * What an import that came to its end leaves on the stream: `doubt`: contacts may exist of which nobody knows; `nothing`:
 * certainly none was created, or was there; `known`: what became of each row is told.
 */
export type Effect = 'doubt' | 'nothing' | 'known';

/** What the end of an import means, one kind of message each. */
export type EndMeaning =
  | { readonly kind: 'brokeOff'; readonly error: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** A request did not hold what was checked, and did not leave. */
  | { readonly kind: 'misread'; readonly mismatch: Mismatch }
  | { readonly kind: 'cancelled' }
  /** Nothing else that is told here counts. */
  | { readonly kind: 'takenOver' }
  | { readonly kind: 'allCreated' }
  /** Every row was sent and answered, and some did not come back. */
  | { readonly kind: 'notReturned' }
  | { readonly kind: 'unknown' }
  /** Anything else: rows that were refused, found there, held back. */
  | { readonly kind: 'mixed' };

/** What is told of an import that ended. */
export interface EndReport {
  readonly meaning: EndMeaning;
  readonly effect: Effect;
  /** Whether any row left. If none did there is nothing to look back on. */
  readonly hasLeft: boolean;
  /** What is offered, the first one advised. */
  readonly actions: readonly FollowUpAction[];
}

/** What the end of an import means, and what can be done next. */
export function endReport(end: SessionEnd, outcome: ImportOutcome): EndReport {
  const { counts } = outcome;
  const hasLeft = rowsOf(counts) > counts.notSent;
  return {
    meaning: meaningOf(end, counts),
    effect: effectOf(counts),
    hasLeft,
    actions: hasLeft ? actionsFor(outcome) : [],
  };
}

/** How many rows of a list have each outcome. */
export function countsOf(list: readonly Outcome[]): OutcomeCounts {
  const counts = { created: 0, notReturned: 0, refused: 0, unknown: 0, present: 0, absent: 0, notSent: 0 };
  for (const outcome of list) counts[outcome]++;
  return counts;
}

function meaningOf(end: SessionEnd, counts: OutcomeCounts): EndMeaning {
  if (end.why === 'brokeOff') return { kind: 'brokeOff', error: end.error };
  if (end.why === 'failed') return { kind: 'failed', failure: end.failure };
  if (end.why === 'misread') return { kind: 'misread', mismatch: end.mismatch };
  if (end.why === 'cancelled' || end.why === 'takenOver') return { kind: end.why };
  const rows = rowsOf(counts);
  if (counts.created === rows) return { kind: 'allCreated' };
  if (counts.created + counts.notReturned === rows) return { kind: 'notReturned' };
  return { kind: counts.unknown > 0 ? 'unknown' : 'mixed' };
}

function effectOf(counts: OutcomeCounts): Effect {
  if (counts.unknown > 0) return 'doubt';
  return rowsOf(counts) === counts.notSent ? 'nothing' : 'known';
}

function actionsFor({ counts, closed, isRefusedAlone }: ImportOutcome): readonly FollowUpAction[] {
  const isOpen = (action: FollowUpAction) =>
    (action === 'saveRest' && (counts.otherNames ?? 0) > 0) ||
    actionOutcomes[action].reduce((sum, outcome) => sum + counts[outcome], 0) > closed[action];
  const all: readonly FollowUpAction[] = ['resume', 'findRefused', 'saveRest'];
  return all.filter((action) => isOpen(action) && !(action === 'findRefused' && isRefusedAlone));
}

function rowsOf(counts: OutcomeCounts): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}
