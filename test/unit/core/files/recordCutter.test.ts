import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scan } from '../../../../src/core/csv/scan';
import { RecordCutter } from '../../../../src/core/files/recordCutter';

/** What the cutter gives for a text in pieces: runs of whole records, what is left at the end, and where CRs were. */
function cut(pieces: readonly string[], delimiter = ',') {
  const cutter = new RecordCutter(delimiter);
  const given = pieces.map((piece) => cutter.push(piece));
  assert.equal(cutter.restLength, cutter.rest.length);
  const last = cutter.end();
  const returns: number[] = [];
  let start = 0;
  for (const run of [...given, last]) {
    returns.push(...run.returns.map((at) => start + at));
    start += run.text.length;
  }
  return { runs: given.map(({ text }) => text).filter((text) => text !== ''), rest: last.text, returns };
}

/** Where each record of the text ends, its line break included, as the scanner reads it; without the one that does not. */
function ends(text: string, delimiter: string): number[] {
  const table = scan(text, delimiter);
  const starts = Array.from({ length: table.recordCount }, (_, record) => table.recordRange(record).start);
  const last = table.recordCount - 1;
  const isOpen = last < 0 || table.recordRange(last).end === text.length;
  return [...starts.slice(1), ...(isOpen ? [] : [text.length])];
}

/** Every cell as it is in the text. */
function cellsOf(text: string, delimiter: string): string[] {
  const table = scan(text, delimiter);
  return Array.from({ length: table.recordCount }, (_, record) =>
    Array.from({ length: table.fieldCount(record) }, (__, field) => {
      const { start, end } = table.fieldRange(record, field);
      return text.slice(start, end);
    }),
  ).flat();
}

describe('RecordCutter', () => {
  it('gives records as soon as they are complete', () => {
    assert.deepEqual(cut(['a,b', '\nc', ',d\r', '\ne,"f\n', 'g"', '\nh']), {
      runs: ['a,b\n', 'c,d\r\n', 'e,"f\ng"\n'],
      rest: 'h',
      returns: [],
    });
    assert.deepEqual(cut(['a\nb\n\nc', 'd\n']), { runs: ['a\nb\n\n', 'cd\n'], rest: '', returns: [] });
  });

  it('ends a record with a CR that is alone, not within quotes', () => {
    assert.deepEqual(cut(['a\rb,"c\r', 'd"\r', 'e\r', '\nf\r', '\r\n"g\r"\r']), {
      runs: ['a\n', 'b,"c\rd"\n', 'e\r\n', 'f\n\r\n'],
      rest: '"g\r"\n',
      returns: [1, 9, 14, 21],
    });
    assert.deepEqual(cut(['a,"b\r']), { runs: [], rest: 'a,"b\r', returns: [] });
    assert.deepEqual(cut(['\r']), { runs: [], rest: '\n', returns: [0] });
  });

  it('opens quotes only where a cell starts', () => {
    const runs = (pieces: readonly string[], delimiter?: string) => cut(pieces, delimiter).runs;
    assert.deepEqual(runs(['a"\nb;"\n', '"\n'], ';'), ['a"\n', 'b;"\n"\n']);
    assert.deepEqual(runs(['\uFEFF"a\n', 'b"\n']), ['\uFEFF"a\nb"\n']);
    assert.deepEqual(runs(['\uFEFF', '"a\n', 'b"\n']), ['\uFEFF"a\nb"\n']);
    assert.deepEqual(runs(['a\n\uFEFF"b\n']), ['a\n\uFEFF"b\n']);
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
          const { runs, rest, returns } = cut(pieces, delimiter);
          const read = runs.join('') + rest;
          const written = read.split('');
          for (const at of returns) written[at] = '\r';
          assert.equal(written.join(''), whole);
          const recordEnds = ends(read, delimiter);
          let at = 0;
          for (const run of runs) assert.ok(recordEnds.includes((at += run.length)));
          // A CR at the end of all ends a record, as only the end tells.
          const open = returns.at(-1) === whole.length - 1 ? whole.length : Infinity;
          assert.ok(!recordEnds.some((end) => end > at && end < open), 'the rest has no complete record');
          for (const place of returns) assert.ok(recordEnds.includes(place + 1));
          assert.ok(!cellsOf(read, delimiter).some((cell) => /^[^"]*\r(?!\n)/.test(cell)));
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
