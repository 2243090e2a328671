import * as vscode from 'vscode';
import { askSecret } from './askSecret';
import type { FindValues } from './findValues';
import type { ListedStream, StreamWithSecret } from './listed';
import { addStreamChoice, pickStream } from './picker';
import type { StreamRegistry } from './registry';
import type { SandboxStream } from './sandbox';
import type { Secrets } from '../secrets';
import type { StreamWizard } from './wizard';

/** From "somewhere" to a stream and a secret that can be used: what every command needs before it talks to a stream. */
export class Targets {
  constructor(
    private readonly registry: StreamRegistry,
    private readonly secrets: Secrets,
    private readonly sandbox: SandboxStream,
    private readonly wizard: StreamWizard,
    private readonly explain: FindValues,
  ) {}

  /**
   * Makes a stream ready: starts the sandbox, or gets the client secret, asking for it when none is stored for this
   * host and client ID. `undefined` when the user gives up. Rejects with Node's error when the sandbox cannot start.
   */
  async resolve(stream: ListedStream): Promise<StreamWithSecret | undefined> {
    if (stream.sandbox) return await this.sandbox.start();
    const stored = await this.secrets.get(stream);
    if (stored !== undefined) return { stream, secret: stored };
    const secret = await askSecret(stream, this.explain);
    if (secret === undefined) return undefined;
    await this.secrets.set(stream, secret);
    return { stream, secret };
  }

  /**
   * Lets the user choose a stream, add one, or try the sandbox, and selects it; the sandbox then starts. A quick pick
   * and no message, since what was asked for waits for the answer. `undefined` when the user gives up.
   */
  async choose(): Promise<ListedStream | undefined> {
    const none = this.registry.configured.length === 0;
    const choice = await pickStream({
      title: vscode.l10n.t('Select Stream'),
      placeholder: none
        ? vscode.l10n.t('No stream is set up yet. Choose the sandbox, or add your stream.')
        : vscode.l10n.t('Choose a stream for your contacts'),
      streams: this.registry.list,
      current: this.registry.selected?.name,
      offersAdd: true,
      ...(none && { sandboxLabel: vscode.l10n.t('Try the Sandbox') }),
    });
    const stream = choice === addStreamChoice ? await this.wizard.add() : choice;
    if (stream === undefined) return undefined;
    await this.registry.select(stream);
    return stream.sandbox ? (await this.sandbox.start()).stream : stream;
  }

  /** The selected stream, or the one that the user then chooses. */
  async selectedOrChosen(): Promise<ListedStream | undefined> {
    return this.registry.selected ?? (await this.choose());
  }
}
