import assert from 'node:assert/strict';
import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { scan } from '../../../../src/core/csv/scan';
import type { CsvTable } from '../../../../src/core/csv/table';
import { csvPieces, textOf } from '../../../support/edits';
import { runs } from '../../../support/long';

const bom = '\uFEFF';

/** What csv-parse, another scanner by other people, makes of the text: its values, or the code of its refusal. */
function oracle(text: string): string[][] | string {
  try {
    return parse(text, { bom: true, relaxColumnCount: true, recordDelimiter: ['\r\n', '\n'] });
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

function values(table: CsvTable): string[][] {
  return Array.from({ length: table.recordCount }, (_, record) =>
    Array.from({ length: table.fieldCount(record) }, (__, field) => table.value(record, field)),
  );
}

/** Every field as it stands in the text. */
function cuts(table: CsvTable): string[][] {
  return Array.from({ length: table.recordCount }, (_, record) =>
    Array.from({ length: table.fieldCount(record) }, (__, field) => {
      const { start, end } = table.fieldRange(record, field);
      return table.text.slice(start, end);
    }),
  );
}

/** Files that readers of CSV are known to stumble over. */
const awkward = [
  '',
  '\n',
  '\r\n',
  '\n\n',
  bom,
  `${bom}a,b\n`,
  `${bom}"a",b\r\n1,2`,
  'a',
  'a,',
  ',',
  ',\n,',
  'a,b\n1',
  'a\n1,2,3\n',
  'a,b\r\n1,2\n3,4\r\n',
  'a\rb,c\n',
  'a,"b\r"\n',
  '"a\nb","c\r\nd",e\r\nf,"",""\r\n',
  '""',
  '""""',
  '"""a"""',
  '"a""b",c',
  '"a,b",c\n',
  '"",\n"",',
  ' a , b \n',
  'a;b\n1;2\n',
  'é,日本,😀\n"é,","日\n本","😀"\n',
  '\u2028,a\u2029\n',
  'a,b\n\n1,2\n',
  `${'x,'.repeat(5000)}x`,
];

describe('scan', () => {
  for (const text of awkward) {
    it(`reads ${JSON.stringify(text.slice(0, 40))} as csv-parse does`, () => {
      const table = scan(text);
      assert.deepEqual(values(table), oracle(text));
      assert.deepEqual(table.quoteProblems, []);
    });
  }

  it('gives the exact range of every field, quotes included', () => {
    const table = scan(`${bom}a,"b, ""c""\r\nd"\r\n"",é😀,\r\n`);
    assert.deepEqual(cuts(table), [
      ['a', '"b, ""c""\r\nd"'],
      ['""', 'é😀', ''],
    ]);
    assert.deepEqual(table.fieldRange(0, 0), { start: 1, end: 2 });
    assert.deepEqual(table.fieldRange(0, 1), { start: 3, end: 16 });
    assert.deepEqual(table.recordRange(0), { start: 1, end: 16 });
    assert.deepEqual(table.fieldRange(1, 2), { start: 25, end: 25 });
    assert.deepEqual(values(table)[0], ['a', 'b, "c"\r\nd']);
  });

  it('takes another delimiter', () => {
    assert.deepEqual(values(scan('a;"b;c"\n1,2;3', ';')), [
      ['a', 'b;c'],
      ['1,2', '3'],
    ]);
  });

  it('knows a blank line from a line with an empty quoted cell', () => {
    const table = scan('a\n\n""\n');
    assert.deepEqual(
      [0, 1, 2].map((record) => table.isBlank(record)),
      [false, true, false],
    );
  });

  describe('quotes that a reader refuses', () => {
    const cases: readonly [
      text: string,
      kind: 'unclosed' | 'stray',
      start: number,
      end: number,
      cells: string[][],
    ][] = [
      ['a,"b\r\nc,d\r\n', 'unclosed', 2, 4, [['a', '"b\r\nc,d\r\n']]],
      ['"', 'unclosed', 0, 1, [['"']]],
      ['a\n"""', 'unclosed', 2, 5, [['a'], ['"""']]],
      [
        'a,b"c"d\n1,2',
        'stray',
        3,
        4,
        [
          ['a', 'b"c"d'],
          ['1', '2'],
        ],
      ],
      ['"a" ,b\n', 'stray', 2, 3, [['"a" ', 'b']]],
      [' "a",b', 'stray', 1, 2, [[' "a"', 'b']]],
      ['"a"b"c,d', 'stray', 2, 3, [['"a"b"c', 'd']]],
      ['"a\n"b,c\nd', 'stray', 3, 4, [['"a\n"b', 'c'], ['d']]],
      ['"a"\rb', 'stray', 2, 3, [['"a"\rb']]],
    ];
    for (const [text, kind, start, end, cells] of cases) {
      it(`${kind} in ${JSON.stringify(text)}`, () => {
        const table = scan(text);
        assert.deepEqual(table.quoteProblems, [{ kind, range: { start, end } }]);
        assert.deepEqual(values(table), cells, 'reading goes on, and the broken cell comes as it stands');
        assert.equal(typeof oracle(text), 'string', 'csv-parse refuses it as well');
      });
    }

    it('finds the problem of the right cell among many', () => {
      const table = scan(Array.from({ length: 50 }, (_, row) => `"${row}"x,"a""b","y"z`).join('\n'));
      assert.equal(table.quoteProblems.length, 100);
      assert.deepEqual(values(table)[37], ['"37"x', 'a"b', '"y"z']);
    });
  });

  describe('on generated text', () => {
    const anyText = textOf([...csvPieces, ';', '\u2028'], 30);

    it('agrees with csv-parse, value for value, or reports what it refuses', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const table = scan(text);
          const expected = oracle(text);
          if (typeof expected === 'string') assert.notDeepEqual(table.quoteProblems, []);
          else {
            assert.deepEqual(values(table), expected);
            assert.deepEqual(table.quoteProblems, []);
          }
        }),
        { numRuns: runs(10_000) },
      );
    });

    it('leaves out no character: fields, delimiters and line breaks make up the text', () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const table = scan(text);
          let at = text.startsWith(bom) ? 1 : 0;
          for (let record = 0; record < table.recordCount; record++) {
            for (let field = 0; field < table.fieldCount(record); field++) {
              const { start, end } = table.fieldRange(record, field);
              if (field > 0) assert.equal(text[at++], ',');
              assert.equal(start, at);
              assert.ok(end >= start);
              at = end;
            }
            assert.equal(table.recordRange(record).end, at);
            if (text.startsWith('\r\n', at)) at += 2;
            else if (text[at] === '\n') at += 1;
          }
          assert.equal(at, text.length);
        }),
        { numRuns: runs(3000) },
      );
    });
  });
});
