import type { Exchange, Failure } from '../../core/delivery/failure';
import type { Log } from '../log';

/**
 * Writes one line about a call: counts, sizes, status, times and the server's request id. Takes from a failure what
 * is a code of ours or of the system, never the server's words: they may hold names and numbers.
 */
export function logExchange(log: Pick<Log, 'info' | 'warn'>, exchange: Exchange, failure?: Failure): void {
  const { method, url, status, sentBytes, receivedBytes, ms, requestId } = exchange;
  const parts = [
    `${method} ${url}`,
    status === undefined ? 'no answer' : `status ${status}`,
    `sent ${sentBytes} bytes`,
    `received ${receivedBytes} bytes`,
    `${Math.round(ms)} ms`,
    ...(requestId === undefined ? [] : [`request id ${identifier(requestId)}`]),
  ];
  if (failure === undefined) {
    log.info(parts.join(', '));
    return;
  }
  parts.push(`failed: ${failure.reason}`, `effect ${failure.effect}`);
  if (failure.serverCode !== undefined) parts.push(`code ${identifier(failure.serverCode)}`);
  if (failure.systemCode !== undefined) parts.push(identifier(failure.systemCode));
  if (failure.retryAfterMs !== undefined) parts.push(`retry after ${failure.retryAfterMs} ms`);
  log.warn(parts.join(', '));
}

/** An id or code that the server chose: shown when it looks like one, so that it cannot carry a sentence into the log. */
function identifier(text: string): string {
  return /^[\w.:/+=-]{1,80}$/.test(text) ? text : '(unreadable)';
}
