import { l10n } from 'vscode';
import type { Failure } from '../../core/delivery/failure';

/** How far a check of a stream came: `unknown` is what was not reached or is not confirmed. */
export type Verdict = 'works' | 'fails' | 'unknown';

/** The three things that a read of contacts tries, in the order in which they can fail. */
export interface Verification {
  /** The host answers, over a connection that can be trusted. */
  readonly host: Verdict;
  /** Client ID, client secret, stream ID: the server does not tell which. */
  readonly credentials: Verdict;
  /** The app may use the contact calls. */
  readonly scope: Verdict;
}

/** What a failed read of contacts says about host, credentials and scope. Never more than the answer proves. */
export function verificationOf({ reason }: Pick<Failure, 'reason'>): Verification {
  switch (reason) {
    case 'unknownHost':
    case 'unreachable':
    case 'certificate':
    case 'proxy':
    case 'redirect':
    case 'method':
    case 'gateway':
      return { host: 'fails', credentials: 'unknown', scope: 'unknown' };
    case 'credentials':
    case 'token':
    case 'unauthorized':
      return { host: 'works', credentials: 'fails', scope: 'unknown' };
    case 'scope':
      return { host: 'works', credentials: 'works', scope: 'fails' };
    case 'csvFormat':
    case 'validation':
    case 'refused':
    case 'tooLarge':
    case 'rateLimit':
      return { host: 'works', credentials: 'unknown', scope: 'unknown' };
    case 'notFound':
    case 'notJson':
    case 'notContacts':
    case 'inconclusive':
    case 'tooMuch':
    case 'server':
    case 'connectionLost':
    case 'timeout':
    case 'cancelled':
      return { host: 'unknown', credentials: 'unknown', scope: 'unknown' };
  }
}

/** A clause: "Host, stream ID and token work; the scope is missing". */
export function verificationMessage({ host, credentials, scope }: Verification): string {
  if (host === 'fails') return l10n.t('Stream ID, token and scope were not checked');
  if (host === 'unknown') return l10n.t('Host, stream ID, token and scope are not confirmed');
  if (credentials === 'fails')
    return l10n.t('The host works, but the stream ID or token does not; the scope was not checked');
  if (credentials === 'unknown')
    return l10n.t('The host works; stream ID, token and scope are not confirmed');
  if (scope === 'fails') return l10n.t('Host, stream ID and token work; the scope is missing');
  return l10n.t('Host, stream ID, token and scope work');
}
