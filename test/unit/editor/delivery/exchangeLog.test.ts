import assert from 'node:assert/strict';
import type { Exchange, Failure } from '../../../../src/core/delivery/failure';
import { logExchange } from '../../../../src/editor/delivery/exchangeLog';
import { MemoryLog } from '../../../support/memoryLog';

const exchange: Exchange = {
  method: 'POST',
  url: 'https://assist.example.com/agentassist/api/v1/public/st-1/contacts/import-contacts',
  status: 401,
  sentBytes: 120,
  receivedBytes: 80,
  ms: 12.6,
  requestId: 'req-1',
};
const call = `POST ${exchange.url}, status 401, sent 120 bytes, received 80 bytes, 13 ms`;

describe('the log line of a call', () => {
  it('holds sizes, status, time and request id, and no more', () => {
    const log = new MemoryLog();
    logExchange(log, exchange);
    assert.deepEqual(log.lines, [`${call}, request id req-1`]);
  });

  it('holds reason, effect, codes and the wait of a failure, and no more', () => {
    const log = new MemoryLog();
    const failure: Failure = {
      reason: 'credentials',
      effect: 'none',
      status: 401,
      serverWords: 'Jane',
      serverCode: '4002',
      systemCode: 'ECONNRESET',
      retryAfterMs: 500,
      location: 'https://jane.example',
    };
    logExchange(log, exchange, failure);
    assert.deepEqual(log.lines, [
      `${call}, request id req-1, failed: credentials, effect none, code 4002, ECONNRESET, retry after 500 ms`,
    ]);
  });

  it('holds none of the server’s words, whichever field they come in', () => {
    for (const words of [
      'for Jane Doe',
      'Jane',
      '9876543210',
      'Jane\nDoe',
      '“Jane”',
      'Jane@'.repeat(30),
      '',
    ]) {
      const log = new MemoryLog();
      const failure: Failure = {
        reason: 'server',
        effect: 'unknown',
        serverWords: words,
        serverCode: words,
        systemCode: words,
        location: words,
      };
      logExchange(log, exchange, failure);
      assert.deepEqual(log.lines, [
        `${call}, request id req-1, failed: server, effect unknown, code (not documented), (unreadable)`,
      ]);
    }
  });
});
