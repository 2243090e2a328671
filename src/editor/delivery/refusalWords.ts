import { l10n } from 'vscode';
import type { Failure } from '../../core/delivery/failure';
import type { Stream } from '../../core/stream/stream';
import { plainText, join } from '../plainText';
import { words, type FailureWords } from './sentences';

/** Reasons for which Agent Assist itself, or what seems to be it, did not do what it was asked. */
export type Refusal =
  | 'credentials'
  | 'token'
  | 'scope'
  | 'unauthorized'
  | 'notFound'
  | 'csvFormat'
  | 'validation'
  | 'refused'
  | 'tooLarge'
  | 'rateLimit'
  | 'server';

/** Words them; every reason has its own next step. */
export function refusalWords(
  reason: Refusal,
  failure: Failure,
  stream: Pick<Stream, 'host' | 'accountId'>,
): FailureWords {
  const host = plainText(stream.host);
  switch (reason) {
    case 'credentials':
      return words(
        l10n.t('{0} does not accept the credentials.', host),
        l10n.t(
          'Compare client ID, client secret and stream ID with those in Agent Assist: the same answer is given whichever of them is wrong.',
        ),
        'setClientSecret',
        'editStream',
      );
    case 'token':
      return words(
        l10n.t('{0} does not accept the token.', host),
        l10n.t(
          'Set the client secret again and check the clock of this computer. If the app in Agent Assist enforces JWE encryption, turn that off: it is not supported here.',
        ),
        'setClientSecret',
      );
    case 'scope':
      return words(
        l10n.t('The app is not allowed to manage contacts.'),
        l10n.t(
          'In Agent Assist, tick the API scope “Configuration” (“Contact Center” in newer versions) for this app, save it and publish. App and stream must belong to the same account.',
        ),
        'verifyStream',
      );
    case 'unauthorized':
      return words(
        l10n.t('{0} refuses access, status {1}.', host, failure.status ?? 401),
        join(
          l10n.t('Check client ID, client secret and the API scope of the app in Agent Assist.'),
          accountAdvice(stream),
        ),
        'setClientSecret',
        'editStream',
      );
    case 'notFound':
      return words(
        l10n.t('{0} has no such stream, or is not Agent Assist.', host),
        l10n.t('Check host and stream ID.'),
        'editStream',
      );
    case 'csvFormat':
      return words(
        l10n.t('The stream could not read the file.'),
        l10n.t(
          'Correct what the Problems view shows, save the file as UTF-8 with commas, and send it again.',
        ),
      );
    case 'validation':
      return words(
        l10n.t('The stream does not accept what was sent.'),
        join(l10n.t('Correct what the stream names, if it names anything.'), accountAdvice(stream)),
        'editStream',
      );
    case 'refused':
      return words(
        l10n.t('The stream refused the request, status {0}.', failure.status ?? 400),
        join(l10n.t('Check the stream with “Verify Stream”.'), accountAdvice(stream)),
        'verifyStream',
      );
    case 'tooLarge':
      return words(
        l10n.t('The file is too large for the stream.'),
        l10n.t('Split it into smaller files and send them one by one.'),
      );
    case 'rateLimit':
      return words(
        l10n.t('There were too many requests; 60 a minute are allowed for an account.'),
        waitAdvice(failure.retryAfterMs ?? 60_000),
      );
    case 'server':
      return words(
        failure.status === undefined
          ? l10n.t('{0} has a fault of its own.', host)
          : l10n.t('{0} has a fault of its own, status {1}.', host, failure.status),
        failure.retryAfterMs === undefined
          ? l10n.t(
              'Wait a few minutes. If it stays so, give the request id from the log to the support of Agent Assist.',
            )
          : waitAdvice(failure.retryAfterMs),
        'verifyStream',
      );
  }
}

function accountAdvice({ accountId }: Pick<Stream, 'accountId'>): string {
  return accountId === undefined
    ? l10n.t('The stream may also demand an account ID: add it with “Edit Stream”.')
    : l10n.t('Check the account ID too.');
}

function waitAdvice(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds <= 1
    ? l10n.t('Wait a second, then try again.')
    : l10n.t('Wait {0} seconds, then try again.', seconds);
}
