import assert from 'node:assert/strict';
import type net from 'node:net';
import { once } from 'node:events';
import { createGzip, gzipSync } from 'node:zlib';
import { Headers } from 'node-fetch';
import { deliver, type Delivered } from '../../../../src/core/delivery/transport';
import { clientOf, csv, failureOf, never, streamAt } from '../../../support/delivery';
import { isLong } from '../../../support/long';
import { RawServer, reply, type Respond } from '../../../support/rawServer';

const most = 100_000;

/** What a request makes of an answer that may have {@link most} bytes, and whether the server saw its connection end. */
async function answered(respond: Respond): Promise<{ readonly delivered: Delivered; readonly sent: number }> {
  const sockets: net.Socket[] = [];
  const server = await RawServer.start((socket, request) => {
    sockets.push(socket);
    respond(socket, request);
  });
  try {
    const url = new URL(server.origin);
    const request = { method: 'POST', url, headers: new Headers(), clean: (text: string) => text } as const;
    const delivered = await deliver(
      request,
      { timeoutMs: 60_000, answerBytes: most, answerEntries: 1 },
      never,
    );
    // Whoever does not read on must not let it come.
    for (const socket of sockets) if (!socket.destroyed) await closed(socket);
    return { delivered, sent: sockets[0]?.bytesWritten ?? 0 };
  } finally {
    await server.stop();
  }
}

function closed(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => socket.on('close', () => resolve()));
}

/** Writes a piece again and again, for as long as somebody takes it. */
function endless(head: string, piece: Buffer): Respond {
  return (socket) => {
    socket.write(`HTTP/1.1 ${head}\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n`);
    const write = () => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', write);
    write();
  };
}

const spaces = Buffer.alloc(65_536, ' ');
const gzip = { 'Content-Encoding': 'gzip' };
const tooMuch = (status: number) => ({
  ok: false,
  failure: { reason: 'tooMuch', effect: 'unknown', status },
});

describe('an answer that is too long', () => {
  it('is read up to the limit', async () => {
    for (const [body, headers] of [
      [' '.repeat(most - 2) + '[]', {}],
      [gzipSync(' '.repeat(most - 2) + '[]'), gzip],
    ] as const) {
      const { delivered } = await answered(reply(200, body, headers));
      assert.ok(delivered.ok);
      assert.deepEqual([delivered.answer.body.kind, delivered.answer.receivedBytes], ['json', most]);
    }
  });

  it('is abandoned beyond, counted after decompression', async () => {
    for (const [body, headers] of [
      [' '.repeat(most - 1) + '[]', {}],
      [gzipSync(Buffer.alloc(2_000_000, ' ')), gzip],
    ] as const)
      assert.deepEqual((await answered(reply(200, body, headers))).delivered, tooMuch(200));
  });

  it('is abandoned when it never ends, and its connection with it', async () => {
    const { delivered, sent } = await answered(endless('200 OK', spaces));
    assert.deepEqual(delivered, tooMuch(200));
    assert.ok(sent < 20_000_000, `${sent} bytes`);
  });

  it('is abandoned as soon as it is too deep, or has more in it than can belong to it', async () => {
    for (const piece of ['[', '{"a":', '{"id":"1"},', '{"error":"x"},', '1,'])
      for (const isZipped of [false, true]) {
        const text = `[${piece.repeat(Math.floor((most - 1) / piece.length))}`;
        const respond = isZipped ? reply(200, gzipSync(text), gzip) : reply(200, text);
        const isNumbers = piece === '1,';
        const { delivered } = await answered(respond);
        assert.equal(delivered.ok, isNumbers, piece);
        if (!isNumbers) assert.deepEqual(delivered, tooMuch(200));
      }
  });

  it('is abandoned whatever its status', async () => {
    for (const status of [400, 500])
      assert.deepEqual((await answered(endless(`${status} -`, spaces))).delivered, tooMuch(status));
  });
});

/** Bytes that decompress to so many spaces. */
async function bomb(bytes: number): Promise<Buffer> {
  const stream = createGzip({ level: 9 });
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  const piece = Buffer.alloc(8_000_000, ' ');
  for (let left = bytes; left > 0; left -= piece.length) {
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'end');
  return Buffer.concat(pieces);
}

/** The most by which the process grew while a client read the answer to an import, in bytes. */
async function growth(respond: Respond): Promise<number> {
  const server = await RawServer.start(respond);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5);
  try {
    const answer = await clientOf(streamAt(server.origin), { timeoutMs: 120_000 }).importContacts(csv, never);
    assert.deepEqual([failureOf(answer).reason, failureOf(answer).effect], ['tooMuch', 'unknown']);
    return Math.max(highest, process.memoryUsage.rss()) - before;
  } finally {
    clearInterval(watch);
    await server.stop();
  }
}

(isLong ? describe : describe.skip)('the memory that such an answer takes', () => {
  const contact = Buffer.from(`${JSON.stringify({ id: '1', firstName: 'x'.repeat(500) })},\n`.repeat(100));
  it('is below 200 MB for 8 GB in 8 MB', async () => {
    const body = await bomb(8_000_000_000);
    const grown = await growth(reply(200, body, gzip));
    assert.ok(grown < 200_000_000, `${Math.round(grown / 1e6)} MB`);
  });

  it('is below 200 MB for one that never ends, of spaces and of contacts', async () => {
    for (const piece of [spaces, contact]) {
      const grown = await growth(endless('200 OK', piece));
      assert.ok(grown < 200_000_000, `${Math.round(grown / 1e6)} MB`);
    }
  });
});
