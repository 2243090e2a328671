import * as vscode from 'vscode';
import type { Settings } from '../settings';
import type { ReadonlyDocuments } from '../readonlyDocuments';
import type { ListedStream } from '../streams/listed';
import type { StreamRegistry } from '../streams/registry';
import type { SandboxStream } from '../streams/sandbox';
import type { Targets } from '../streams/targets';
import type { Handler } from '../commandIds';
import { plainText } from '../plainText';

/**
 * Show Token Claims: header and payload of a token as it would be sent now, in a read-only document. The client secret
 * is not needed for it, and no token is signed. Takes the stream of that name, else the selected one, else asks.
 */
export const showTokenClaims =
  (
    registry: StreamRegistry,
    targets: Targets,
    sandbox: SandboxStream,
    settings: Pick<Settings, 'tokenExpiresInSeconds'>,
    documents: ReadonlyDocuments,
  ): Handler =>
  async (name) => {
    const named = typeof name === 'string' ? registry.find(name) : undefined;
    const chosen = named ?? (await targets.selectedOrChosen());
    if (chosen === undefined) return;
    const stream = await awake(chosen, sandbox);
    const { describeToken, systemPorts, tokenRequest } = await import('../../core/delivery/index');
    const claims = describeToken(tokenRequest(stream, settings.tokenExpiresInSeconds), systemPorts);
    const title = vscode.l10n.t('Token Claims of {0}', plainText(stream.name));
    await documents.show(`${title}.json`, `${JSON.stringify(claims, null, 2)}\n`);
  };

async function awake(stream: ListedStream, sandbox: SandboxStream) {
  return stream.host === undefined ? (await sandbox.start()).stream : stream;
}
