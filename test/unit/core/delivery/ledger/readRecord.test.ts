import assert from 'node:assert/strict';
import { checkedLine } from '../../../../../src/core/delivery/ledger/checkedLine';
import { lineOf } from '../../../../../src/core/delivery/ledger/entries';
import type { ImportRecord } from '../../../../../src/core/delivery/ledger/importRecord';
import { readRecord } from '../../../../../src/core/delivery/ledger/readRecord';
import { about, outcomesOf, rewritten } from '../../../../support/delivery/ledgers';

const run = lineOf({ t: 'run', v: 1, at: 'x', pid: 11, ...about(4) });
const rows = lineOf({
  t: 'rows',
  from: 0,
  hashes: 'row0-------number-----row1-------number-----row2-------number-----row3-------number-----',
});
const send = lineOf({ t: 'send', rows: '0-1' });
const out = lineOf({ t: 'out', rows: '0-1', outcomes: 'c2', ids: ['a', 'b'] });

async function recordOf(...lines: readonly string[]): Promise<ImportRecord | undefined> {
  const store = {
    async *lines() {
      yield* await Promise.resolve(lines);
    },
  };
  return await readRecord(store, 'id');
}

/** By place: what a ledger of these lines tells. */
async function told(...lines: readonly string[]) {
  const record = await recordOf(...lines);
  return record && outcomesOf(record);
}

/** With another letter in place of one of its own: the text may be good JSON all the same. */
function spoilt(line: string, at: number): string {
  return line.slice(0, at) + (line[at] === '0' ? '1' : '0') + line.slice(at + 1);
}

describe('the lines of a ledger', () => {
  it('leave in doubt what could have left, when one of them is damaged, the last one too', async () => {
    const unknown = ['created', 'created', 'unknown', 'unknown'];
    const sendOthers = lineOf({ t: 'send', rows: '2-3' });
    const unfit = checkedLine('{"t":"send","rows":7}');
    for (const damaged of [
      sendOthers.slice(1),
      sendOthers.slice(0, 20),
      unfit,
      '{"t":"send","rows":"2-3"}',
      '',
    ])
      for (const lines of [
        [damaged, send, out],
        [send, damaged, out],
        [send, out, damaged],
      ])
        assert.deepEqual(await told(run, rows, ...lines), unknown, damaged);
  });

  it('tell nothing that they did not when they were written, whichever letter has changed since', async () => {
    const sendOthers = lineOf({ t: 'send', rows: '2-3' });
    const outOthers = lineOf({
      t: 'out',
      rows: '2-3',
      outcomes: 'a1p1',
      ids: [],
      at: '2026-01-15T12:00:00.000Z',
    });
    const lines = [run, rows, send, out, sendOthers, outOthers];
    const whole = ['created', 'created', 'absent', 'present'];
    const expected = new Map([
      [run, undefined],
      [out, ['unknown', 'unknown', 'absent', 'present']],
      [outOthers, ['created', 'created', 'unknown', 'unknown']],
    ]);
    for (const [index, line] of lines.entries()) {
      for (let at = 0; at < line.length; at++) {
        const record = await recordOf(...lines.with(index, spoilt(line, at)));
        assert.deepEqual(record && outcomesOf(record), expected.has(line) ? expected.get(line) : whole);
        if (record) assert.equal(record.isDamaged, line === rows);
      }
    }
  });

  it('leave in doubt what may have left once more since, but not what was told later', async () => {
    const before = [send, lineOf({ t: 'out', rows: '0-3', outcomes: 'a1i1n1u1', ids: [] })];
    assert.deepEqual(await told(run, rows, ...before, 'damaged'), [
      'unknown',
      'unknown',
      'notReturned',
      'unknown',
    ]);
    const record = await recordOf(
      run,
      rows,
      ...before,
      'damaged',
      lineOf({ t: 'out', rows: '1', outcomes: 'i1', ids: [] }),
    );
    assert.ok(record);
    assert.deepEqual(outcomesOf(record), ['unknown', 'refused', 'notReturned', 'unknown']);
    // When they left last is not known any more.
    record.close(5_000);
    assert.deepEqual(record.pastAt(0), { request: { endedAt: 5_000 } });
  });

  it('leave in doubt whether an import that had ended goes on', async () => {
    const end = lineOf({ t: 'end', at: 'x' });
    assert.equal((await recordOf(run, rows, end))?.ended, true);
    assert.equal((await recordOf(run, rows, end, 'damaged', send))?.ended, false);
  });

  it('may be of a kind that only a later version knows', async () => {
    const later = checkedLine('{"t":"note","of":"a later version"}');
    assert.deepEqual(await told(run, later, send, out), ['created', 'created', 'notSent', 'notSent']);
  });

  it('are none when the first is damaged, or tells of more rows than can be', async () => {
    assert.equal(await told(run.slice(3), send, out), undefined);
    assert.equal(await told(rewritten(run, '"rows":4', '"rows":4000000000'), send, out), undefined);
  });

  it('tell nothing of rows that there are not', async () => {
    const beyond = lineOf({ t: 'out', rows: '2-999999999', outcomes: 'c999999999', ids: [] });
    assert.deepEqual(await told(run, beyond), ['notSent', 'notSent', 'created', 'created']);
  });
});
