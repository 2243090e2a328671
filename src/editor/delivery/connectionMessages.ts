import { l10n } from 'vscode';
import type { PlainText } from '../plainText';
import { messageOf, type FailureMessages } from './failureMessage';

/** Reasons that lie between here and Agent Assist, or in an answer that is not its own. */
export const connectionMessages = {
  method: ({ host }) =>
    messageOf(
      l10n.t('{0} does not know this call.', host),
      l10n.t('Check the host: it is another service, or a proxy in between changes requests.'),
      'editStream',
      'openProxySettings',
    ),
  proxy: ({ status, systemCode }) =>
    messageOf(
      proxyMessage(status, systemCode),
      l10n.t(
        'Check the setting http.proxy: its address takes a user name and password. VS Code does not give http.proxyAuthorization to extensions.',
      ),
      'openProxySettings',
    ),
  redirect: ({ host, location }) =>
    messageOf(
      location === undefined
        ? l10n.t('{0} points to another address.', host)
        : l10n.t('{0} points to {1}.', host, location),
      l10n.t(
        'It was not followed, for the token would go along. If you trust that address, make it the host of the stream. It can also be the sign-in page of a network.',
      ),
      'editStream',
    ),
  gateway: () =>
    messageOf(
      l10n.t('A web page came back instead of an answer of Agent Assist.'),
      l10n.t(
        'Check the host. It may be down for maintenance, or a proxy or the sign-in page of a network is in between.',
      ),
      'editStream',
      'openProxySettings',
    ),
  notJson: ({ host }) =>
    messageOf(
      l10n.t('The answer of {0} is incomplete or cannot be read.', host),
      l10n.t('Check the host and the connection.'),
      'verifyStream',
    ),
  notContacts: ({ host }) =>
    messageOf(
      l10n.t('{0} answered, but not with a list of contacts.', host),
      l10n.t(
        'Check the host. If it is right, the service may have changed: look for an update of this extension.',
      ),
      'verifyStream',
    ),
  inconclusive: ({ host }) =>
    messageOf(
      l10n.t('{0} answered, but does not say what became of the rows.', host),
      l10n.t('Look for them on the stream before you send more.'),
      'verifyStream',
    ),
  unknownHost: ({ host }) =>
    messageOf(
      l10n.t('There is no host {0}, or there is no network.', host),
      l10n.t('Check the spelling of the host, your connection and, if you need one, the VPN or proxy.'),
      'editStream',
      'openProxySettings',
    ),
  tooMuch: ({ host }) =>
    messageOf(
      l10n.t('The answer of {0} was too large and was not read to its end.', host),
      l10n.t('Check the host, and send fewer rows at a time.'),
      'editStream',
    ),
  unreachable: ({ host }) =>
    messageOf(
      l10n.t('{0} cannot be reached.', host),
      l10n.t('Check your connection, and whether a firewall, VPN or proxy is in between.'),
      'editStream',
      'openProxySettings',
    ),
  certificate: ({ host, systemCode }) =>
    messageOf(
      systemCode === undefined
        ? l10n.t('The certificate of {0} cannot be trusted.', host)
        : l10n.t('The certificate of {0} cannot be trusted ({1}).', host, systemCode),
      l10n.t(
        'Check the host and the clock of this computer. If your company inspects its traffic, its certificate must be installed in the operating system. The check cannot be turned off.',
      ),
      'editStream',
      'openProxySettings',
    ),
  connectionLost: ({ host }) =>
    messageOf(
      l10n.t('The connection to {0} broke off.', host),
      l10n.t('Check your connection.'),
      'verifyStream',
    ),
  timeout: ({ host }) =>
    messageOf(
      l10n.t('{0} did not answer in time.', host),
      l10n.t(
        'Check your connection, send fewer rows at a time, or raise the setting agentassistContacts.send.timeoutSeconds.',
      ),
      'verifyStream',
    ),
  // The user knows why: there is nothing to advise, and nothing to look up.
  cancelled: () => ({ message: l10n.t('Cancelled.'), advice: '', actions: [] }),
} as const satisfies FailureMessages;

function proxyMessage(status: number | undefined, systemCode: PlainText | undefined): string {
  if (status !== undefined) return l10n.t('The proxy does not let the request through, status {0}.', status);
  if (systemCode !== undefined) return l10n.t('The proxy cannot be reached ({0}).', systemCode);
  return l10n.t('The proxy cannot be reached.');
}
