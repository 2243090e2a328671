import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import type { Fault, FaultAct } from '../../support/sandbox';
import {
  contactsUrl,
  csv,
  form,
  importRows,
  jane,
  john,
  openImport,
  seenBy,
  send,
  sendWatched,
  token,
  until,
  useSandbox,
} from './support';
import type { Seen } from './support';

describe('sandbox: faults', () => {
  let fault: Fault | undefined;
  const lines: string[] = [];
  const sandbox = useSandbox({ faults: () => fault, log: (line) => lines.push(line) });
  beforeEach(() => {
    fault = undefined;
    lines.length = 0;
  });
  const logged = () => lines.map((line) => line.replace(/^\S+ \S+ (.*) \d+ ms$/, '$1'));
  const names = () => sandbox().contacts.map(({ firstName }) => firstName);
  /** Sends two rows into a fault. */
  const sendInto = (given: Fault, file = csv(john, jane)) => {
    fault = given;
    return sendWatched(sandbox(), file);
  };
  /** Asserts a whole answer, and gives its JSON. */
  const answered = (seen: Seen, status: number): unknown => {
    assert.ok('status' in seen, JSON.stringify(seen));
    assert.deepEqual([seen.status, seen.whole], [status, true]);
    assert.match(String(seen.headers['content-type']), /^application\/json/);
    assert.match(String(seen.headers['x-request-id']), /^[0-9a-f-]{36}$/);
    return JSON.parse(seen.body);
  };

  for (const when of ['before', 'after'] as const) {
    describe(`${when} processing`, () => {
      /** What is stored, and whether the file arrived; then, whether the sandbox goes on as ever. */
      const holds = async () => {
        const stored = when === 'after' ? ['john', 'jane'] : [];
        assert.deepEqual(names(), stored);
        assert.deepEqual(
          sandbox().arrivals.map((arrival) => arrival.stored),
          when === 'after' ? [2] : [],
        );
        fault = undefined;
        await importRows(sandbox(), 'jim,doe,Mr,9000000000,+91,+');
        assert.deepEqual(names(), [...stored, 'jim']);
      };

      for (const status of [302, 400, 408, 413, 429, 500, 502, 503]) {
        it(`answers ${status}, in the API's error shape`, async () => {
          const seen = await sendInto({ when, act: { kind: 'status', status } });
          assert.deepEqual(answered(seen, status), {
            errors: [{ msg: STATUS_CODES[status], code: status }],
          });
          assert.deepEqual(logged(), [`fault ${when}: status ${status}`]);
          await holds();
        });
      }

      it('answers with the body and the headers that are given', async () => {
        const headers = { 'Retry-After': '7', 'Content-Type': 'application/problem+json' };
        const body = { message: 'busy', code: '1' };
        const seen = await sendInto({ when, act: { kind: 'status', status: 503, body, headers } });
        assert.ok('status' in seen);
        assert.deepEqual(
          [seen.status, seen.headers['retry-after'], seen.headers['content-type'], JSON.parse(seen.body)],
          [503, '7', 'application/problem+json', body],
        );
        await holds();
      });

      it('answers with a null that is given', async () => {
        const seen = await sendInto({ when, act: { kind: 'status', status: 200, body: null } });
        assert.equal(answered(seen, 200), null);
        await holds();
      });

      it("answers with a gateway's page", async () => {
        const headers = { server: 'gateway' };
        const seen = await sendInto({ when, act: { kind: 'status', status: 504, html: true, headers } });
        assert.ok('status' in seen);
        assert.deepEqual(
          [seen.status, seen.headers['content-type'], seen.headers['server'], seen.body],
          [
            504,
            'text/html',
            'gateway',
            '<html><head><title>504 Gateway Timeout</title></head><body><h1>504 Gateway Timeout</h1></body></html>\n',
          ],
        );
        await holds();
      });

      it('answers 200 with what is no array', async () => {
        const seen = await sendInto({ when, act: { kind: 'notArray' } });
        assert.deepEqual(answered(seen, 200), { ok: true });
        assert.deepEqual(logged(), [`fault ${when}: notArray`]);
        await holds();
      });

      it('answers 200 with no body', async () => {
        const seen = await sendInto({ when, act: { kind: 'empty' } });
        assert.ok('status' in seen);
        assert.deepEqual(
          [seen.status, seen.headers['content-length'], seen.body, seen.whole],
          [200, '0', '', true],
        );
        assert.deepEqual(logged(), [`fault ${when}: empty`]);
        await holds();
      });

      it('resets the connection', async () => {
        assert.deepEqual(await sendInto({ when, act: { kind: 'reset' } }), { lost: 'ECONNRESET' });
        assert.deepEqual(logged(), [`fault ${when}: reset`]);
        await holds();
      });

      it('cuts the answer short', async () => {
        const seen = await sendInto({ when, act: { kind: 'cutShort' } });
        const whole = JSON.stringify(sandbox().contacts);
        assert.ok('status' in seen);
        assert.deepEqual(
          [seen.status, seen.headers['content-length'], seen.whole, seen.body],
          [200, String(whole.length), false, whole.slice(0, whole.length / 2)],
        );
        assert.match(String(seen.headers['content-type']), /^application\/json/);
        assert.deepEqual(logged(), [`fault ${when}: cutShort`]);
        await holds();
      });

      it('never answers, until the client leaves', async () => {
        fault = { when, act: { kind: 'hang' } };
        const leaving = new AbortController();
        const sent = send(sandbox(), form(csv(john, jane)), {
          headers: { auth: token(sandbox()) },
          signal: leaving.signal,
        });
        let settled = false;
        sent.finally(() => (settled = true)).catch(() => undefined);
        await until(() => lines.length > 0);
        await delay(50);
        assert.equal(settled, false);
        assert.deepEqual(logged(), [`fault ${when}: hang`]);
        leaving.abort();
        await assert.rejects(sent, { name: 'AbortError' });
        await holds();
      });

      it('never answers, until the sandbox stops', async () => {
        const sent = sendInto({ when, act: { kind: 'hang' } });
        await until(() => lines.length > 0);
        await sandbox().stop();
        assert.deepEqual(await sent, { lost: 'ECONNRESET' });
      });

      it('resets the connection at the first byte of the body, and processes nothing', async () => {
        fault = { when, act: { kind: 'resetEarly' } };
        const call = openImport(sandbox(), { 'content-type': 'multipart/form-data; boundary=b' });
        const seen = seenBy(call);
        await delay(50);
        assert.deepEqual(lines, []);
        call.write('-');
        assert.deepEqual(await seen, { lost: 'ECONNRESET' });
        assert.deepEqual(logged(), [`fault ${when}: resetEarly`]);
        assert.deepEqual([names(), sandbox().arrivals], [[], []]);
      });

      it('waits for the end of the body', async () => {
        fault = { when, act: { kind: 'status', status: 500 } };
        const call = openImport(sandbox(), { 'content-type': 'multipart/form-data; boundary=b' });
        const seen = seenBy(call);
        call.write(Buffer.alloc(1_000_000, 'x'));
        await delay(50);
        assert.deepEqual(lines, []);
        call.end();
        answered(await seen, 500);
      });

      for (const [moment, pause] of [
        ['in mid-body', 50],
        ['before anything of the body was read', 0],
      ] as const) {
        it(`does not happen to a client that left ${moment}`, async () => {
          fault = { when, act: { kind: 'status', status: 500 } };
          const call = openImport(sandbox(), { 'content-type': 'multipart/form-data; boundary=b' });
          const seen = seenBy(call);
          await new Promise((resolve) => call.write('--b\r\n', resolve));
          if (pause > 0) await delay(pause);
          call.destroy();
          await seen;
          await until(() => lines.length > 0);
          assert.deepEqual(logged(), ['connection lost']);
        });
      }
    });
  }

  it('takes the place of a refusal as well', async () => {
    const act: FaultAct = { kind: 'notArray' };
    answered(await sendInto({ when: 'after', act }, csv(john.replace('doe', ''))), 200);
    answered(await sendInto({ when: 'after', act }, 'no header'), 200);
    assert.deepEqual(names(), []);
  });

  it('cuts a refusal short', async () => {
    const seen = await sendInto({ when: 'after', act: { kind: 'cutShort' } }, 'no header');
    assert.ok('status' in seen);
    const whole = '{"errors":[{"msg":"CSV format is incorrect"}]}';
    assert.deepEqual(
      [seen.status, seen.headers['content-length'], seen.body],
      [400, String(whole.length), whole.slice(0, whole.length / 2)],
    );
  });

  it('cuts at half of the bytes, not of the letters', async () => {
    const seen = await sendInto(
      { when: 'after', act: { kind: 'cutShort' } },
      csv(`${'李'.repeat(300)},${jane}`.replace('jane,', '')),
    );
    assert.ok('status' in seen);
    const whole = Buffer.from(JSON.stringify(sandbox().contacts));
    assert.equal(seen.headers['content-length'], String(whole.length));
    assert.equal(seen.body, whole.subarray(0, whole.length / 2).toString());
  });

  describe('of the list', () => {
    const list = () => fetch(contactsUrl(sandbox()), { headers: { auth: token(sandbox()) } });

    it('take the place of its answer', async () => {
      fault = { when: 'after', act: { kind: 'status', status: 502 } };
      assert.equal((await list()).status, 502);
    });

    it('cut it short', async () => {
      await importRows(sandbox(), john);
      const whole = await (await list()).text();
      fault = { when: 'after', act: { kind: 'cutShort' } };
      const response = await list();
      assert.deepEqual(
        [response.status, response.headers.get('content-length')],
        [200, String(whole.length)],
      );
      await assert.rejects(response.text());
    });

    it('reset the connection early, though it has no body', async () => {
      fault = { when: 'before', act: { kind: 'resetEarly' } };
      await assert.rejects(list());
      assert.deepEqual(logged(), ['fault before: resetEarly']);
    });
  });
});
