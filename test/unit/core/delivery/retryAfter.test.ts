import assert from 'node:assert/strict';
import { retryAfterMs } from '../../../../src/core/delivery/retryAfter';
import { RawServer, reply } from '../../../support/rawServer';
import { clientOf, csv, failureOf, never, streamAt } from '../../../support/delivery';

const now = Date.UTC(2026, 0, 2, 3, 4, 5);

describe('Retry-After', () => {
  const table = [
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7_000],
    ['Fri, 02 Jan 2026 03:04:35 GMT', 30_000],
    ['Friday, 02-Jan-26 03:04:35 GMT', 30_000],
    ['Fri, 02 Jan 2026 03:00:00 GMT', 0],
    ['Fri, 99 Jan 2026 03:00:00 GMT', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon 5', undefined],
    ['99999999999999999999', undefined],
    ['', undefined],
    [null, undefined],
  ] as const;
  for (const [header, expected] of table)
    it(`reads ${JSON.stringify(header)} as ${expected}`, () => {
      assert.equal(retryAfterMs(header, now), expected);
    });

  it('reaches the failure, counted from the clock that is given', async () => {
    const server = await RawServer.start(reply(429, '', { 'Retry-After': 'Fri, 02 Jan 2026 03:04:35 GMT' }));
    const ports = { now: () => now, uuid: () => 'id' };
    const answer = await clientOf(streamAt(server.origin), {}, ports).importContacts(csv, never);
    assert.equal(failureOf(answer).retryAfterMs, 30_000);
    await server.stop();
  });

  it("is counted from the answer's own date where it has one: this clock may be hours wrong", async () => {
    const headers = {
      Date: 'Fri, 02 Jan 2026 09:00:00 GMT',
      'Retry-After': 'Fri, 02 Jan 2026 09:00:07 GMT',
    };
    const server = await RawServer.start(reply(429, '', headers));
    const ports = { now: () => now, uuid: () => 'id' };
    const answer = await clientOf(streamAt(server.origin), {}, ports).importContacts(csv, never);
    assert.equal(failureOf(answer).retryAfterMs, 7_000);
    await server.stop();
  });
});
