import { env } from 'vscode';
import { formatMessage, type MessageValues } from '../protocol/messageFormat';

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
