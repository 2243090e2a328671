import assert from 'node:assert/strict';
import type { Failure } from '../../../../src/core/delivery/failure';
import { failureFacts, quotedMessage } from '../../../../src/editor/delivery/failureFacts';

const link = '[Sign in](command:workbench.action.quit)';
const hostile: Failure = {
  reason: 'redirect',
  effect: 'none',
  status: 302,
  retryAfterMs: 29_400,
  location: link,
  systemCode: link,
  serverCode: link,
  serverWords: link,
};

describe('facts of a failure', () => {
  it('hold no link of the server’s, whichever word it hides in', () => {
    const facts = failureFacts(hostile, { host: link }, 0, true);
    const words = Object.values<unknown>({ ...facts }).filter((value) => typeof value === 'string');
    // Host, location, system code and the server's words: none of them is left out here without being defused.
    assert.deepEqual(
      words,
      Array.from({ length: 4 }, () => '[Sign in] (command:workbench.action.quit)'),
    );
  });

  it('name the time until which to wait, but none beyond a year', () => {
    const { resumeAt } = failureFacts({ ...hostile, retryAfterMs: 3_600_000 }, { host: '' }, 0);
    assert.deepEqual(resumeAt, new Date(3_600_000));
    for (const retryAfterMs of [366 * 86_400_000, 8.64e15])
      assert.equal(failureFacts({ ...hostile, retryAfterMs }, { host: '' }).resumeAt, undefined);
  });

  it('are all that a message needs, waits in whole seconds', () => {
    assert.deepEqual(
      failureFacts({ ...hostile, location: 'https://b.example' }, { host: 'https://a.example' }),
      {
        host: 'https://a.example',
        hasAccountId: false,
        status: 302,
        waitSeconds: 30,
        resumeAt: undefined,
        location: 'https://b.example',
        systemCode: '[Sign in] (command:workbench.action.quit)',
        quoted: '',
      },
    );
    assert.deepEqual(failureFacts({ reason: 'server', effect: 'none' }, { host: '', accountId: 'a1' }), {
      host: '',
      hasAccountId: true,
      status: undefined,
      waitSeconds: undefined,
      resumeAt: undefined,
      location: undefined,
      systemCode: undefined,
      quoted: '',
    });
  });

  it('hold the time at which to resume where seconds would have to be reckoned', () => {
    const at = (minutes: number) =>
      failureFacts(
        { reason: 'rateLimit', effect: 'none', retryAfterMs: minutes * 60_000 },
        { host: '' },
        1_000,
      ).resumeAt;
    assert.equal(at(2), undefined);
    assert.deepEqual(at(16), new Date(1_000 + 16 * 60_000));
  });

  it('quote the server on one line, and cut', () => {
    assert.equal(quotedMessage({}), '');
    assert.equal(quotedMessage({ serverWords: ' \n' }), '');
    assert.equal(quotedMessage({ serverWords: ' a\r\n\u202eb ' }), 'a b');
    assert.equal(quotedMessage({ serverWords: 'x'.repeat(5000) }).length, 200);
  });
});
