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
    ['Fri, 02 Jan 2026 03:04:35 UTC', 30_000],
    ['Fri, 02 Jan 2026 04:04:35 +0100', 30_000],
    // Without a zone, as asctime writes it, whatever this machine's is.
    ['Fri Jan  2 03:04:35 2026', 30_000],
    ['2026-01-02T03:04:35.000Z', 30_000],
    ['2026-01-02T03:04:35', 30_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', Date.UTC(9999, 11, 31, 23, 59, 59) - now],
    ['1.5', 1_500],
    ['3600.5', 3_600_500],
    ['3600s', 3_600_000],
    // Two headers, of which a gateway may have added one.
    ['60, 3600', 3_600_000],
    ['9999999999', 9_999_999_999_000],
    ['99999999999999999999', 8.64e15],
    ['9'.repeat(400), 8.64e15],
    ['-1', undefined],
    ['soon 5', undefined],
    ['Friday 5', undefined],
    ['2026-01-02', undefined],
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
