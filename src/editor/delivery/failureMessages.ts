import { l10n } from 'vscode';
import type { Failure } from '../../core/delivery/failure';
import type { Stream } from '../../core/stream/stream';
import { connectionMessages } from './connectionMessages';
import { failureFacts, quotedMessage } from './failureFacts';
import type { FailureMessage, FailureMessages } from './failureMessage';
import { refusalMessages } from './refusalMessages';

/** What is said, advised and offered for every reason of the API's error table; a reason left out does not compile. */
const messages: Required<FailureMessages> = { ...refusalMessages, ...connectionMessages };

/** The message for a failure. Without the server's own words; for those see {@link serverMessage}. */
export function failureMessage(failure: Failure, stream: Pick<Stream, 'host' | 'accountId'>): FailureMessage {
  return messages[failure.reason](failureFacts(failure, stream));
}

/** What the server said, quoted, for dialogs only. Empty when it said nothing. */
export function serverMessage(failure: Pick<Failure, 'serverWords'>): string {
  const words = quotedMessage(failure);
  return words === '' ? '' : l10n.t('The answer says: “{0}”.', words);
}
