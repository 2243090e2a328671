/**
 * The pause that a Retry-After header asks for, in ms from `now`, never negative: seconds or an HTTP date
 * (RFC 9110, 10.2.3). `undefined` when there is no header or it says neither.
 * @param now ms since 1970, by the server's clock
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = httpDate(text);
  return at === undefined ? undefined : Math.max(0, at - now);
}

/** The longest pause that is made, in ms. Whoever asks for a longer one is not waited for: the import ends. */
export const longestPauseMs = 15 * 60_000;

/** Reads an HTTP date, in ms since 1970. `Date.parse` alone takes nearly anything with a digit in it for a date. */
export function httpDate(text: string): number | undefined {
  const at = /^[A-Z][a-z]{2,8}, .* GMT$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : at;
}
