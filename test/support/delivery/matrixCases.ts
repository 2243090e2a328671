import type { Outcome, ImportEnd } from '../../../src/core/delivery';
import type { FailureAction } from '../../../src/core/delivery/run/failureAction';
import type { Fault, RepeatedNumberPolicy } from '../sandbox';
import type { Obstacle } from './obstacles';
import { isLong } from '../long';
import { numberOf, rowAt, rowsOf } from './rows';

export const batchRows = 4;
/** Of the first batch: its number is on the stream already. */
export const known = 1;
/** Of the second and the third batch: they have one number. */
const twins = [6, 10];
export const rows = rowsOf(12).map((row) => (row.index === twins[1] ? rowAt(row.index, numberOf(6)) : row));
/** The rows whose number nobody else has. */
export const plain = rows.filter(({ index }) => index !== known && !twins.includes(index));

const requests = [0, 1, 2] as const;

/** Which import request meets the obstacle, and how many in a row. */
interface Place {
  readonly at: 0 | 1 | 2;
  readonly times: number;
}

export interface Case extends Place {
  readonly policy: RepeatedNumberPolicy;
  readonly obstacle: Obstacle;
  readonly when: Fault['when'];
}

/** More often than there is patience for. */
export const always = 99;

/**
 * Whether an obstacle is met under a policy: what is like a typical one, under the policy that hides nothing. A long run
 * meets every one under each.
 */
export function isMet({ isTypical }: Obstacle, policy: RepeatedNumberPolicy): boolean {
  return isLong || isTypical || policy === 'accept';
}

/**
 * First, middle and last request, once and twice in a row; and for ever, where it is made again. What ends the import
 * meets no second request. All places for what is typical under the policy that hides nothing, for each contact that
 * is created twice is there twice. Under the others, each request and each number of times, though not each pair of
 * them; and one place for what is like the typical. A long run has all pairs under each policy.
 */
export function placesFor({ meaning, isTypical }: Obstacle, policy: RepeatedNumberPolicy): readonly Place[] {
  const hidesNothing = policy === 'accept';
  if (!isTypical && !(isLong && hidesNothing)) return [{ at: 1, times: 1 }];
  const isAgain = meaning === 'wait' || meaning === 'reconnect';
  const times = isAgain ? [1, 2, always] : meaning === 'stop' || meaning === 'end' ? [1] : [1, 2];
  const pairs = requests.flatMap((at) => times.map((count) => ({ at, times: count })));
  if (isLong || hidesNothing) return pairs;
  return requests.map((at) => ({ at, times: times[at % times.length] ?? 1 }));
}

/** What must become of the plain rows of each batch before the user does anything, and how the import must end. */
export function expected({ policy, obstacle: { meaning, act }, when, at, times }: Case): {
  readonly end: ImportEnd['why'];
  readonly outcomes: readonly Outcome[];
} {
  const showsRefusal = typeof act === 'object' && act.kind === 'cutShort' && when === 'after';
  const isHit = (batch: number) => batch >= at && batch < at + times;
  const isAgain = meaning === 'halve' || meaning === 'wait' || meaning === 'reconnect';
  const ends = meaning === 'stop' || meaning === 'end' || (isAgain && times === always);
  // The first one's refusal can be seen, and is a certain answer.
  const isFirstCertain = policy === 'refuseFile' && showsRefusal;
  const stopsAfterTwo = meaning === 'unknown' && at === 0 && times === 2 && !isFirstCertain;
  const outcomes: Outcome[] = [];
  // Whether the second batch's number is there when the third comes.
  let twinIsThere = false;
  for (const batch of [0, 1, 2]) {
    const isRefused: boolean = policy === 'refuseFile' && (batch === 0 || (batch === 2 && twinIsThere));
    const usual: Outcome = isRefused ? 'refused' : 'created';
    const hit: Partial<Record<FailureAction, Outcome>> = {
      refused: 'refused',
      end: 'unknown',
      unknown: isRefused && showsRefusal ? 'refused' : when === 'after' && !isRefused ? 'present' : 'absent',
    };
    const isLeft = ends && batch >= at + (meaning === 'end' ? 1 : 0);
    outcomes.push(
      isLeft || (stopsAfterTwo && batch === 2)
        ? 'notSent'
        : isHit(batch) && !isAgain
          ? (hit[meaning] ?? usual)
          : usual,
    );
    const isStored: boolean = !isRefused && (!isHit(batch) || isAgain || when === 'after');
    if (batch === 1) twinIsThere = isStored && !ends;
  }
  return { end: ends || stopsAfterTwo ? 'failed' : 'done', outcomes };
}
