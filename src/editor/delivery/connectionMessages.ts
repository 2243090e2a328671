import { l10n } from 'vscode';
import type { PlainText } from '../plainText';
import { messageOf, type FailureMessages } from './failureMessage';

/** Reasons that lie between here and Agent Assist, or in an answer that is not its own. */
export const connectionMessages = {
  method: ({ host, quoted }) =>
    messageOf(
      quoted === ''
        ? l10n.t('{0} does not know this call.', host)
        : l10n.t('{0} does not know this call: “{1}”.', host, quoted),
      l10n.t('Check the host: it is another service, or a proxy changes requests.'),
      'editStream',
      'openProxySettings',
    ),
  proxy: ({ status, systemCode }) =>
    messageOf(
      proxyMessage(status, systemCode),
      l10n.t(
        'Put user name and password into the address in the setting http.proxy; extensions do not get http.proxyAuthorization.',
      ),
      'openProxySettings',
    ),
  redirect: ({ host, location }) =>
    messageOf(
      location === undefined
        ? l10n.t('{0} redirects to another address, and the token was not sent there.', host)
        : l10n.t('{0} redirects to {1}, and the token was not sent there.', host, location),
      l10n.t(
        'If you trust that address, make it the stream’s host; it may also be the sign-in page of a network.',
      ),
      'editStream',
    ),
  gateway: () =>
    messageOf(
      l10n.t('A web page came back instead of an answer from Agent Assist.'),
      l10n.t('Check the host: it may be down for maintenance, or a proxy or a sign-in page answers for it.'),
      'editStream',
      'openProxySettings',
    ),
  notJson: ({ host }) =>
    messageOf(
      l10n.t('The answer from {0} is incomplete or cannot be read.', host),
      l10n.t('Check the host and the connection.'),
      'verifyStream',
    ),
  notContacts: ({ host, quoted }) =>
    messageOf(
      quoted === ''
        ? l10n.t('{0} answered, but not with a list of contacts.', host)
        : l10n.t('{0} answered, but not with a list of contacts: “{1}”.', host, quoted),
      l10n.t('Check the host; if it is right, look for an update of this extension.'),
      'verifyStream',
    ),
  inconclusive: ({ host }) =>
    messageOf(
      l10n.t('{0} answered, but does not say what became of the rows.', host),
      l10n.t('Look the rows up on the stream before you send more.'),
      'verifyStream',
    ),
  unknownHost: ({ host }) =>
    messageOf(
      l10n.t('There is no host {0}, or no network.', host),
      l10n.t('Check the host’s spelling, your connection, and your VPN or proxy.'),
      'editStream',
      'openProxySettings',
    ),
  tooMuch: ({ host }) =>
    messageOf(
      l10n.t('The answer from {0} was too large to be read.', host),
      l10n.t('Check the host, and send fewer rows in a request.'),
      'editStream',
    ),
  unreachable: ({ host }) =>
    messageOf(
      l10n.t('{0} cannot be reached.', host),
      l10n.t('Check your connection, and any firewall, VPN or proxy.'),
      'editStream',
      'openProxySettings',
    ),
  certificate: ({ host, systemCode }) =>
    messageOf(
      systemCode === undefined
        ? l10n.t('The certificate of {0} cannot be trusted.', host)
        : l10n.t('The certificate of {0} cannot be trusted ({1}).', host, systemCode),
      l10n.t(
        'Check the host and this computer’s clock; if your company inspects its traffic, install its certificate in the operating system.',
      ),
      'editStream',
      'openProxySettings',
    ),
  connectionLost: ({ host }) =>
    messageOf(
      l10n.t('The connection to {0} was lost.', host),
      l10n.t('Check your connection.'),
      'verifyStream',
    ),
  timeout: ({ host }) =>
    messageOf(
      l10n.t('{0} did not answer in time.', host),
      l10n.t(
        'Check your connection, send fewer rows in a request, or raise agentassistContacts.send.timeoutSeconds.',
      ),
      'verifyStream',
    ),
  // The user knows why: there is nothing to advise, and nothing to look up.
  cancelled: () => ({ message: l10n.t('Cancelled.'), advice: '', actions: [] }),
} as const satisfies FailureMessages;

function proxyMessage(status: number | undefined, systemCode: PlainText | undefined): string {
  if (status !== undefined) return l10n.t('The proxy does not let the request through (status {0}).', status);
  if (systemCode !== undefined) return l10n.t('The proxy cannot be reached ({0}).', systemCode);
  return l10n.t('The proxy cannot be reached.');
}
