import type { RequestQueue, RequestQueues, StreamClient } from '../../core/delivery/index';
import type { Settings } from '../settings';
import type { StreamWithSecret } from '../streams/listed';
import { commands, l10n } from 'vscode';
import { fullId } from '../commandIds';
import { loadDelivery } from '../loadDelivery';
import { UserError } from '../errors';
import { plainText } from '../plainText';

/** A stream's calls, and the way on which they wait for their turn. */
export interface OpenedClient {
  readonly client: StreamClient;
  readonly queue: RequestQueue;
}

/** Makes a client for a stream; loads the code that talks to the network when it is first called. */
export type OpenClient = (target: StreamWithSecret) => Promise<OpenedClient>;

/**
 * Clients with the time limit, the token's life and the pace that the settings have at that moment. One queue serves all to
 * a host.
 * @param claimsFolder where windows tell each other that they are at work: the pace is that of all of them
 */
export function clientOpener(
  settings: Pick<Settings, 'timeoutMs' | 'tokenExpiresInSeconds' | 'requestsPerMinute'>,
  userAgent: string,
  claimsFolder: string,
): OpenClient {
  let queues: RequestQueues | undefined;
  return async ({ stream, secret }) => {
    const { Claims, RequestQueues, SharedPace, StreamClient, signingKey } = await loadDelivery();
    const key = signingKey(secret);
    if (key === undefined) {
      throw new UserError(l10n.t('The client secret of “{0}” is empty.', plainText(stream.name)), {
        label: l10n.t('Set Client Secret…'),
        run: () => commands.executeCommand(fullId('setClientSecret'), stream.name),
      });
    }
    const { timeoutMs, tokenExpiresInSeconds: expiresInSeconds, requestsPerMinute } = settings;
    queues ??= new RequestQueues(new SharedPace(claimsFolder, new Claims(claimsFolder)));
    return {
      client: new StreamClient({ stream, key }, { timeoutMs, expiresInSeconds, userAgent }),
      queue: queues.to(stream.host, requestsPerMinute),
    };
  };
}
