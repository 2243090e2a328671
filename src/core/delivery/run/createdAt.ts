import type { AskedAt } from '../contactAnswer';
import { httpDate } from '../retryAfter';

/** Two clocks of one server may differ by so much, in ms. */
const graceMs = 5 * 60_000;
/** A time of day without a time zone may be that of any place. */
const zoneGraceMs = 24 * 3_600_000;

const isoTime = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?$/i;
const epoch = /^\d{10}(\d{3})?$/;

/**
 * Whether a contact was made before a request left, by its `createdAt`: `old`, or `new` if not before. `undefined` when
 * that is not told.
 * @param createdAt ISO 8601, an HTTP date, or seconds or milliseconds since 1970
 */
export function ageOf(
  createdAt: string | undefined,
  askedAt: AskedAt | undefined,
): 'new' | 'old' | undefined {
  const time = readTime(createdAt?.trim() ?? '');
  if (time === undefined || askedAt === undefined) return undefined;
  const { ms, hasZone } = time;
  const isOld = ms < askedAt.ms - (hasZone && askedAt.byServer ? graceMs : zoneGraceMs);
  if (isOld) return 'old';
  // By the clock of this machine, which may be days behind, an old contact could seem a new one.
  return askedAt.byServer ? 'new' : undefined;
}

function readTime(text: string): { readonly ms: number; readonly hasZone: boolean } | undefined {
  const found = epoch.exec(text);
  if (found) return { ms: Number(text) * (found[1] === undefined ? 1000 : 1), hasZone: true };
  const byHttp = httpDate(text);
  if (byHttp !== undefined) return { ms: byHttp, hasZone: true };
  const [, day = '', time = '', zone] = isoTime.exec(text) ?? [];
  const ms = Date.parse(`${day}T${time.replace(',', '.')}${zoneOf(zone)}`);
  return Number.isNaN(ms) ? undefined : { ms, hasZone: zone !== undefined };
}

/** As `Date.parse` reads it everywhere: with a colon, and UTC where there is none. */
function zoneOf(zone: string | undefined): string {
  return zone === undefined ? 'Z' : zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
}
