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
