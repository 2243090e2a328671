import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { startSandbox } from '../../support/sandbox';
import {
  assertError,
  contactsUrl,
  csv,
  form,
  importRows,
  jane,
  john,
  send,
  token,
  useSandbox,
} from './support';

describe('sandbox: server', () => {
  const lines: string[] = [];
  const sandbox = useSandbox({ log: (line) => lines.push(line) });
  beforeEach(() => (lines.length = 0));
  const call = (method: string, url: string) => fetch(url, { method, headers: { auth: token(sandbox()) } });

  it('has an address on loopback and ids in the documented style, new at every start', async () => {
    await using other = await startSandbox();
    for (const { host, streamId, clientId, clientSecret, accountId } of [sandbox(), other]) {
      assert.match(host, /^http:\/\/127\.0\.0\.1:\d+$/);
      assert.match(streamId, /^st-[0-9a-f-]{36}$/);
      assert.match(clientId, /^cs-[0-9a-f-]{36}$/);
      assert.match(clientSecret, /^[\w-]{43}$/);
      assert.match(accountId, /^[0-9a-f]{24}$/);
    }
    for (const key of ['host', 'streamId', 'clientId', 'clientSecret', 'accountId'] as const) {
      assert.notEqual(other[key], sandbox()[key]);
    }
  });

  it('takes the port and the secret that are given', async () => {
    const free = await startSandbox();
    await free.stop();
    await using given = await startSandbox({ port: Number(new URL(free.host).port), clientSecret: 's' });
    assert.equal(given.host, free.host);
    assert.equal(given.clientSecret, 's');
    assert.equal((await importRows(given, john)).length, 1);
  });

  it('rejects when the port is taken', async () => {
    await assert.rejects(startSandbox({ port: Number(new URL(sandbox().host).port) }), {
      code: 'EADDRINUSE',
    });
  });

  it('answers 404 for every other path', async () => {
    const contacts = contactsUrl(sandbox());
    const paths = [
      sandbox().host,
      `${sandbox().host}//`,
      `${contacts}/`,
      `${contacts}/abc`,
      `${contacts}/import-contacts/`,
      contacts.replace('/v1/', '/v2/'),
      contacts.replace(sandbox().streamId, ''),
    ];
    for (const path of paths) await assertError(sandbox(), await call('GET', path), 404, 'Not Found', 404);
  });

  it('logs no path but its own', async () => {
    const own = new URL(contactsUrl(sandbox())).pathname;
    const paths = [own, `${own}/Jane-Doe`, '/9876543210', own.replace(sandbox().streamId, 'Jane')];
    for (const path of paths) await call('GET', `${sandbox().host}${path}?name=Jane`);
    assert.deepEqual(
      lines.map((line) => line.replace(/ \d+ ms$/, '')),
      [
        `GET ${own} 200 0 of 0 contacts`,
        'GET (another path) 404',
        'GET (another path) 404',
        // The stream is checked with the token, so that it is not told apart from a wrong one.
        'GET (another path) 401',
      ],
    );
  });

  it('answers 405 for every other method, naming the right one', async () => {
    const calls = [
      ['GET', '/import-contacts', 'POST'],
      ['PUT', '/import-contacts', 'POST'],
      ['POST', '', 'GET'],
      ['DELETE', '', 'GET'],
    ] as const;
    for (const [method, path, allowed] of calls) {
      const response = await call(method, contactsUrl(sandbox()) + path);
      assert.equal(response.headers.get('allow'), allowed);
      await assertError(sandbox(), response, 405, 'Method Not Allowed', 405);
    }
  });

  it('gives every answer an id of its own', async () => {
    const ids = await Promise.all(
      [sandbox().host, contactsUrl(sandbox()), contactsUrl(sandbox())].map(async (url) =>
        (await call('GET', url)).headers.get('x-request-id'),
      ),
    );
    assert.equal(new Set(ids).size, 3);
  });

  for (const [status, start] of [
    [400, 'no header\r\n\r\n'],
    [413, 'Content-Disposition: form-data; name="other"; filename="a"\r\n\r\n'],
  ] as const) {
    it(`reads a body refused with ${status} to its end, for clients that listen only after sending`, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const call = request(`${contactsUrl(sandbox())}/import-contacts`, {
          agent,
          method: 'POST',
          headers: { auth: token(sandbox()), 'content-type': 'multipart/form-data; boundary=b' },
        });
        const answered = once(call, 'response') as Promise<[IncomingMessage]>;
        const sent = once(call, 'finish');
        call.write(`--b\r\n${start}`);
        call.end(Buffer.alloc(60_000_000, 'x'));
        await sent;
        const [response] = await answered;
        assert.equal(response.statusCode, status);
        response.resume();
        await once(response, 'end');
      }
      agent.destroy();
    });
  }

  it('goes on after a refusal in mid-body', async () => {
    const response = await send(sandbox(), form('x'.repeat(20_000_000)), { headers: {} });
    await assertError(sandbox(), response, 401, 'Invalid JWT token', 4002);
    assert.equal((await importRows(sandbox(), john)).length, 1);
  });

  it('stores nothing of a request that breaks off', async () => {
    const { hostname, port } = new URL(sandbox().host);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const path = new URL(`${contactsUrl(sandbox())}/import-contacts`).pathname;
    socket.write(
      [
        `POST ${path} HTTP/1.1`,
        `Host: ${hostname}`,
        `auth: ${token(sandbox())}`,
        'Content-Type: multipart/form-data; boundary=b',
        'Content-Length: 100000',
        '',
        '--b',
        'Content-Disposition: form-data; name="result_file"; filename="a.csv"',
        '',
        csv(john, jane),
      ].join('\r\n'),
    );
    await delay(50);
    socket.destroy();
    while (lines.length === 0) await delay(5);
    assert.match(lines.join('\n'), /^POST \S+\/import-contacts connection lost \d+ ms$/);
    assert.deepEqual(sandbox().contacts, []);
  });

  it('logs one line a request, without query, names, numbers or token', async () => {
    await importRows(sandbox(), john, jane, john);
    await call('GET', `${contactsUrl(sandbox())}?limit=1`);
    await send(sandbox(), form(csv(john.replace('doe', ''))));
    await send(sandbox(), form('x'), { headers: { auth: 'secret-token' } });
    await call('GET', `${sandbox().host}/elsewhere?token=secret`);
    const path = new URL(contactsUrl(sandbox())).pathname;
    assert.deepEqual(
      lines.map((line) => line.replace(/ \d+ ms$/, '')),
      [
        `POST ${path}/import-contacts 200 3 rows, 2 created`,
        `GET ${path} 200 1 of 2 contacts`,
        `POST ${path}/import-contacts 412`,
        `POST ${path}/import-contacts 401`,
        'GET (another path) 404',
      ],
    );
  });

  it('shows contacts as a copy that later imports leave alone', async () => {
    await importRows(sandbox(), john);
    const before = sandbox().contacts;
    await importRows(sandbox(), jane);
    assert.deepEqual([before.length, sandbox().contacts.length], [1, 2]);
  });

  it('forgets everything on reset', async () => {
    await importRows(sandbox(), john);
    sandbox().reset();
    assert.deepEqual(sandbox().contacts, []);
    assert.equal((await importRows(sandbox(), john)).length, 1);
  });

  it('ends open connections when stopped, and may be stopped twice', async () => {
    const other = await startSandbox();
    const { hostname, port } = new URL(other.host);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('GET / HTTP/1.1\r\n');
    // A reset is an end as well.
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await Promise.all([other.stop(), other.stop(), closed]);
    await other.stop();
    await assert.rejects(fetch(other.host), (error: Error) => {
      assert.equal((error.cause as NodeJS.ErrnoException).code, 'ECONNREFUSED');
      return true;
    });
  });
});

describe('sandbox: rate limit', () => {
  let time = Date.parse('2024-01-01T00:00:00Z');
  const sandbox = useSandbox({ requestsPerMinute: 2, now: () => new Date(time) });
  // Without iat and exp: the clock stands still, that of the signing library does not.
  const get = () =>
    fetch(contactsUrl(sandbox()), { headers: { auth: token(sandbox(), {}, { noTimestamp: true }) } });
  const limited = async (retryAfter: string) => {
    const response = await get();
    assert.equal(response.headers.get('retry-after'), retryAfter);
    await assertError(
      sandbox(),
      response,
      429,
      "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.",
      429,
    );
  };

  it('counts over any 60 seconds and says when there is room again', async () => {
    assert.equal((await get()).status, 200);
    time += 20_500;
    assert.equal((await get()).status, 200);
    await limited('40');
    time += 39_499;
    await limited('1');
    time += 1;
    assert.equal((await get()).status, 200);
    await limited('21');
  });

  it('starts afresh on reset', async () => {
    await get();
    await get();
    await limited('60');
    sandbox().reset();
    assert.equal((await get()).status, 200);
  });
});
