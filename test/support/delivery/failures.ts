import { networkFailure } from '../../../src/core/delivery/networkFailure';
import type { Failure } from '../../../src/core/delivery/failure';
import { httpFailure, notContacts } from '../../../src/core/delivery/httpFailure';
import type { HttpAnswer } from '../../../src/core/delivery/transport';
import type { FaultAct } from '../sandbox';
import type { ElsewhereName } from './obstacles';

/** Node's errors for the hosts at which no request arrives. */
const systemErrors: Readonly<Record<ElsewhereName, object>> = {
  closed: { code: 'ECONNREFUSED', syscall: 'connect' },
  nameless: { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
  expired: { code: 'CERT_HAS_EXPIRED' },
};

/** An answer as the transport gives it. */
function answerOf(status: number, body: HttpAnswer['body'], headers: Readonly<Record<string, string>> = {}) {
  return {
    status,
    headers: { get: (name: string) => headers[name] ?? null },
    body,
    receivedBytes: 0,
    waitedMs: 0,
    url: new URL('https://a.example/'),
  };
}

/** The failure that a client makes of an answer with this status and JSON. */
export function failureOfAnswer(
  status: number,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
): Failure {
  const answer = answerOf(status, { kind: 'json', value: body, text: JSON.stringify(body) }, headers);
  return httpFailure(answer, Date.now()) ?? notContacts(answer);
}

/** The failure that a client makes of what goes wrong with an import; it never comes to an end for `hang`. */
export function failureOfAct(act: FaultAct | ElsewhereName): Failure {
  if (typeof act === 'string') return networkFailure(systemErrors[act]);
  switch (act.kind) {
    case 'status': {
      const body = act.body ?? { errors: [{ msg: 'no', code: act.status }] };
      if (!act.html) return failureOfAnswer(act.status, body, act.headers);
      const answer = answerOf(act.status, { kind: 'html' }, act.headers);
      return httpFailure(answer, Date.now()) ?? notContacts(answer);
    }
    case 'echo':
      return failureOfAnswer(400, { errors: [{ msg: 'no' }] });
    case 'notArray':
      return failureOfAnswer(200, { ok: true });
    case 'empty':
    case 'cutShort': {
      const answer = answerOf(200, { kind: 'text', text: '' });
      return httpFailure(answer, Date.now()) ?? notContacts(answer);
    }
    case 'reset':
    case 'resetEarly':
      return networkFailure({ code: 'ECONNRESET', syscall: 'read' });
    case 'hang':
      return { reason: 'timeout', effect: 'unknown' };
  }
}
