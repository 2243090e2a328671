import type { AskedAt } from '../contactAnswer';
import { readTimes } from './writtenTime';

/** Two clocks of one server may differ by so much, in ms. */
const graceMs = 5 * 60_000;
/** A time of day without a time zone may be that of any place. */
const zoneGraceMs = 24 * 3_600_000;
/** Times that programs write for none: 0001, 1601, 1900, 1970. */
const beforeAnyContact = Date.UTC(2001, 0);

/**
 * When a request left: by the `Date` of its answer, a server's being that of its answer, unless that is behind this
 * machine's clock. One of the two is wrong then, and by a gateway's that is behind every older contact would be new.
 * @param started by the clock of this machine
 * @param answered by the server's, if it told
 */
export function askedAt(started: number, answered: number | undefined, waitedMs: number): AskedAt {
  const ms = (answered ?? -Infinity) - waitedMs;
  return ms < started - graceMs ? { ms: started, byServer: false } : { ms, byServer: true };
}

/**
 * Whether a contact was made before a request left, by its `createdAt`: `old`, or `new` if not before; `unreadable` when
 * it is there and cannot be read, or could be read as either. `undefined` when nothing is told.
 */
export function ageOf(
  createdAt: string | undefined,
  askedAt: AskedAt | undefined,
): 'new' | 'old' | 'unreadable' | undefined {
  const text = createdAt?.trim() ?? '';
  if (text === '') return undefined;
  const times = readTimes(text);
  if (times.length === 0 || times.some(({ ms }) => ms < beforeAnyContact)) return 'unreadable';
  if (askedAt === undefined) return undefined;
  const areOld = times.map(
    ({ ms, hasZone }) => ms < askedAt.ms - (hasZone && askedAt.byServer ? graceMs : zoneGraceMs),
  );
  if (!areOld.includes(false)) return 'old';
  if (areOld.includes(true)) return 'unreadable';
  // By the clock of this machine, which may be days behind, an old contact could seem a new one; and a day alone may have begun long before the request.
  return askedAt.byServer && times.every(({ hasTime }) => hasTime) ? 'new' : undefined;
}
