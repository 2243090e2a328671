/** Seconds as they are sent: whole, or with a fraction; several headers become one list. */
const seconds = /^\d+(?:\.\d+)?s?$/;
/** Beyond this no Date reaches. */
const lastMs = 8.64e15;

/**
 * The pause that a Retry-After header asks for, in ms from `now`, never negative: seconds or a date (RFC 9110, 10.2.3),
 * of several the longest. `undefined` when there is no header or it says neither.
 * @param now ms since 1970, by the server's clock
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => seconds.test(part)))
    return Math.min(lastMs, Math.max(...parts.map(parseFloat)) * 1000);
  const at = httpDate(text);
  return at === undefined ? undefined : Math.max(0, at - now);
}

/** The longest pause that is made, in ms. Whoever asks for a longer one is not waited for: the import ends. */
export const longestPauseMs = 15 * 60_000;

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d:\d\d/i;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const zone = /(?:[A-Z]|[+-]\d\d:?\d\d)$/;

/**
 * Reads a date of a header in any form that servers write, in ms since 1970: all three of HTTP, `UTC` for `GMT`, ISO 8601.
 * Where no zone is named it is GMT, as HTTP's are. `Date.parse` alone takes nearly anything with a digit in it for a date.
 */
export function httpDate(text: string): number | undefined {
  const isIso = isoTime.test(text);
  if (!isIso && !weekday.test(text)) return undefined;
  const at = Date.parse(zone.test(text) ? text : text + (isIso ? 'Z' : ' GMT'));
  return Number.isNaN(at) ? undefined : at;
}
