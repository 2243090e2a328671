import assert from 'node:assert/strict';
import { PastRequests } from '../../../../../src/core/delivery/ledger/pastRequests';

const at = '2026-01-15T12:00:10.000Z';
const ended = Date.parse(at);
const iso = (ms: number) => new Date(ms).toISOString();

describe('the requests that a ledger tells of', () => {
  it('knows when rows left that are still open, and forgets those that are settled', () => {
    const past = new PastRequests(9);
    past.send([0, 1, 2, 3], iso(ended - 9_000));
    past.settle([0, 1, 2, 3], ['unknown', 'refused', 'created', 'notReturned'], at, 9_000);
    const request = { startedAt: ended - 9_000, endedAt: ended };
    assert.deepEqual(
      [0, 1, 2, 3].map((place) => past.at(place)),
      [{ request }, { request }, undefined, { request }],
    );
    // One object, by which the rows of a request are known to be of one.
    assert.equal(past.at(0)?.request, past.at(1)?.request);
  });

  it('keeps that of a row that a look found absent, with the time of the look, and forgets one that is there', () => {
    const past = new PastRequests(9);
    past.settle([0, 1], ['unknown', 'unknown'], at, 9_000);
    past.miss([0, 1], iso(ended + 1_000));
    past.miss([0], iso(ended + 2_000));
    past.settle([0], ['absent']);
    past.settle([1], ['present']);
    assert.deepEqual(past.at(0), {
      request: { startedAt: ended - 9_000, endedAt: ended },
      missedAt: ended + 2_000,
    });
    assert.equal(past.at(1), undefined);
  });

  it('takes a request without an end for over with the last sign of life', () => {
    const past = new PastRequests(9);
    past.send([0], iso(ended));
    past.stop(ended + 500);
    assert.deepEqual(past.at(0), { request: { startedAt: ended, endedAt: ended + 500 } });
    // What comes later is not its end.
    past.stop(ended + 90_000);
    assert.equal(past.at(0)?.request.endedAt, ended + 500);
  });

  it('forgets an earlier request of a row that leaves again', () => {
    const past = new PastRequests(9);
    past.settle([0], ['unknown'], at, 1);
    past.settle([0], ['absent']);
    past.send([0], undefined);
    past.settle([0], ['unknown']);
    past.stop(ended + 60_000);
    assert.deepEqual(past.at(0), { request: { endedAt: ended + 60_000 } });
  });

  it('takes those of which nothing is known for over with the last sign of life, and keeps the pending one', () => {
    const past = new PastRequests(9);
    past.send([0], iso(ended));
    past.leaveOpen([1]);
    past.stop(ended + 500);
    assert.deepEqual(past.at(0), { request: { startedAt: ended, endedAt: ended + 500 } });
    assert.deepEqual(past.at(1), { request: { endedAt: ended + 500 } });
  });

  it('takes a time that is none for one that is not known', () => {
    const past = new PastRequests(9);
    past.settle([0], ['unknown'], 'soon', 5);
    past.miss([0], 'later');
    past.stop(NaN);
    assert.deepEqual(past.at(0), { request: { endedAt: Infinity } });
    past.stop(ended);
    assert.deepEqual(past.at(0), { request: { endedAt: ended } });
  });
});
