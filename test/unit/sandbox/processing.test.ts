import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import type { Fault, SandboxOptions } from '../../support/sandbox';
import {
  assertError,
  csv,
  form,
  importRows,
  jane,
  john,
  send,
  sendWatched,
  until,
  useSandbox,
} from './support';

/** What the process is told by such events meanwhile: mocha alone lets both pass. */
async function complaintsDuring(
  event: 'warning' | 'unhandledRejection',
  work: () => Promise<void>,
): Promise<unknown[]> {
  const complaints: unknown[] = [];
  const note = (complaint: unknown) => complaints.push(complaint);
  process.on(event, note);
  try {
    await work();
  } finally {
    process.off(event, note);
  }
  return complaints;
}

describe('sandbox: processing that takes its time', () => {
  const processingDelayMs = 100;
  let fault: Fault | undefined;
  const lines: string[] = [];
  const contactsWhenLogged: number[] = [];
  const options: SandboxOptions = {
    processingDelayMs,
    faults: () => fault,
    log: (line) => {
      lines.push(line);
      contactsWhenLogged.push(sandbox().contacts.length);
    },
  };
  const sandbox = useSandbox(options);
  beforeEach(() => {
    fault = undefined;
    lines.length = 0;
    contactsWhenLogged.length = 0;
  });
  const counts = () => [sandbox().arrivals.map(({ stored }) => stored), sandbox().contacts.length];

  it('creates the contacts after it, and answers then', async () => {
    const sent = importRows(sandbox(), john, jane);
    await until(() => sandbox().arrivals.length > 0);
    assert.deepEqual(counts(), [[0], 0]);
    assert.equal((await sent).length, 2);
    assert.deepEqual(counts(), [[2], 2]);
  });

  for (const act of [{ kind: 'reset' }, { kind: 'status', status: 504 }] as const) {
    it(`goes on after a client that was told off: ${act.kind}`, async () => {
      fault = { when: 'after', act };
      await sendWatched(sandbox(), csv(john, jane));
      assert.deepEqual(contactsWhenLogged, [0]);
      await until(() => sandbox().contacts.length > 0);
      assert.deepEqual(counts(), [[2], 2]);
    });
  }

  it('is waited for where half of the answer is shown', async () => {
    fault = { when: 'after', act: { kind: 'cutShort' } };
    const seen = await sendWatched(sandbox(), csv(john));
    assert.deepEqual(contactsWhenLogged, [1]);
    assert.ok('body' in seen);
    assert.ok(seen.body.startsWith('[{"status":"ACTIVE","firstName":"john"'));
  });

  it('does not hold up a refusal', async () => {
    assert.equal((await send(sandbox(), form(csv(john.replace('doe', ''))))).status, 412);
    assert.deepEqual(counts(), [[0], 0]);
  });

  for (const end of ['reset', 'stop'] as const) {
    it(`comes to nothing on ${end}`, async () => {
      fault = { when: 'after', act: { kind: 'hang' } };
      const complaints = await complaintsDuring('unhandledRejection', async () => {
        const sent = sendWatched(sandbox(), csv(john));
        await until(() => lines.length > 0);
        await sandbox()[end]();
        await delay(3 * processingDelayMs);
        assert.deepEqual(sandbox().contacts, []);
        await sandbox().stop();
        assert.deepEqual(await sent, { lost: 'ECONNRESET' });
      });
      assert.deepEqual(complaints, []);
    });
  }

  it('leaves a client that waits for its answer with none on stop', async () => {
    const sent = sendWatched(sandbox(), csv(john));
    await until(() => sandbox().arrivals.length > 0);
    await sandbox().stop();
    assert.deepEqual(await sent, { lost: 'ECONNRESET' });
    await until(() => lines.length > 0);
    assert.match(lines.join('\n'), /^POST \S+ connection lost \d+ ms$/);
  });

  it('leaves a client that waits for its answer with an error on reset', async () => {
    const sent = send(sandbox(), form(csv(john)));
    await until(() => sandbox().arrivals.length > 0);
    sandbox().reset();
    await assertError(sandbox(), await sent, 500, 'Internal Server Error', 500);
  });

  it('goes on after a reset', async () => {
    sandbox().reset();
    assert.equal((await importRows(sandbox(), john)).length, 1);
  });

  it('is there for many at once, without a warning of a leak', async () => {
    fault = { when: 'after', act: { kind: 'notArray' } };
    const imports = Array.from({ length: 12 }, (_, index) => `a,b,Mr,${9_000_000_000 + index},+91,+`);
    const complaints = await complaintsDuring('warning', async () => {
      await Promise.all(imports.map((row) => sendWatched(sandbox(), csv(row))));
      await until(() => sandbox().contacts.length === 12);
    });
    assert.deepEqual(complaints, []);
  });
});

describe('sandbox: numbers while processing takes its time', () => {
  const sandbox = useSandbox({ processingDelayMs: 50, repeatedNumber: 'refuseFile' });

  it('are looked at when the contacts are created', async () => {
    const statuses = await Promise.all(
      [john, john].map(async (row) => (await send(sandbox(), form(csv(row)))).status),
    );
    assert.deepEqual(statuses.sort(), [200, 412]);
    assert.equal(sandbox().contacts.length, 1);
  });
});
