import type { Block } from '../../csv/block';
import type { Common } from '../../csv/runs';

/**
 * Puts what is known of the blocks of a text in the order of its blocks after an edit. What is known of a block goes
 * to that block, and if it is no more, to one that took its place, whose text may be much the same. The order stays.
 *
 * @param known one for each block of `before`
 * @param same how many blocks the two have in common, at their start and at their end
 * @returns one for each block of `after`, `undefined` for those that have none; and what is left
 */
export function paired<Known>(
  known: readonly Known[],
  before: readonly Block[],
  after: readonly Block[],
  { front, back }: Common,
): { readonly pairs: readonly (Known | undefined)[]; readonly left: readonly Known[] } {
  const end = before.length - back;
  const anew = after.slice(front, after.length - back);
  const stays = new Set(anew);
  const stayed = new Set(before.slice(front, end));
  const pairs: (Known | undefined)[] = known.slice(0, front);
  const left: Known[] = [];
  let next = front;
  for (const block of anew) {
    const own = stayed.has(block) ? before.indexOf(block, next) : next;
    left.push(...known.slice(next, own));
    next = own;
    const old = next < end ? before[next] : undefined;
    // A block that stays is the next one by now; one that is new may take the place of one that does not.
    const isFree = old !== undefined && (old === block || !stays.has(old));
    pairs.push(isFree ? known[next++] : undefined);
  }
  return { pairs: pairs.concat(known.slice(end)), left: left.concat(known.slice(next, end)) };
}
