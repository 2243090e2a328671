import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MarkedOutcome } from '../../../../src/core/delivery';
import {
  OutcomeMarks,
  overviewOf,
  worstFirst,
  type LineEdit,
  type MarkedRow,
} from '../../../../src/core/delivery/outcomeMarks';

/** A row on one line, which is `x` with the line behind it. */
const row = (line: number, outcome: MarkedOutcome = 'refused'): MarkedRow => ({
  ...{ first: line, last: line, lastLength: `x${line}`.length, outcome, told: 0, place: line - 1 },
});
const edit = (from: readonly [number, number], to: readonly [number, number], text: string): LineEdit => ({
  start: { line: from[0], character: from[1] },
  end: { line: to[0], character: to[1] },
  text,
});
const notCreated = new Set(worstFirst.filter((outcome) => outcome !== 'created'));
const linesOf = (marks: OutcomeMarks) => marks.runs(notCreated).map(({ first, last }) => [first, last]);

describe('marks of outcomes', () => {
  it('are one run for rows of one outcome that lie one behind the other', () => {
    const rows = [
      row(1),
      { ...row(2), last: 4 },
      row(5),
      row(6, 'created'),
      row(7),
      row(9),
      row(10, 'unknown'),
    ];
    const marks = new OutcomeMarks(rows);
    assert.deepEqual(marks.runs(notCreated), [
      { outcome: 'refused', first: 1, last: 5 },
      { outcome: 'refused', first: 7, last: 7 },
      { outcome: 'refused', first: 9, last: 9 },
      { outcome: 'unknown', first: 10, last: 10 },
    ]);
    assert.equal(marks.runs(new Set(worstFirst)).length, 5);
    assert.deepEqual([marks.counts.refused, marks.counts.created, marks.counts.unknown], [5, 1, 1]);
  });

  it('have a shade of their own for what was found under another name, worse than found', () => {
    const marks = new OutcomeMarks([row(1, 'present'), row(2, 'otherName'), row(3, 'present')]);
    assert.deepEqual(
      marks.runs(notCreated).map(({ outcome }) => outcome),
      ['present', 'otherName', 'present'],
    );
    assert.deepEqual(
      [marks.counts.present, marks.counts.otherName, marks.at(2)?.outcome],
      [2, 1, 'otherName'],
    );
    assert.deepEqual(
      overviewOf(marks.runs(notCreated), 4, 1).map(({ outcome }) => outcome),
      ['otherName'],
    );
  });

  it('tell the row on a line, and nothing between rows', () => {
    const marks = new OutcomeMarks([row(1), { ...row(3), last: 5 }, row(6)]);
    for (const [line, first] of [[0], [1, 1], [2], [3, 3], [4, 3], [5, 3], [6, 6], [7]] as const)
      assert.equal(marks.at(line)?.first, first, String(line));
    assert.equal(marks.at(6)?.place, 5);
  });

  it('move with lines above, and go where their row is touched', () => {
    const marks = new OutcomeMarks([row(1), row(2), row(3), row(4)]);
    assert.equal(marks.follow([edit([1, 0], [1, 0], 'new\n')]), false);
    assert.deepEqual(linesOf(marks), [[2, 5]]);
    assert.equal(marks.follow([edit([3, 1], [3, 2], 'y')]), true);
    assert.deepEqual(linesOf(marks), [
      [2, 2],
      [4, 5],
    ]);
    assert.equal(marks.at(4)?.place, 2);
    // A new row between two splits their run.
    marks.follow([edit([5, 0], [5, 0], 'new\n')]);
    assert.deepEqual(linesOf(marks), [
      [2, 2],
      [4, 4],
      [6, 6],
    ]);
  });

  it('stay where a line is added right behind, and go where lines are joined', () => {
    const marks = new OutcomeMarks([row(1), row(2)]);
    marks.follow([edit([1, 2], [1, 2], '\nnew')]);
    assert.deepEqual(linesOf(marks), [
      [1, 1],
      [3, 3],
    ]);
    marks.follow([edit([2, 3], [3, 0], '')]);
    assert.deepEqual(linesOf(marks), [[1, 1]]);
  });

  it('are those of the rows whose text is as it was, after any edits', () => {
    const place = fc.tuple(fc.nat(9), fc.nat(2));
    const edits = fc.array(fc.tuple(place, place, fc.constantFrom('', 'y', '\n', 'y\n', '\ny', 'y\ny')), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(edits, (wanted) => {
        const lines = Array.from({ length: 10 }, (_, line) => `x${line}`);
        const text = lines.join('\n');
        // Offsets: each line is two units and its break. None over another, nor at one place.
        const ordered = wanted
          .map(([a, b, replacing]) => ({
            ends: [a, b].map(([l, c]) => l * 3 + c).sort((x, y) => x - y),
            replacing,
          }))
          .sort((x, y) => (x.ends[0] ?? 0) - (y.ends[0] ?? 0))
          .filter(({ ends }, index, all) => index === 0 || (ends[0] ?? 0) > (all[index - 1]?.ends[1] ?? 0));
        if (
          ordered.some(({ ends }, index) => index > 0 && (ends[0] ?? 0) <= (ordered[index - 1]?.ends[1] ?? 0))
        )
          return;
        let after = text;
        for (const { ends, replacing } of ordered.toReversed())
          after = after.slice(0, ends[0]) + replacing + after.slice(ends[1]);
        const at = (offset = 0) => [Math.floor(offset / 3), offset % 3] as const;
        const marks = new OutcomeMarks(lines.map((_, line) => ({ ...row(line), place: line })));
        marks.follow(
          ordered.toReversed().map(({ ends, replacing }) => edit(at(ends[0]), at(ends[1]), replacing)),
        );
        const left = after.split('\n');
        for (const [line, shown] of left.entries()) {
          const marked = marks.at(line);
          if (marked) assert.equal(shown, `x${marked.place}`);
        }
        // Rows clear of every edit, their line break in front included, keep their marks.
        const clear = lines.filter((_, line) =>
          ordered.every(({ ends: [from = 0, to = 0] }) => to < line * 3 || from > line * 3 + 2),
        );
        for (const shown of clear) assert.ok(marks.at(left.indexOf(shown)), shown);
      }),
    );
  });
});

describe('the overview of outcomes', () => {
  const runsOf = (count: number, outcomeAt: (line: number) => MarkedOutcome) =>
    new OutcomeMarks(Array.from({ length: count }, (_, line) => row(line + 1, outcomeAt(line)))).runs(
      notCreated,
    );

  it('has the runs where there is room for all of them', () => {
    const runs = runsOf(5, (line) => (line === 2 ? 'unknown' : 'refused'));
    assert.deepEqual(overviewOf(runs, 6, 3), runs);
  });

  it('has at most so many marks, and of several in one place the worst', () => {
    const runs = runsOf(100_000, (line) =>
      line % 2 === 0 ? 'unknown' : line === 50_001 ? 'refused' : 'notSent',
    );
    const marks = overviewOf(runs, 100_001);
    assert.ok(marks.length <= 2_000);
    assert.deepEqual(
      marks.map(({ outcome }) => outcome),
      ['unknown', 'refused', 'unknown'],
    );
    assert.ok(
      marks.some(({ outcome, first, last }) => outcome === 'refused' && first <= 50_002 && last >= 50_002),
    );
    const scattered = runsOf(100_000, (line) =>
      line % 20 < 10 ? 'created' : line % 2 === 0 ? 'absent' : 'present',
    );
    assert.ok(overviewOf(scattered, 100_001).length <= 2_000);
    assert.equal(overviewOf(scattered, 100_001).at(-1)?.last, 100_000);
  });
});
