import assert from 'node:assert/strict';
import type { ImportEnd } from '../../../../../src/core/delivery';
import { passTimeUntil, stopClock } from '../../../../support/delivery/clock';
import { failureOfAct } from '../../../../support/delivery/failures';
import { assertClaimsAreTrue } from '../../../../support/delivery/model/claimsAreTrue';
import { ModelImport } from '../../../../support/delivery/model/modelImport';
import { ModelStream, wellBehaved, type ModelFate } from '../../../../support/delivery/model/modelStream';
import { settleModel } from '../../../../support/delivery/model/settle';
import { obstacles } from '../../../../support/delivery/obstacles';
import { rowsOf } from '../../../../support/delivery/rows';
import { isLong } from '../../../../support/long';

/** For how long the stream works on after the client has its answer, in s. */
const worksOn = isLong ? [0, 20, 40, 60, 80, 100, 120] : [0, 60, 120];

/** One import whose middle request meets an obstacle, and what a user can do about it at once. */
async function play(fate: ModelFate): Promise<ModelImport> {
  const clock = stopClock();
  try {
    const stream = new ModelStream({}, (request) => (request === 1 ? fate : wellBehaved));
    const own = new ModelImport(rowsOf(12), stream, { batchRows: 4 });
    const end = (work: Promise<ImportEnd>) => passTimeUntil(clock, work);
    await end(own.send());
    assertClaimsAreTrue(own.claims, stream);
    await settleModel(own, end);
    await passTimeUntil(clock, stream.quiet());
    assertClaimsAreTrue(own.claims, stream);
    return own;
  } finally {
    clock.uninstall();
  }
}

describe('the fault matrix of a stream that works on after its answer', () => {
  for (const { name, act, when, meaning } of obstacles) {
    for (const moment of when) {
      it(`${name}, ${moment} it is processed: ${meaning}`, async () => {
        for (const seconds of moment === 'after' ? worksOn : [0]) {
          for (const isAtOnce of [true, false]) {
            for (const insteadAfterMs of [100, 30_000]) {
              const instead = typeof act === 'object' && act.kind === 'hang' ? 'nothing' : failureOfAct(act);
              const seenAfter = instead === 'nothing' ? 120_000 : insteadAfterMs;
              const own = await play({
                instead,
                isProcessed: moment === 'after',
                insteadAfterMs,
                workMs: seenAfter + seconds * 1_000,
                isAtOnce,
              });
              const left = own.claims.outcomes.filter((outcome) => !/created|present/.test(outcome));
              assert.deepEqual(left, [], `${seconds} s, ${isAtOnce ? 'at once' : 'one by one'}`);
            }
          }
        }
      });
    }
  }
});
