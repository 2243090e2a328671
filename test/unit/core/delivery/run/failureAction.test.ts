import assert from 'node:assert/strict';
import type { FailureReason } from '../../../../../src/core/delivery/failure';
import {
  actionAfter,
  readMayPass,
  type FailureAction,
} from '../../../../../src/core/delivery/run/failureAction';

/** By reason: what a failed import means that certainly had no effect, and whether a failed read may pass. */
const table: Record<FailureReason, readonly [meaning: FailureAction, readMayPass: boolean]> = {
  credentials: ['stop', false],
  token: ['stop', false],
  scope: ['stop', false],
  unauthorized: ['stop', false],
  notFound: ['stop', false],
  method: ['stop', false],
  proxy: ['stop', false],
  redirect: ['stop', false],
  csvFormat: ['refused', false],
  validation: ['refused', false],
  refused: ['refused', false],
  tooLarge: ['halve', false],
  rateLimit: ['wait', true],
  server: ['unknown', true],
  gateway: ['refused', false],
  notJson: ['unknown', true],
  notContacts: ['unknown', false],
  inconclusive: ['unknown', false],
  tooMuch: ['unknown', false],
  unknownHost: ['reconnect', true],
  unreachable: ['reconnect', true],
  certificate: ['reconnect', false],
  connectionLost: ['unknown', true],
  timeout: ['unknown', true],
  cancelled: ['cancelled', false],
};

describe('the meaning of a failure', () => {
  for (const [reason, [meaning, mayPass]] of Object.entries(table) as [
    FailureReason,
    (typeof table)[FailureReason],
  ][]) {
    it(`${reason}: ${meaning}; a read ${mayPass ? 'is' : 'is not'} tried again`, () => {
      assert.equal(actionAfter({ reason, effect: 'none' }), meaning);
      assert.equal(readMayPass({ reason, effect: 'none' }), mayPass);
    });

    const after = reason === 'redirect' ? 'end' : 'unknown';
    it(`${reason} that may have had an effect: ${after}`, () => {
      assert.equal(actionAfter({ reason, effect: 'unknown' }), after);
    });
  }

  it('waits as long as it is asked to, up to a quarter of an hour', () => {
    const limited = (retryAfterMs: number) =>
      ({ reason: 'rateLimit', effect: 'none', retryAfterMs }) as const;
    const quarter = 15 * 60_000;
    assert.deepEqual(
      [quarter, quarter + 1].map((ms) => actionAfter(limited(ms))),
      ['wait', 'stop'],
    );
    assert.deepEqual(
      [quarter, quarter + 1].map((ms) => readMayPass(limited(ms))),
      [true, false],
    );
  });

  it("takes a gateway's page for what its status says", () => {
    const gateway = (status: number) => ({ reason: 'gateway', effect: 'none', status }) as const;
    const doubtful = (status: number) => actionAfter({ ...gateway(status), effect: 'unknown' });
    for (const status of [401, 403, 404]) assert.equal(doubtful(status), 'end');
    for (const status of [200, 500, 503]) assert.equal(doubtful(status), 'unknown');
    for (const status of [400, 409, 412, 422]) assert.equal(actionAfter(gateway(status)), 'refused');
    for (const status of [200, 403, 404]) assert.equal(readMayPass(gateway(status)), false);
    for (const status of [500, 502, 503, 504]) assert.equal(readMayPass(gateway(status)), true);
  });
});
