import type { Lane, Lanes, StreamClient } from '../../core/delivery/index';
import type { Settings } from '../settings';
import type { Target } from '../streams/listed';
import { UserError } from '../commands/run';
import { l10n } from 'vscode';
import { loadDelivery } from './load';

/** A stream's calls, and the way on which they wait for their turn. */
export interface OpenedClient {
  readonly client: StreamClient;
  readonly lane: Lane;
}

/** Makes a client for a stream; loads the code that talks to the network when it is first called. */
export type OpenClient = (target: Target) => Promise<OpenedClient>;

/** Clients with the time limit, the token's life and the pace that the settings have at that moment. One lane serves all to a host. */
export function clientOpener(
  settings: Pick<Settings, 'timeoutMs' | 'tokenExpiresInSeconds' | 'requestsPerMinute'>,
  userAgent: string,
): OpenClient {
  let lanes: Lanes | undefined;
  return async ({ stream, secret }) => {
    const { Lanes, StreamClient, signingKey } = await loadDelivery();
    const key = signingKey(secret);
    if (key === undefined) {
      throw new UserError(
        l10n.t('The client secret of “{0}” is empty. Set it with “Set Client Secret”.', stream.name),
      );
    }
    const { timeoutMs, tokenExpiresInSeconds: expiresInSeconds, requestsPerMinute } = settings;
    lanes ??= new Lanes();
    return {
      client: new StreamClient({ stream, key }, { timeoutMs, expiresInSeconds, userAgent }),
      lane: lanes.to(stream.host, requestsPerMinute),
    };
  };
}
