import type { StreamClient } from '../../core/delivery/index';
import type { Settings } from '../settings';
import type { Target } from '../streams/listed';
import { UserError } from '../commands/run';
import { l10n } from 'vscode';

/** Makes a client for a stream; loads the code that talks to the network when it is first called. */
export type OpenClient = (target: Target) => Promise<StreamClient>;

/** Clients with the time limit and the token's life that the settings have at that moment. */
export function clientOpener(
  settings: Pick<Settings, 'timeoutMs' | 'tokenExpiresInSeconds'>,
  userAgent: string,
): OpenClient {
  return async ({ stream, secret }) => {
    const { StreamClient, signingKey } = await import('../../core/delivery/index');
    const key = signingKey(secret);
    if (key === undefined) {
      throw new UserError(
        l10n.t('The client secret of “{0}” is empty. Set it with “Set Client Secret”.', stream.name),
      );
    }
    const { timeoutMs, tokenExpiresInSeconds: expiresInSeconds } = settings;
    return new StreamClient({ stream, key }, { timeoutMs, expiresInSeconds, userAgent });
  };
}
