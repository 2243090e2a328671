import type { Exchange, Failure } from '../../core/delivery/failure';
import type { Log } from '../log';

/**
 * Writes one line about a call: counts, sizes, status, times and the server's request id. Takes from a failure what
 * is a code of ours, of the API's documentation or of the system, never the server's words: they may hold names and numbers.
 */
export function logExchange(log: Pick<Log, 'info' | 'warn'>, exchange: Exchange, failure?: Failure): void {
  const { method, url, status, sentBytes, receivedBytes, ms, requestId } = exchange;
  const parts = [
    `${method} ${url}`,
    status === undefined ? 'no answer' : `status ${status}`,
    `sent ${sentBytes} bytes`,
    `received ${receivedBytes} bytes`,
    `${Math.round(ms)} ms`,
    ...(requestId === undefined ? [] : [`request id ${requestId}`]),
  ];
  if (failure === undefined) {
    log.info(parts.join(', '));
    return;
  }
  parts.push(`failed: ${failure.reason}`, `effect ${failure.effect}`);
  if (failure.serverCode !== undefined) parts.push(`code ${knownCode(failure.serverCode)}`);
  if (failure.systemCode !== undefined) parts.push(systemCode(failure.systemCode));
  if (failure.retryAfterMs !== undefined) parts.push(`retry after ${failure.retryAfterMs} ms`);
  log.warn(parts.join(', '));
}

/** The codes that the API documents. Any other is the server's own choice, and could be a number of somebody. */
const documentedCodes: ReadonlySet<string> = new Set(['400', '401', '403', '404', '4002']);

function knownCode(code: string): string {
  return documentedCodes.has(code) ? code : '(not documented)';
}

/** Codes of Node's and OpenSSL's, which are in capitals. */
function systemCode(code: string): string {
  return /^[A-Z][A-Z_]{1,60}$/.test(code) ? code : '(unreadable)';
}
