/** A time that somebody wrote. */
export interface WrittenTime {
  /** ms since 1970, read as UTC where no zone is named, and as the end of the day where no time is. */
  readonly ms: number;
  readonly hasZone: boolean;
  readonly hasTime: boolean;
}

/** Digits of a time since 1970, by how many ms one of them is: seconds to nanoseconds of the years 2001 to 2286. */
const epochUnits: ReadonlyMap<number, number> = new Map([
  [10, 1_000],
  [13, 1],
  [16, 1e-3],
  [19, 1e-6],
]);

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(?<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const days = [
  '(?<y>\\d{4})(?<sign>[-/.])(?<m>\\d{1,2})\\k<sign>(?<d>\\d{1,2})',
  '(?<a>\\d{1,2})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<y>\\d{4})',
  `(?:[a-z]{3,9},? )?${month} (?<d>\\d{1,2}),? (?<y>\\d{4})`,
  `(?:[a-z]{3,9},? )?(?<d>\\d{1,2})[ -]${month}[ -](?<y>\\d{4})`,
];
const clock =
  '(?<h>\\d{1,2}):(?<min>\\d\\d)(?::(?<s>\\d\\d)(?:[.,](?<fraction>\\d+))?)?(?: ?(?<half>am|pm|a\\.m\\.|p\\.m\\.))?';
/** Other names of zones, such as IST, stand for several: as if none were named. */
const zone = '(?<zone>z|(?:utc|gmt)?(?<offset>[+-]\\d\\d?(?::?\\d\\d)?)|utc|gmt|[a-z]{2,5})';
const forms = days.map((day) => new RegExp(`^${day}(?:(?:t|,? )${clock}(?: ?${zone})?)?$`, 'i'));
/** What is written behind a zone: `(Coordinated Universal Time)`, `[Europe/Berlin]`. */
const zoneName = / ?(?:\([^()]*\)|\[[^[\]]*\])$/;
const longest = 100;
/** Of `2026-01-15T12:00:00.000Z`. */
const isoLength = 24;

/**
 * The times that a text may stand for: none when it is no time, two where day and month may be either way round.
 * Read are ISO 8601, days first, months first or named, with AM and PM, and numbers since 1970.
 */
export function readTimes(written: string): readonly WrittenTime[] {
  if (written.length > longest) return [];
  const iso = written.length === isoLength ? Date.parse(written) : NaN;
  // Where it is written back as it came, there is no other reading, and the forms take a kilobyte for each.
  if (!Number.isNaN(iso) && new Date(iso).toISOString() === written)
    return [{ ms: iso, hasZone: true, hasTime: true }];
  const text = written.replace(/\s+/g, ' ').trim().replace(zoneName, '');
  const number = /^(\d+)(?:\.\d+)?$/.exec(text);
  if (number) {
    const unit = epochUnits.get(number[1]?.length ?? 0);
    return unit === undefined ? [] : [{ ms: Number(text) * unit, hasZone: true, hasTime: true }];
  }
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups) return timesOf(groups);
  }
  return [];
}

type Groups = Readonly<Record<string, string | undefined>>;

function timesOf(found: Groups): readonly WrittenTime[] {
  const { y, m, d, a, b, name } = found;
  const named = monthNames.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1;
  const pairs = a === undefined ? [[named === 0 ? m : named, d]] : [...(a === b ? [] : [[a, b]]), [b, a]];
  const clockMs = timeOfDay(found);
  if (clockMs === undefined) return [];
  return pairs.flatMap(([monthOfYear, dayOfMonth]) => {
    const ms = dayStart(Number(y), Number(monthOfYear), Number(dayOfMonth));
    return ms === undefined ? [] : [{ ...clockMs, ms: ms + clockMs.ms }];
  });
}

function dayStart(year: number, monthOfYear: number, day: number): number | undefined {
  const date = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for others.
  date.setUTCFullYear(year, monthOfYear - 1, day);
  const isDay = date.getUTCMonth() === monthOfYear - 1 && date.getUTCDate() === day;
  return isDay ? date.getTime() : undefined;
}

const dayMs = 24 * 3_600_000;

/** What is to be added to the start of the day; `undefined` where there is no such time. */
function timeOfDay({ h, min, s = '0', fraction = '', half, zone: named, offset }: Groups) {
  if (h === undefined) return { ms: dayMs, hasZone: false, hasTime: false };
  const hour = Number(h);
  const isHalf = half !== undefined;
  if (isHalf ? hour < 1 || hour > 12 : hour > 24) return undefined;
  if (Number(min) > 59 || Number(s) > 60) return undefined;
  const hours = isHalf ? (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0) : hour;
  const ms = hours * 3_600_000 + Number(min) * 60_000 + Number(`${s}.${fraction}`) * 1_000;
  const hasZone = offset !== undefined || /^(?:z|utc|gmt)$/i.test(named ?? '');
  return { ms: ms - offsetMs(offset), hasZone, hasTime: true };
}

function offsetMs(offset = '+00'): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d?):?(\d\d)?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
