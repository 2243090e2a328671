import { env } from 'vscode';
import { formatMessage, isLanguage, type MessageValues } from '../protocol/messageFormat';

/**
 * A sentence with a count, in the plural form of VS Code's language:
 * `counted(l10n.t('{count, plural, one {# row is} other {# rows are}} sent to {stream}.'), { count, stream })`.
 * The message is whole, so that a translation has all of its language's forms to itself.
 */
export function counted(message: string, values: MessageValues): string {
  return formatMessage(message, values, env.language);
}

/** A number as VS Code's language writes it: "1,998". */
export function shownNumber(value: number): string {
  return formatMessage('{value, number}', { value }, env.language);
}

/** A share of one as VS Code's language writes it: "42%". */
export function shownPercent(share: number): string {
  return formatMessage('{share, number, percent}', { share }, env.language);
}

/** Things side by side, as VS Code's language lists them: "1,998 created, 2 not returned". */
export function listed(items: Iterable<string>): string {
  return new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(items);
}

/** Things in a sentence, as VS Code's language counts them up: "“Notes”, “Fax”, and 3 more". */
export function enumerated(items: Iterable<string>): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(items);
}

/** Day and hour as VS Code's language writes them: "Nov 29, 2026, 4:15 PM". */
export function shownMoment(at: Date): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The hour, and the day too where it is not today: "1:20 PM". */
export function shownTime(at: Date): string {
  const isToday = at.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(language(), { ...day, timeStyle: 'short' }).format(at);
}

function language(): string {
  return isLanguage(env.language) ? env.language : 'en';
}
