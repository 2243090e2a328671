import assert from 'node:assert/strict';
import dns from 'node:dns';
import { getEventListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import { RawServer, reply, type Respond } from '../../../support/rawServer';
import type { CsvFile } from '../../../../src/core/delivery';
import { clientOf, csv, failureOf, never, streamAt, verdict } from '../../../support/delivery';

const fixture = (name: string) => readFileSync(`test/fixtures/tls/${name}`);
const key = fixture('key.pem');
const trusted = { key, cert: fixture('localhost.pem') };
const expired = { key, cert: fixture('expired.pem') };

const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function start(...how: Parameters<typeof RawServer.start>): Promise<RawServer> {
  const server = await RawServer.start(...how);
  servers.push(server);
  return server;
}

function importTo(host: string, options = {}, signal = never, file = csv) {
  return clientOf(streamAt(host), options).importContacts(file, signal);
}

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = await RawServer.start(() => undefined);
  const { port } = server;
  await server.stop();
  return port;
}

const large = { name: 'large.csv', bytes: new Uint8Array(8 * 1024 * 1024).fill(0x61) };

describe('no connection', () => {
  it('a closed port: unreachable, nothing was sent', async () => {
    const failure = failureOf(await importTo(`http://127.0.0.1:${await closedPort()}`));
    assert.deepEqual(failure, { reason: 'unreachable', effect: 'none', systemCode: 'ECONNREFUSED' });
  });

  it('a name that does not resolve: unknownHost, nothing was sent', async () => {
    const failure = failureOf(await importTo('https://agentassist.invalid'));
    assert.equal(failure.reason, 'unknownHost');
    assert.equal(failure.effect, 'none');
    assert.match(failure.systemCode ?? '', /^(ENOTFOUND|EAI_AGAIN)$/);
  });

  it('several addresses, all refused: unreachable, nothing was sent', async () => {
    const { lookup } = dns;
    const both = [
      { address: '127.0.0.1', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ];
    const fake = (_host: string, _options: unknown, done: (error: null, found: typeof both) => void) =>
      done(null, both);
    const port = await closedPort();
    Object.assign(dns, { lookup: fake });
    try {
      assert.deepEqual(verdict(await importTo(`https://two.example:${port}`)), ['unreachable', 'none']);
    } finally {
      Object.assign(dns, { lookup });
    }
  });
});

describe('TLS', () => {
  /** What VS Code does with the certificates of its settings: it changes Node's own agent. */
  function trust(certificate: Buffer | undefined): void {
    const { options } = https.globalAgent;
    if (certificate) options.ca = certificate;
    else delete options.ca;
  }
  afterEach(() => trust(undefined));

  it('a trusted certificate: the request goes through', async () => {
    const server = await start(reply(200, '[]'), trusted);
    trust(trusted.cert);
    assert.ok((await importTo(`https://localhost:${server.port}`)).ok);
    assert.equal(server.requests.length, 1);
  });

  const certificates = [
    ['self-signed', trusted, undefined, 'localhost', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', expired, expired.cert, 'localhost', 'CERT_HAS_EXPIRED'],
    ['for another name', trusted, trusted.cert, '127.0.0.1', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const;
  for (const [label, shown, known, host, systemCode] of certificates)
    it(`a certificate that is ${label}: certificate, and the server saw no request`, async () => {
      const server = await start(reply(200, '[]'), shown);
      trust(known);
      const failure = failureOf(await importTo(`https://${host}:${server.port}`, {}, never, large));
      assert.deepEqual(failure, { reason: 'certificate', effect: 'none', systemCode });
      assert.equal(server.requests.length, 0);
    });

  it('plain HTTP behind the port: certificate, nothing was sent', async () => {
    const plain = net.createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as net.AddressInfo;
    const failure = failureOf(await importTo(`https://localhost:${port}`));
    assert.deepEqual(failure, { reason: 'certificate', effect: 'none', systemCode: 'EPROTO' });
    plain.close();
  });

  it('an alert after the handshake: certificate, the effect is not known', async () => {
    const server = await start(reply(200, '[]'), { ...trusted, requestCert: true, minVersion: 'TLSv1.3' });
    trust(trusted.cert);
    const failure = failureOf(await importTo(`https://localhost:${server.port}`));
    assert.deepEqual([failure.reason, failure.effect], ['certificate', 'unknown']);
    assert.match(failure.systemCode ?? '', /^ERR_SSL_/);
  });
});

describe('a connection that breaks', () => {
  const broken: readonly (readonly [label: string, Respond, reason: string])[] = [
    ['reset before an answer', (socket) => socket.resetAndDestroy(), 'connectionLost'],
    ['closed before an answer', (socket) => socket.end(), 'connectionLost'],
    ['an answer that is not HTTP', (socket) => socket.end('SSH-2.0-x\r\n'), 'connectionLost'],
    ['a 200 shorter than its length', reply(200, '[{"id":"1"}]', { 'Content-Length': '100' }), 'notJson'],
    [
      'a 200 without its last chunk',
      (socket) => socket.end('HTTP/1.1 200 -\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n'),
      'notJson',
    ],
    [
      'a 200 reset in its middle',
      (socket) => {
        socket.write('HTTP/1.1 200 -\r\nContent-Length: 100\r\n\r\n[', () =>
          setTimeout(() => socket.resetAndDestroy(), 50),
        );
      },
      'notJson',
    ],
  ];
  for (const [label, respond, reason] of broken)
    it(`${label}: ${reason}, the effect is not known`, async () => {
      const server = await start(respond);
      assert.deepEqual(verdict(await importTo(server.origin)), [reason, 'unknown']);
      assert.equal(server.requests.length, 1);
    });

  it('a refusal cut short is still that refusal', async () => {
    const server = await start(reply(401, '{', { 'Content-Length': '100' }));
    const failure = failureOf(await importTo(server.origin));
    assert.deepEqual(failure, {
      reason: 'unauthorized',
      effect: 'none',
      status: 401,
      systemCode: 'ECONNRESET',
    });
  });

  it('a reset in the middle of the upload: connectionLost, the effect is not known', async () => {
    const server = net.createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.resetAndDestroy()),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    assert.deepEqual(verdict(await importTo(`http://127.0.0.1:${port}`, {}, never, large)), [
      'connectionLost',
      'unknown',
    ]);
    server.close();
  });
});

describe('an upload that may not go on', () => {
  /** A server that takes what comes, and a request of 8 MB to it of which so many pieces may leave. */
  async function uploadOf(pieces: number, file: CsvFile = large) {
    let bytes = 0;
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined).on('data', ({ length }) => (bytes += length));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    let asked = 0;
    const client = clientOf(streamAt(`http://127.0.0.1:${port}`));
    const answer = await client.importContacts(file, never, () => asked++ < pieces);
    // Once every connection is closed.
    await new Promise((resolve) => server.close(resolve));
    return { answer, bytes, asked };
  }

  it('ends the connection, and no further piece leaves', async () => {
    const { answer, bytes, asked } = await uploadOf(3);
    assert.deepEqual(verdict(answer), ['connectionLost', 'unknown']);
    // Those three, and what stands before them.
    assert.ok(bytes > 3 * 16_384 && bytes < 3 * 16_384 + 2_000, String(bytes));
    assert.equal(asked, 4);
  });

  it('ends it before the end of the request leaves: without that nobody takes it for whole', async () => {
    const file = { name: 'a.csv', bytes: Buffer.from(csv.bytes) };
    const { answer, bytes } = await uploadOf(1, file);
    // What another request may hold stays what it is.
    assert.deepEqual(file.bytes, Buffer.from(csv.bytes));
    assert.deepEqual(verdict(answer), ['connectionLost', 'unknown']);
    assert.ok(bytes < 2_000);
    const server = await start(reply(200, '[]'));
    const asked: boolean[] = [];
    const client = clientOf(streamAt(server.origin));
    assert.ok((await client.importContacts(csv, never, () => asked.push(true) > 0)).ok);
    assert.equal(asked.length, 2);
  });

  it('may have none of its pieces leave', async () => {
    const { answer, bytes } = await uploadOf(0);
    assert.equal(answer.ok, false);
    assert.ok(bytes < 2_000, String(bytes));
  });
});

describe('a call that is ended', () => {
  const silent: Respond = () => undefined;
  const stalled: Respond = (socket) => socket.write('HTTP/1.1 200 -\r\nContent-Length: 100\r\n\r\n[');

  for (const [label, respond] of [
    ['before an answer', silent],
    ['in the middle of an answer', stalled],
  ] as const) {
    it(`time-out ${label}`, async () => {
      const server = await start(respond);
      assert.deepEqual(verdict(await importTo(server.origin, { timeoutMs: 100 })), ['timeout', 'unknown']);
    });

    it(`cancelled ${label}`, async () => {
      const cancel = new AbortController();
      const server = await start((socket, request) => {
        respond(socket, request);
        setTimeout(() => cancel.abort(), 50);
      });
      assert.deepEqual(verdict(await importTo(server.origin, {}, cancel.signal)), ['cancelled', 'unknown']);
    });
  }

  it('cancelled before it began: nothing is sent', async () => {
    const server = await start(reply(200, '[]'));
    assert.deepEqual(verdict(await importTo(server.origin, {}, AbortSignal.abort())), ['cancelled', 'none']);
    assert.equal(server.requests.length, 0);
  });

  it('a time limit beyond what a timer takes does not end it at once', async () => {
    const server = await start(reply(200, '[]'));
    assert.ok((await importTo(server.origin, { timeoutMs: 1e12 })).ok);
  });

  it('leaves no listener on a signal that lives longer', async () => {
    const server = await start(reply(200, '[]'));
    const { signal } = new AbortController();
    await importTo(server.origin, {}, signal);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
});
