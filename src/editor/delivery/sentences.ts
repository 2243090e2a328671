import { l10n } from 'vscode';
import type { Failure } from '../../core/delivery/failure';
import { plainText } from '../plainText';

/** What a message about a failure can offer to do, most helpful first. */
export type FailureAction =
  'setClientSecret' | 'editStream' | 'verifyStream' | 'openProxySettings' | 'openLog';

/** A failure in the user's words. */
export interface FailureWords {
  /** What happened, one sentence. */
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
  readonly actions: readonly FailureAction[];
}

/** What is offered in the end is always the log. */
export function words(message: string, advice: string, ...actions: readonly FailureAction[]): FailureWords {
  return { message, advice, actions: [...actions, 'openLog'] };
}

/** Whether contacts may exist after a failed import. Empty after a read. */
export function effectWords({ effect }: Pick<Failure, 'effect'>, call: 'import' | 'read'): string {
  if (call === 'read') return '';
  return effect === 'none'
    ? l10n.t('No contact was created.')
    : l10n.t(
        'Contacts may have been created all the same: look in Agent Assist before you send the file again.',
      );
}

/** The server's own words, cut and on one line, for dialogs only: they may hold names and numbers. Empty without any. */
export function serverSays({ serverWords = '' }: Pick<Failure, 'serverWords'>): string {
  const text = plainText(serverWords, 200);
  return text === '' ? '' : l10n.t('It says: “{0}”.', text);
}
