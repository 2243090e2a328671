import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, offsetBefore, type TextEdit } from '../../../../src/core/fixes';

describe('applyEdits', () => {
  it('replaces, inserts and deletes', () => {
    const edits = [
      { range: { start: 0, end: 0 }, text: '>' },
      { range: { start: 1, end: 3 }, text: 'X' },
      { range: { start: 4, end: 5 }, text: '' },
      { range: { start: 6, end: 6 }, text: '<' },
    ];
    assert.equal(applyEdits('abcdef', edits), '>aXdf<');
  });

  it('gives a text without edits as it came', () => {
    assert.equal(applyEdits('\uFEFFa\r\n', []), '\uFEFFa\r\n');
  });

  it('gives what splicing one edit after the other gives, from the last one on', () => {
    const cuts = fc.array(fc.nat(60), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.string({ minLength: 60, maxLength: 80 }),
        cuts,
        fc.string(),
        (text, places, inserted) => {
          const sorted = places.toSorted((a, b) => a - b);
          const edits: TextEdit[] = [];
          for (let i = 0; i + 1 < sorted.length; i += 2) {
            edits.push({
              range: { start: sorted[i] ?? 0, end: sorted[i + 1] ?? 0 },
              text: inserted.slice(i),
            });
          }
          const spliced = edits.reduceRight(
            (so, { range, text: by }) => so.slice(0, range.start) + by + so.slice(range.end),
            text,
          );
          assert.equal(applyEdits(text, edits), spliced);
        },
      ),
    );
  });
});

describe('offsetBefore', () => {
  const edits = [
    { range: { start: 0, end: 0 }, text: '>>' },
    { range: { start: 1, end: 3 }, text: 'XYZ' },
    { range: { start: 4, end: 5 }, text: '' },
  ];

  it('leads from each character of the text to where it was, or to what it stands for', () => {
    assert.equal(applyEdits('abcdef', edits), '>>aXYZdf');
    assert.deepEqual(
      Array.from('>>aXYZdf.', (_, at) => offsetBefore(edits)(at)),
      [0, 0, 0, 1, 2, 3, 3, 5, 6],
    );
  });

  it('changes no offset without edits', () => {
    assert.equal(offsetBefore([])(7), 7);
  });
});
