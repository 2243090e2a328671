import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkedLine } from '../../../../../src/core/delivery/ledger/checkedLine';
import { lineOf, readEntry, type Entry } from '../../../../../src/core/delivery/ledger/entries';
import {
  decodeOutcomes,
  decodePlaces,
  encodeOutcomes,
  encodePlaces,
} from '../../../../../src/core/delivery/ledger/rowCodes';
import { outcomes } from '../../../../../src/core/delivery/run/outcome';
import { about } from '../../../../support/delivery/ledgers';

describe('places as text', () => {
  it('names runs by their ends', () => {
    assert.equal(encodePlaces([]), '');
    assert.equal(encodePlaces([7]), '7');
    assert.equal(encodePlaces([0, 1, 2, 5, 7, 8]), '0-2 5 7-8');
    assert.deepEqual(decodePlaces('0-2 5 7-8', 9), [0, 1, 2, 5, 7, 8]);
  });

  it('keeps any places in their order, those of a file whose rows were moved too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999_999_999 }), { maxLength: 50 }), (places) => {
        assert.deepEqual(decodePlaces(encodePlaces(places), 1e9), places);
      }),
    );
  });

  it('keeps places that are close together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 50 }), (places) => {
        assert.deepEqual(decodePlaces(encodePlaces(places), 1e9), places);
      }),
    );
  });

  it('takes a range that runs backwards, or no number, for no place', () => {
    assert.deepEqual(decodePlaces('5-3 x', 9), []);
  });

  it('has none behind the rows that there are, however far it says that it goes', () => {
    assert.deepEqual(decodePlaces('1-999999999 7', 3), [1, 2]);
  });
});

describe('outcomes as text', () => {
  it('counts how often each comes in a row', () => {
    assert.equal(encodeOutcomes([]), '');
    assert.equal(encodeOutcomes(['created', 'created', 'notReturned', 'created']), 'c2n1c1');
    assert.deepEqual(decodeOutcomes('c2n1c1', 4), ['created', 'created', 'notReturned', 'created']);
  });

  it('keeps any outcomes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...outcomes, 'refusedAlone' as const), { maxLength: 60 }),
        (list) => {
          assert.deepEqual(decodeOutcomes(encodeOutcomes(list), list.length), list);
        },
      ),
    );
  });

  it('has a letter for each, and they stay what they are', () => {
    assert.equal(encodeOutcomes([...outcomes, 'refusedAlone']), 'c1n1r1u1p1a1s1i1');
  });

  it('takes an outcome that it does not know for unknown', () => {
    assert.deepEqual(decodeOutcomes('c1z2s1', 4), ['created', 'unknown', 'unknown', 'notSent']);
  });

  it('gives no more than there are rows, however often one is said to come', () => {
    assert.deepEqual(decodeOutcomes('r1c999999999n1', 3), ['refused', 'created', 'created']);
  });
});

describe('a line of a ledger', () => {
  const text = fc.string({ unit: 'grapheme' });
  const count = fc.nat(50_000_000);
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.record({
      t: fc.constant('run' as const),
      v: fc.constant(1 as const),
      id: text,
      at: text,
      pid: count,
      file: fc.record({ uri: text, hash: text }),
      stream: fc.record(
        { name: text, host: text, streamId: text, sandbox: fc.boolean() },
        { requiredKeys: ['name', 'host', 'streamId'] },
      ),
      rows: count,
      key: text,
    }),
    fc.record({ t: fc.constant('rows' as const), from: count, hashes: text }),
    fc.record({ t: fc.constant('send' as const), rows: text }),
    fc.record({ t: fc.constant('out' as const), rows: text, outcomes: text, ids: fc.array(text) }),
    fc.record({ t: fc.constant('resume' as const), at: text, pid: count }),
    fc.record({ t: fc.constant('end' as const), at: text }),
    fc.record({ t: fc.constant('forget' as const) }),
    fc.record({ t: fc.constant('file' as const), uri: text }),
  );

  it('is read with all that it says, and holds no line break', () => {
    fc.assert(
      fc.property(entry, (written) => {
        const line = lineOf(written);
        assert.ok(!/[\r\n]/.test(line));
        assert.deepEqual(readEntry(line), JSON.parse(JSON.stringify(written)));
      }),
    );
  });

  it('is not understood when it is torn, wherever that is', () => {
    fc.assert(
      fc.property(entry, fc.nat(), (written, at) => {
        const line = lineOf(written);
        assert.equal(readEntry(line.slice(0, at % line.length)), undefined);
      }),
    );
  });

  it('is not understood when a letter of it is another one than was written', () => {
    fc.assert(
      fc.property(entry, fc.nat(), text, (written, place, letter) => {
        const line = lineOf(written);
        const at = place % line.length;
        fc.pre(letter !== line[at]);
        assert.equal(readEntry(line.slice(0, at) + letter + line.slice(at + 1)), undefined);
      }),
    );
  });

  it('may hold more than this version knows', () => {
    assert.deepEqual(readEntry(checkedLine('{"t":"end","at":"x","why":"done"}')), { t: 'end', at: 'x' });
  });

  const run = { t: 'run', v: 1, at: 'x', pid: 1, ...about(1) };
  for (const [what, line] of Object.entries({
    'of a later version': JSON.stringify({ ...run, v: 2 }),
    'of an unknown kind': '{"t":"pause"}',
    'that lacks what it should have': JSON.stringify({ ...run, key: undefined }),
    'with less than no rows': JSON.stringify({ ...run, rows: -1 }),
    'that is no object': '"run"',
    'that is empty': '',
  })) {
    it(`is not understood ${what}`, () => assert.equal(readEntry(checkedLine(line)), undefined));
  }
});
