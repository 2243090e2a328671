import type { ImportState, ImportSummary } from './ledger/summaries';
import { actionOutcomes, lookUpOutcomes, type FollowUpAction } from './outcomeActions';

/** The imports of a day. */
export interface ImportDay {
  /** Its beginning where the user is, in ms since 1970. */
  readonly day: number;
  /** The latest first. */
  readonly imports: readonly ImportSummary[];
}

/** Imports by the day on which they began, where the user is. `summaries`: the latest first. */
export function importsByDay(summaries: readonly ImportSummary[]): readonly ImportDay[] {
  const days = new Map<number, ImportSummary[]>();
  for (const summary of summaries) {
    const day = new Date(summary.at).setHours(0, 0, 0, 0);
    const known = days.get(day);
    if (known) known.push(summary);
    else days.set(day, [summary]);
  }
  return [...days].map(([day, imports]) => ({ day, imports }));
}

/** How an import looks in a list: by the worst of what became of its rows. */
export type ImportLook = Exclude<ImportState, 'ended'> | 'refused' | 'unknown' | 'incomplete' | 'complete';

export function lookOf({ state, counts }: ImportSummary): ImportLook {
  if (state !== 'ended') return state;
  if (counts.refused > 0) return 'refused';
  if (counts.unknown > 0) return 'unknown';
  const { notReturned, absent, notSent, otherNames = 0 } = counts;
  return notReturned + absent + notSent + otherNames > 0 ? 'incomplete' : 'complete';
}

/**
 * What can be done with an import, by its summary alone: that other imports have sent its rows since, or that its file has
 * no such row any more, is found out when it is done.
 */
export function possibleActions({
  state,
  counts,
  hasRefusedWhole,
}: ImportSummary): readonly FollowUpAction[] {
  if (state === 'goingOn' || state === 'forgotten') return [];
  const all: readonly FollowUpAction[] = ['resume', 'findRefused', 'saveRest'];
  return all.filter(
    (action) =>
      (actionOutcomes[action].some((outcome) => counts[outcome] > 0) ||
        (action === 'saveRest' && (counts.otherNames ?? 0) > 0)) &&
      (action !== 'findRefused' || hasRefusedWhole),
  );
}

/** Whether an import has rows that can be looked for on the stream: those that may exist, or did not come back. As {@link possibleActions}. */
export function mayLookUp({ state, counts }: ImportSummary): boolean {
  return (state === 'ended' || state === 'cutOff') && lookUpOutcomes.some((outcome) => counts[outcome] > 0);
}
