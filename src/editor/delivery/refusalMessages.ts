import { l10n } from 'vscode';
import { join } from '../plainText';
import { yearMs, type FailureFacts } from './failureFacts';
import { messageOf, type FailureMessages } from './failureMessage';

/** Reasons for which Agent Assist itself, or what seems to be it, did not do what it was asked. */
export const refusalMessages = {
  credentials: ({ host }) =>
    messageOf(
      l10n.t('{0} does not accept the credentials.', host),
      l10n.t(
        'Compare client ID, client secret and stream ID with those in Agent Assist, which does not say which of them is wrong. A proxy that strips the header “auth” from requests leads to the same answer.',
      ),
      'setClientSecret',
      'editStream',
    ),
  token: ({ host }) =>
    messageOf(
      l10n.t('{0} does not accept the token.', host),
      l10n.t(
        'Set the client secret again and check the clock of this computer. If the app in Agent Assist enforces JWE encryption, turn that off: it is not supported here.',
      ),
      'setClientSecret',
    ),
  scope: () =>
    messageOf(
      l10n.t('The app is not allowed to manage contacts.'),
      l10n.t(
        'In App Settings > Dev Tools > API Scopes, tick “Configuration” (newer versions: in the group “Contact Center”) for this app, save and publish it. App and stream must belong to the same account.',
      ),
      'verifyStream',
    ),
  unauthorized: ({ host, status = 401, ...facts }) =>
    messageOf(
      l10n.t('{0} refuses access, status {1}.', host, status),
      join(
        l10n.t('Check client ID, client secret and the API scope of the app in Agent Assist.'),
        accountAdvice(facts),
      ),
      'setClientSecret',
      'editStream',
    ),
  notFound: ({ host }) =>
    messageOf(
      l10n.t('{0} has no such stream, or is not Agent Assist.', host),
      l10n.t('Check host and stream ID.'),
      'editStream',
    ),
  csvFormat: () =>
    messageOf(
      l10n.t('The stream could not read the file.'),
      l10n.t('Correct what the Problems view shows, save the file as UTF-8 with commas, and send it again.'),
    ),
  validation: (facts) =>
    messageOf(
      l10n.t('The stream does not accept what was sent.'),
      join(l10n.t('Correct what the stream names, if it names anything.'), accountAdvice(facts)),
      'editStream',
    ),
  refused: (facts) =>
    messageOf(
      l10n.t('The stream refused the request, status {0}.', facts.status ?? 400),
      join(l10n.t('Check the stream with “Verify Stream”.'), accountAdvice(facts)),
      'verifyStream',
    ),
  tooLarge: () =>
    messageOf(
      l10n.t('The file is too large for the stream.'),
      l10n.t('Split it into smaller files and send them one by one.'),
    ),
  rateLimit: ({ waitSeconds = 60, resumeAt }) =>
    messageOf(
      l10n.t('There were too many requests; 60 a minute are allowed for an account.'),
      waitAdvice(waitSeconds, resumeAt),
    ),
  server: ({ host, status, waitSeconds, resumeAt }) =>
    messageOf(
      status === undefined
        ? l10n.t('{0} has a fault of its own.', host)
        : l10n.t('{0} has a fault of its own, status {1}.', host, status),
      waitSeconds === undefined
        ? l10n.t(
            'Wait a few minutes. If it stays so, give the request id from the log to the support of Agent Assist.',
          )
        : waitAdvice(waitSeconds, resumeAt),
      'verifyStream',
    ),
} as const satisfies FailureMessages;

function accountAdvice({ hasAccountId }: Pick<FailureFacts, 'hasAccountId'>): string {
  return hasAccountId
    ? l10n.t('Check the account ID too.')
    : l10n.t('The stream may also demand an account ID: add it with “Edit Stream”.');
}

function waitAdvice(seconds: number, until: Date | undefined): string {
  if (until !== undefined)
    return l10n.t('Wait until {0}, then resume the import or try again.', shownTime(until));
  if (seconds * 1000 > yearMs)
    return l10n.t(
      'The stream asks to wait for more than a year. Resume the import in a few hours, and if it stays so, ask the support of Agent Assist.',
    );
  return seconds <= 1
    ? l10n.t('Wait a second, then try again.')
    : l10n.t('Wait {0} seconds, then try again.', seconds);
}

/** The hour, and the day too where it is another one. */
function shownTime(at: Date): string {
  const isToday = at.toDateString() === new Date().toDateString();
  const hour = at.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
  return isToday ? hour : `${at.toLocaleDateString()}, ${hour}`;
}
