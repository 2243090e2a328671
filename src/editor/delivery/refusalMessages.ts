import { l10n } from 'vscode';
import { counted, shownTime } from '../counted';
import type { PlainText } from '../plainText';
import { yearMs } from './failureFacts';
import { messageOf, type FailureMessages } from './failureMessage';

/** Reasons for which Agent Assist itself, or what seems to be it, did not do what it was asked. */
export const refusalMessages = {
  credentials: ({ host }) =>
    messageOf(
      l10n.t('Client ID, client secret or stream ID is wrong; Agent Assist does not say which.'),
      l10n.t('The host {0} is fine.', host),
      'setClientSecret',
      'editStream',
    ),
  token: ({ host }) =>
    messageOf(
      l10n.t('{0} does not accept the token.', host),
      l10n.t(
        'Set the client secret again, check this computer’s clock, and turn off JWE encryption if the app enforces it.',
      ),
      'setClientSecret',
    ),
  scope: () =>
    messageOf(
      l10n.t('The app is not allowed to manage contacts.'),
      l10n.t(
        'In App Settings > Dev Tools > API Scopes, tick “Configuration” (in newer versions, under “Contact Center”), save, and publish the app.',
      ),
      'verifyStream',
    ),
  unauthorized: ({ host, hasAccountId, status = 401, quoted }) =>
    messageOf(
      quoted === ''
        ? l10n.t('{0} refuses access (status {1}).', host, status)
        : l10n.t('{0} refuses access (status {1}): “{2}”.', host, status, quoted),
      hasAccountId
        ? l10n.t('Check client ID, client secret, account ID and the app’s API scope.')
        : l10n.t('Check client ID, client secret and the app’s API scope, and add the account ID.'),
      'setClientSecret',
      'editStream',
    ),
  notFound: ({ host, quoted }) =>
    messageOf(
      quoted === ''
        ? l10n.t('{0} has no such stream, or is not Agent Assist.', host)
        : l10n.t('{0} has no such stream, or is not Agent Assist: “{1}”.', host, quoted),
      l10n.t('Check host and stream ID.'),
      'editStream',
    ),
  csvFormat: () =>
    messageOf(
      l10n.t('The stream could not read the file.'),
      l10n.t('Fix what the Problems view shows, save the file as UTF-8 with commas, and send it again.'),
    ),
  validation: ({ hasAccountId, quoted }) =>
    messageOf(
      quoted === ''
        ? l10n.t('The stream does not accept the rows.')
        : l10n.t('The stream does not accept the rows: “{0}”.', quoted),
      hasAccountId
        ? l10n.t('Fix what the stream names, and check the account ID.')
        : l10n.t('Fix what the stream names, and add the account ID: the stream may require it.'),
      'editStream',
    ),
  refused: ({ hasAccountId, status = 400, quoted }) =>
    messageOf(
      quoted === ''
        ? l10n.t('The stream refused the request (status {0}).', status)
        : l10n.t('The stream refused the request (status {0}): “{1}”.', status, quoted),
      hasAccountId
        ? l10n.t('Verify the stream, and check its account ID.')
        : l10n.t('Verify the stream, and add its account ID: it may be required.'),
      'verifyStream',
    ),
  tooLarge: () =>
    messageOf(
      l10n.t('The file is too large for the stream.'),
      l10n.t('Split it into smaller files and send them one by one.'),
    ),
  rateLimit: ({ waitSeconds = 60, resumeAt }) =>
    messageOf(
      l10n.t('Too many requests: an account may make 60 a minute.'),
      waitAdvice(waitSeconds, resumeAt),
    ),
  server: ({ host, status, waitSeconds, resumeAt, quoted }) =>
    messageOf(
      serverMessage(host, status, quoted),
      waitSeconds === undefined
        ? l10n.t(
            'Try again in a few minutes; if that fails, give Agent Assist’s support the request ID from the log.',
          )
        : waitAdvice(waitSeconds, resumeAt),
      'verifyStream',
    ),
} as const satisfies FailureMessages;

function serverMessage(host: PlainText, status: number | undefined, quoted: PlainText | ''): string {
  if (status === undefined) return l10n.t('{0} failed to answer the request.', host);
  return quoted === ''
    ? l10n.t('{0} failed to answer the request (status {1}).', host, status)
    : l10n.t('{0} failed to answer the request (status {1}): “{2}”.', host, status, quoted);
}

function waitAdvice(seconds: number, until: Date | undefined): string {
  if (until !== undefined)
    return l10n.t('Wait until {0}, then resume the import or try again.', shownTime(until));
  if (seconds * 1000 > yearMs)
    return l10n.t('Try again in a few hours, although the stream asks to wait for more than a year.');
  return counted(
    l10n.t('{seconds, plural, one {Wait # second, then try again.} other {Wait # seconds, then try again.}}'),
    { seconds: Math.max(1, seconds) },
  );
}
