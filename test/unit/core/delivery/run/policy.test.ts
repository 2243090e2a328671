import assert from 'node:assert/strict';
import { startSandbox } from '../../../../../src/sandbox';
import { defaultRetryPolicy, policyFor, signingKey, StreamClient } from '../../../../../src/core/delivery';
import { outgoingOf, rowsOf } from '../../../../support/delivery/rows';
import { batchOf } from '../../../../../src/core/delivery/run/batches';

describe('how long a stream is waited for', () => {
  it('is two minutes, but moments for the sandbox', () => {
    assert.equal(policyFor({}), defaultRetryPolicy);
    assert.equal(defaultRetryPolicy.settleMs > 120_000, true);
    const { settleMs, betweenLooksMs, ...others } = policyFor({ sandbox: true });
    assert.deepEqual([settleMs, betweenLooksMs], [3_000, 1_000]);
    assert.deepEqual({ ...others, settleMs: 125_000, betweenLooksMs: 60_000 }, defaultRetryPolicy);
  });

  it('need not be longer there: it stores a whole request in the moment in which that has arrived', async () => {
    const rows = rowsOf(300);
    const stored: number[] = [];
    const sandbox = await startSandbox({ log: () => stored.push(sandbox.contacts.length) });
    try {
      const { host, streamId, clientId, clientSecret } = sandbox;
      const key = signingKey(clientSecret) ?? assert.fail();
      const options = { timeoutMs: 20_000, expiresInSeconds: 300, userAgent: 'test' };
      const client = new StreamClient(
        { stream: { name: 'Sandbox', host, streamId, clientId }, key },
        options,
      );
      const { file } = batchOf(outgoingOf(rows), rows);
      const answer = await client.importContacts(file, new AbortController().signal);
      assert.equal(answer.ok, true);
      // The line is logged before the answer leaves.
      assert.deepEqual(stored, [rows.length]);
    } finally {
      await sandbox.stop();
    }
  });
});
