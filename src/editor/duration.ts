import { l10n } from 'vscode';
import { counted } from './counted';

/** Below that nobody waits. */
const shortestMs = 10_000;
/** From here on minutes are told. */
const longestInSecondsMs = 120_000;
/** An estimate is not exact to the second. */
const stepSeconds = 5;

/**
 * How many requests something takes and about how long, as a line of a question: "Requests: 45, about 45 seconds".
 * @param ms at the pace alone; what takes less than 10 s has no time
 */
export function requestsLine(requests: number, ms: number): string {
  if (ms < shortestMs) return counted(l10n.t('Requests: {requests, number}'), { requests });
  if (ms >= longestInSecondsMs) {
    return counted(
      l10n.t('Requests: {requests, number}, about {minutes, plural, one {# minute} other {# minutes}}'),
      { requests, minutes: minutesOf(ms) },
    );
  }
  return counted(
    l10n.t('Requests: {requests, number}, about {seconds, plural, one {# second} other {# seconds}}'),
    { requests, seconds: Math.ceil(ms / 1000 / stepSeconds) * stepSeconds },
  );
}

/** In whole minutes, rather too many than too few. */
export function minutesOf(ms: number): number {
  return Math.ceil(ms / 60_000);
}
