import * as vscode from 'vscode';
import { configuredStream } from '../streams/configured';
import type { StreamRegistry } from '../streams/registry';
import type { Secrets } from '../secrets';
import { enumerated } from '../counted';
import { plainText } from '../plainText';
import type { Handler } from '../commandIds';
import { toast } from '../toast';

/** Delete Client Secret: the stream stays, and asks for its secret when it is next used. May be given a stream's name. */
export const deleteClientSecret =
  (registry: StreamRegistry, secrets: Secrets): Handler =>
  async (name) => {
    const stream = await configuredStream(registry, vscode.l10n.t('Delete Client Secret'), name);
    if (stream === undefined) return;
    await secrets.delete(stream);
    const names = registry.sharing(stream).map((sharing) => `“${plainText(sharing.name)}”`);
    await toast('information', vscode.l10n.t('The client secret of {0} is deleted.', enumerated(names)));
  };
