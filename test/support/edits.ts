import fc from 'fast-check';
import type { TextChange } from '../../src/core/csv/blockText';

/** What matters to a reader of CSV, and little else, so that all of it meets often. */
export const csvPieces = [
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  'a',
  'é',
  '😀',
  ' ',
  '\uFEFF',
  'a,b\r\n',
  '"a\n",',
];

/** A text of such pieces. */
export const textOf = (pieces: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength, size: 'max' }).map((parts) => parts.join(''));

/** Something that a user does. Places are any numbers; {@link changesOf} brings them into the text at hand. */
export type Edit = (text: string) => readonly TextChange[];

const place = fc.nat(0xffff);

/** Types, deletes, pastes or overwrites in one place. */
const replaces = (pieces: readonly string[]) =>
  fc
    .record({ place, length: fc.nat(12), text: textOf(pieces, 3) })
    .map(({ place: at, length, text }): Edit => (before) => {
      const start = at % (before.length + 1);
      return [{ start, end: Math.min(before.length, start + length), text }];
    });

const types = (pieces: readonly string[]) =>
  fc.record({ place, text: fc.constantFrom(...pieces) }).map(({ place: at, text }): Edit => (before) => {
    const start = at % (before.length + 1);
    return [{ start, end: start, text }];
  });

/** Takes or puts one half of a line break. */
const halves = fc
  .record({ place, takes: fc.boolean(), half: fc.constantFrom('\r', '\n') })
  .map(({ place: at, takes, half }): Edit => (before) => {
    const found = before.indexOf(half, at % (before.length + 1));
    if (found < 0) return [];
    return takes
      ? [{ start: found, end: found + 1, text: '' }]
      : [{ start: found, end: found, text: half === '\n' ? '\r' : '\n' }];
  });

/** The same with several cursors, the last one first, as VS Code tells it. */
const cursors = (pieces: readonly string[]) =>
  fc
    .record({
      places: fc.array(place, { minLength: 2, maxLength: 5 }),
      length: fc.nat(2),
      text: textOf(pieces, 3),
    })
    .map(({ places, length, text }): Edit => (before) => {
      const starts = [...new Set(places.map((at) => at % (before.length + 1)))].sort((a, b) => b - a);
      let kept = before.length;
      return starts.flatMap((start) => {
        const end = Math.min(start + length, kept);
        kept = start;
        return { start, end, text };
      });
    });

/** Replaces every occurrence of a piece. */
const replacesAll = (pieces: readonly string[]) =>
  fc
    .record({ find: fc.constantFrom('"', ',', '\n', '\r', '\r\n', 'a'), text: textOf(pieces, 3) })
    .map(({ find, text }): Edit => (before) => {
      const changes: TextChange[] = [];
      for (let at = before.indexOf(find); at >= 0; at = before.indexOf(find, at + find.length)) {
        changes.push({ start: at, end: at + find.length, text });
      }
      // Or the text would soon be a long one.
      return before.length > 300 && text.length > find.length ? [] : changes.reverse();
    });

/** Takes a large part away, or all, or pastes a large one. */
const large = (pieces: readonly string[]) =>
  fc
    .record({ place, length: place, text: textOf(pieces, 40) })
    .map(({ place: at, length, text }): Edit => (before) => {
      const start = at % (before.length + 1);
      return [{ start, end: Math.min(before.length, start + length), text }];
    });

/** Several changes of which each applies to what the one before it left, in any order. */
const inAnyOrder = (pieces: readonly string[]) =>
  fc.array(replaces(pieces), { minLength: 2, maxLength: 4 }).map((edits): Edit => (before) => {
    let text = before;
    return edits.flatMap((edit) => {
      const changes = edit(text);
      text = changed(text, changes);
      return changes;
    });
  });

/** Anything that a user does, with these pieces of text. */
export const anyEdit = (pieces: readonly string[]): fc.Arbitrary<Edit | 'undo'> =>
  fc.oneof(
    { weight: 6, arbitrary: types(pieces) },
    { weight: 4, arbitrary: replaces(pieces) },
    { weight: 2, arbitrary: halves },
    { weight: 2, arbitrary: cursors(pieces) },
    { weight: 2, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: replacesAll(pieces) },
    { weight: 1, arbitrary: large(pieces) },
    { weight: 1, arbitrary: inAnyOrder(pieces) },
  );

/** The text after the changes. */
export function changed(text: string, changes: readonly TextChange[]): string {
  return changes.reduce(
    (before, { start, end, text: inserted }) => before.slice(0, start) + inserted + before.slice(end),
    text,
  );
}

/** The changes that take changes back. */
export function undone(text: string, changes: readonly TextChange[]): readonly TextChange[] {
  let before = text;
  const back = changes.map((change) => {
    const { start, end, text: inserted } = change;
    const taken = { start, end: start + inserted.length, text: before.slice(start, end) };
    before = changed(before, [change]);
    return taken;
  });
  return back.reverse();
}
