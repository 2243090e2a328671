import type { TextEdit } from './fix';

/**
 * The text after the edits, in one pass.
 *
 * @param edits in the order of the text and not overlapping, as every list of this folder is
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let kept = 0;
  for (const { range, text: replacement } of edits) {
    parts.push(text.slice(kept, range.start), replacement);
    kept = range.end;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}
