/**
 * As `text.replace`, one match after the other. `replace` with a function keeps all matches of a text first, in one step:
 * a thread whose memory ends in it is not ended alone, it takes the whole process with it.
 *
 * @param pattern a global one
 */
export function replaceEach(
  text: string,
  pattern: RegExp,
  change: (all: string, ...groups: readonly (string | undefined)[]) => string,
): string {
  let changed = '';
  let from = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [all, ...groups] = match;
    changed += text.slice(from, match.index) + change(all, ...groups);
    from = match.index + all.length;
    if (all === '') pattern.lastIndex++;
  }
  return changed + text.slice(from);
}
