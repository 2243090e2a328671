import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scan } from '../../../../src/core/csv/scan';
import { RecordCutter } from '../../../../src/core/files/recordCutter';

/** What the cutter gives for a text in pieces: runs of whole records, and the rest. */
function cut(pieces: readonly string[], delimiter = ','): { runs: string[]; rest: string } {
  const cutter = new RecordCutter(delimiter);
  const runs = pieces.map((piece) => cutter.push(piece)).filter((run) => run !== '');
  assert.equal(cutter.restLength, cutter.rest.length);
  return { runs, rest: cutter.rest };
}

/** Where each record of the text ends, its line break included, as the scanner reads it; without the one that does not. */
function ends(text: string, delimiter: string): number[] {
  const table = scan(text, delimiter);
  const starts = Array.from({ length: table.recordCount }, (_, record) => table.recordRange(record).start);
  const last = table.recordCount - 1;
  const isOpen = last < 0 || table.recordRange(last).end === text.length;
  return [...starts.slice(1), ...(isOpen ? [] : [text.length])];
}

describe('RecordCutter', () => {
  it('gives records as soon as they are complete', () => {
    assert.deepEqual(cut(['a,b', '\nc', ',d\r', '\ne,"f\n', 'g"', '\nh']), {
      runs: ['a,b\n', 'c,d\r\n', 'e,"f\ng"\n'],
      rest: 'h',
    });
    assert.deepEqual(cut(['a\nb\n\nc', 'd\n']), { runs: ['a\nb\n\n', 'cd\n'], rest: '' });
  });

  it('opens quotes only where a cell starts', () => {
    assert.deepEqual(cut(['a"\nb;"\n', '"\n'], ';'), { runs: ['a"\n', 'b;"\n"\n'], rest: '' });
    assert.deepEqual(cut(['\uFEFF"a\n', 'b"\n']), { runs: ['\uFEFF"a\nb"\n'], rest: '' });
    assert.deepEqual(cut(['\uFEFF', '"a\n', 'b"\n']), { runs: ['\uFEFF"a\nb"\n'], rest: '' });
    assert.deepEqual(cut(['a\n\uFEFF"b\n']), { runs: ['a\n\uFEFF"b\n'], rest: '' });
  });

  it('tells whether it ends within quotes, as far as can be told', () => {
    const quotedRest = (...pieces: string[]) => {
      const cutter = new RecordCutter(',');
      for (const piece of pieces) cutter.push(piece);
      return cutter.quotedRest;
    };
    assert.equal(quotedRest('a\nb,"c', '\nd'), 'b,"c\nd');
    assert.equal(quotedRest('b,"c"'), 'b,"c');
    assert.equal(quotedRest('b,"c"', '"'), 'b,"c""');
    assert.equal(quotedRest('b,"c"', ','), undefined);
    assert.equal(quotedRest('b,c'), undefined);
  });

  it('cuts where the scanner starts a record, whatever the text, wherever it is cut', () => {
    const part = fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', '\r', 'a', '😀', ' ', '\uFEFF');
    const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 10 }),
        fc.constantFrom(',', ';'),
        (whole, lengths, delimiter) => {
          const pieces: string[] = [];
          for (let at = 0, turn = 0; at < whole.length; turn++) {
            const length = lengths[turn % lengths.length] ?? 1;
            pieces.push(whole.slice(at, at + length));
            at += length;
          }
          const { runs, rest } = cut(pieces, delimiter);
          assert.equal(runs.join('') + rest, whole);
          const recordEnds = ends(whole, delimiter);
          let at = 0;
          for (const run of runs) assert.ok(recordEnds.includes((at += run.length)));
          assert.ok(!recordEnds.some((end) => end > at), 'the rest has no complete record');
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
