import { toEnd } from '../csv';
import type { TextEdit } from './fix';
import { isPause, type Steps } from './steps';

/**
 * The text after the edits, in one pass.
 *
 * @param edits in the order of the text and not overlapping, as every list of this folder is
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return toEnd(applyInSteps(text, edits));
}

/** As {@link applyEdits}. */
export function* applyInSteps(text: string, edits: readonly TextEdit[]): Steps<string> {
  const parts: string[] = [];
  let some: string[] = [];
  let kept = 0;
  for (const [at, { range, text: replacement }] of edits.entries()) {
    if (isPause(at)) {
      parts.push(some.join(''));
      some = [];
      yield;
    }
    some.push(text.slice(kept, range.start), replacement);
    kept = range.end;
  }
  return parts.join('') + some.join('') + text.slice(kept);
}

/**
 * Where an offset of the text after the edits was before them: the reverse of {@link applyEdits}. What an edit has put
 * there was where the text that it replaced was, as far from its start, but not behind it.
 */
export function offsetBefore(edits: readonly TextEdit[]): (offset: number) => number {
  let added = 0;
  const places = edits.map(({ range: { start, end }, text }) => {
    const place = { after: start + added, start, end, length: text.length };
    added += text.length - (end - start);
    return place;
  });
  return (offset) => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.after ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const last = places[low - 1];
    if (last === undefined) return offset;
    const inside = offset - last.after;
    return inside < last.length ? Math.min(last.start + inside, last.end) : last.end + inside - last.length;
  };
}
