import assert from 'node:assert/strict';
import { readRecord } from '../../../../../src/core/delivery/ledger/readRecord';
import { about } from '../../../../support/delivery/ledgers';

const run = JSON.stringify({ t: 'run', v: 1, at: 'x', pid: 11, ...about(4) });
const send = JSON.stringify({ t: 'send', rows: '0-1' });
const out = JSON.stringify({ t: 'out', rows: '0-1', outcomes: 'c2', ids: ['a', 'b'] });
const resume = JSON.stringify({ t: 'resume', at: 'x', pid: 12 });

/** By place: what a ledger of these lines tells. */
async function told(...lines: readonly string[]) {
  const store = {
    async *lines() {
      yield* await Promise.resolve(lines);
    },
  };
  return (await readRecord(store, 'id'))?.outcomes;
}

describe('the lines of a ledger', () => {
  it('tell that nothing of the last one left when its writer died over it', async () => {
    const begun = ['created', 'created', 'notSent', 'notSent'];
    assert.deepEqual(await told(run, send, out, '{"t":"send","ro'), begun);
    assert.deepEqual(await told(run, send, out, '{"t":"send","ro', '{"t":"res', resume), begun);
  });

  it('leave in doubt what else could have left, when one in between is damaged', async () => {
    const lost = '{"t":"send","ro\u0000s":"2-3"}';
    const unknown = ['created', 'created', 'unknown', 'unknown'];
    for (const damaged of [lost, lost.slice(0, 9), '{"t":"send","rows":7}', '']) {
      assert.deepEqual(await told(run, damaged, send, out), unknown, damaged);
    }
    assert.deepEqual(await told(run, '{"t":"se', resume, send, '{"t"', out), unknown);
  });

  it('may be of a kind that only a later version knows', async () => {
    const later = '{"t":"note","of":"a later version"}';
    assert.deepEqual(await told(run, later, send, out), ['created', 'created', 'notSent', 'notSent']);
  });

  it('are none when the first is damaged, or tells of more rows than can be', async () => {
    assert.equal(await told(run.slice(3), send, out), undefined);
    assert.equal(await told(run.replace('"rows":4', '"rows":4000000000'), send, out), undefined);
  });

  it('tell nothing of rows that there are not', async () => {
    const beyond = JSON.stringify({ t: 'out', rows: '2-999999999', outcomes: 'c999999999', ids: [] });
    assert.deepEqual(await told(run, beyond), ['notSent', 'notSent', 'created', 'created']);
  });
});
