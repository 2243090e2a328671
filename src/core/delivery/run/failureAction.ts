import type { Failure, FailureReason } from '../failure';
import { longestPauseMs } from '../retryAfter';

/**
 * What a failed import means for its rows.
 *
 * | meaning | what is known | what follows |
 * |---|---|---|
 * | `halve` | not processed: too large | each half is sent by itself |
 * | `wait` | not processed: too many requests | the same again, after a pause |
 * | `reconnect` | nothing was sent | the same again, a few times, with growing pauses |
 * | `stop` | not processed, and nothing else will be | the import ends |
 * | `refused` | the batch was refused | the next batch; the rows can be looked for |
 * | `unknown` | the rows may have been stored | the stream is asked; they are never sent again by themselves |
 * | `end` | the rows may have been stored, and nothing else would work | the import ends |
 * | `cancelled` | nothing was sent: the user was faster | the import ends |
 */
export type FailureAction =
  'halve' | 'wait' | 'reconnect' | 'stop' | 'refused' | 'unknown' | 'end' | 'cancelled';

/** Statuses after which nothing else would work either, though a gateway has worded them in HTML. */
const hopeless: ReadonlySet<number | undefined> = new Set([401, 403, 404]);

/** Judges a failed import. Whatever may have had an effect is `unknown`, whatever its reason. */
export function actionAfter({ reason, effect, status, retryAfterMs = 0 }: Failure): FailureAction {
  if (effect === 'unknown') {
    const isLast = reason === 'redirect' || (reason === 'gateway' && hopeless.has(status));
    return isLast ? 'end' : 'unknown';
  }
  switch (reason) {
    case 'tooLarge':
      return 'halve';
    case 'rateLimit':
      return retryAfterMs > longestPauseMs ? 'stop' : 'wait';
    case 'unknownHost':
    case 'unreachable':
    case 'certificate':
      return 'reconnect';
    case 'credentials':
    case 'token':
    case 'scope':
    case 'unauthorized':
    case 'notFound':
    case 'method':
    case 'proxy':
    case 'redirect':
      return 'stop';
    case 'gateway':
    case 'csvFormat':
    case 'validation':
    case 'refused':
      return 'refused';
    case 'cancelled':
      return 'cancelled';
    // These always have an unknown effect; were that to change, not to resend is still right.
    case 'server':
    case 'notJson':
    case 'notContacts':
    case 'inconclusive':
    case 'tooMuch':
    case 'connectionLost':
    case 'timeout':
      return 'unknown';
  }
}

/** Failures of a read that may pass by themselves. */
const passing: ReadonlySet<FailureReason> = new Set([
  'rateLimit',
  'unknownHost',
  'unreachable',
  'server',
  'connectionLost',
  'timeout',
  'notJson',
]);

/** Whether a failed read is worth another try; it changes nothing, so nothing speaks against it. */
export function readMayPass({ reason, status = 0, retryAfterMs = 0 }: Failure): boolean {
  if (retryAfterMs > longestPauseMs) return false;
  // A gateway's page with a 5xx says what the same status says in JSON.
  return passing.has(reason) || (reason === 'gateway' && status >= 500);
}
