import type { Failure } from '../../core/delivery/failure';
import type { Stream } from '../../core/stream/stream';
import { plainText, type PlainText } from '../plainText';

/** As much of a failure as its message may show, every word of foreign origin made harmless. */
export interface FailureFacts {
  readonly host: PlainText;
  readonly hasAccountId: boolean;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** How long the server asks to wait, in whole seconds, rounded up. */
  readonly waitSeconds: number | undefined;
  /** Until when that is, where seconds would have to be reckoned; no time beyond a year is told, nor is there one for any number. */
  readonly resumeAt: Date | undefined;
  /** Where a redirect points. */
  readonly location: PlainText | undefined;
  /** Node's or OpenSSL's error code. */
  readonly systemCode: PlainText | undefined;
  /** What the server said, as {@link quotedMessage} gives it; empty unless it is to be quoted. */
  readonly quoted: PlainText | '';
}

/** A longer wait is told by the hour at which it ends. */
const longestInSecondsMs = 120_000;
export const yearMs = 365 * 86_400_000;

/**
 * The facts of a failed call to that stream.
 * @param quotes whether the server's own words are among them: for dialogs only, since they may hold names and numbers
 */
export function failureFacts(
  failure: Failure,
  { host, accountId }: Pick<Stream, 'host' | 'accountId'>,
  now = Date.now(),
  quotes = false,
): FailureFacts {
  const { status, retryAfterMs: asked, location, systemCode } = failure;
  const retryAfterMs = asked ?? 0;
  return {
    host: plainText(host),
    hasAccountId: accountId !== undefined,
    status,
    waitSeconds: asked === undefined ? undefined : Math.ceil(retryAfterMs / 1000),
    resumeAt:
      retryAfterMs > longestInSecondsMs && retryAfterMs <= yearMs ? new Date(now + retryAfterMs) : undefined,
    location: location === undefined ? undefined : plainText(location),
    systemCode: systemCode === undefined ? undefined : plainText(systemCode, 60),
    quoted: quotes ? quotedMessage(failure) : '',
  };
}

/** The server's own words, cut and on one line. Empty without any. */
export function quotedMessage({ serverWords = '' }: Pick<Failure, 'serverWords'>): PlainText {
  return plainText(serverWords, 200);
}
