import { l10n } from 'vscode';
import type { Failure } from '../../core/delivery/failure';
import type { Stream } from '../../core/stream/stream';
import { connectionMessages } from './connectionMessages';
import { failureFacts } from './failureFacts';
import type { FailureMessage, FailureMessages } from './failureMessage';
import { refusalMessages } from './refusalMessages';

/** What is said, advised and offered for every reason of the API's error table; a reason left out does not compile. */
const messages: Required<FailureMessages> = { ...refusalMessages, ...connectionMessages };

/**
 * The message for a failure.
 * @param quotes whether it quotes the server where that may help: for dialogs only
 */
export function failureMessage(
  failure: Failure,
  stream: Pick<Stream, 'host' | 'accountId'>,
  quotes = false,
): FailureMessage {
  return messages[failure.reason](failureFacts(failure, stream, Date.now(), quotes));
}

/** A failure in two sentences: what happened, and what to do. Begins with what is known beside it, where that is given. */
export function failureText(message: string, advice: string, known = ''): string {
  if (known !== '') return l10n.t('{0}: {1} {2}', known, message, advice);
  return advice === '' ? message : l10n.t('{0} {1}', message, advice);
}
