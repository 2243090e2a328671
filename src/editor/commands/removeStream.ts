import * as vscode from 'vscode';
import { configuredStream } from '../streams/configured';
import type { StreamRegistry } from '../streams/registry';
import type { Handler } from '../commandIds';
import { plainText } from '../plainText';
import { toast } from '../toast';

/** Remove Stream: after a confirmation, together with its client secret unless another stream shares it. */
export const removeStream =
  (registry: StreamRegistry): Handler =>
  async (name) => {
    const stream = await configuredStream(registry, vscode.l10n.t('Remove Stream'), name);
    if (stream === undefined) return;
    const remove = vscode.l10n.t('Remove');
    const [sharing] = registry.sharing(stream, stream.name);
    const detail =
      sharing === undefined
        ? vscode.l10n.t('Its client secret is deleted too. Contacts in Agent Assist are not affected.')
        : vscode.l10n.t(
            'Its client secret is kept: “{0}” uses it too. Contacts in Agent Assist are not affected.',
            plainText(sharing.name),
          );
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Remove stream “{0}” at {1}?', plainText(stream.name), plainText(stream.host)),
      { modal: true, detail },
      remove,
    );
    if (choice !== remove) return;
    await registry.remove(stream.name);
    void toast('information', vscode.l10n.t('Stream “{0}” is removed.', plainText(stream.name)));
  };
