import * as vscode from 'vscode';
import type { Stream } from '../../core/stream/stream';
import type { Settings } from '../settings';
import type { SelectedStream, State } from '../state';
import type { ListedStream } from './listed';
import type { SandboxStream } from './sandbox';
import type { SecretOwner, Secrets } from '../secrets';

/**
 * The streams that can be sent to: those of the settings, and the sandbox, which is always there. Which one is
 * selected belongs to the workspace. Secrets that no stream uses any more are deleted here.
 */
export class StreamRegistry implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;

  /** After a change to the streams, to the selection, or after the sandbox started or stopped. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly settings: Settings,
    private readonly state: State,
    private readonly secrets: Secrets,
    private readonly sandbox: SandboxStream,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      settings.onDidChangeStreams(() => this.changed.fire()),
      sandbox.onDidChange(() => this.changed.fire()),
    );
  }

  /** The streams of the settings, in their order; bad entries are left out. */
  get configured(): readonly Stream[] {
    return this.settings.streams.entries.map(({ stream }) => stream);
  }

  /** Every stream that can be chosen, the sandbox last. */
  get list(): readonly ListedStream[] {
    return [...this.configured, this.sandbox.listed];
  }

  /** The stream of that name, the sandbox included. */
  find(name: string): ListedStream | undefined {
    return this.list.find((stream) => stream.name === name);
  }

  /** The stream that is selected in this workspace; `undefined` when none is, or when it is gone. */
  get selected(): ListedStream | undefined {
    const selected = this.state.selectedStream;
    if (selected === undefined) return undefined;
    if (selected.sandbox) return this.sandbox.listed;
    // By name first, since a stream may be edited; then by what it is, since it may be renamed in the settings file.
    const { configured } = this;
    return (
      configured.find(({ name }) => name === selected.name) ??
      configured.find(
        ({ host, streamId, clientId }) =>
          host === selected.host && streamId === selected.streamId && clientId === selected.clientId,
      )
    );
  }

  async select(stream: ListedStream | undefined): Promise<void> {
    await this.state.setSelectedStream(stream && remember(stream));
    this.changed.fire();
  }

  /** Adds a stream to the user's settings. Throws a `UserError` when they cannot be written. */
  async add(stream: Stream): Promise<void> {
    await this.settings.changeStreams((entries) => [...entries, entryOf(stream)]);
  }

  /**
   * Puts a stream in the place of the one of that name, which stays selected if it was. Keys of the entry that are
   * not known here are kept. Adds it when that one is gone. Throws a `UserError` when the settings cannot be written.
   */
  async replace(name: string, stream: Stream): Promise<void> {
    const old = this.entry(name);
    if (old === undefined) {
      await this.add(stream);
      return;
    }
    const wasSelected = this.selected?.name === name;
    await this.settings.changeStreams((entries) =>
      entries.map((entry, index) => (index === old.index ? merge(entry, stream) : entry)),
    );
    if (wasSelected) await this.select(stream);
    await this.deleteUnusedSecret(old.stream);
  }

  /** Removes the stream of that name, and its client secret unless another stream shares it. */
  async remove(name: string): Promise<void> {
    const old = this.entry(name);
    if (old === undefined) return;
    const wasSelected = this.selected?.name === name;
    await this.settings.changeStreams((entries) => entries.filter((_, index) => index !== old.index));
    if (wasSelected) await this.select(undefined);
    await this.deleteUnusedSecret(old.stream);
  }

  /** The streams that use the client secret of this one, without those of that name. */
  sharing(owner: SecretOwner, except?: string): readonly Stream[] {
    return this.configured.filter(
      ({ name, host, clientId }) => name !== except && host === owner.host && clientId === owner.clientId,
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private entry(name: string) {
    return this.settings.streams.entries.find(({ stream }) => stream.name === name);
  }

  private async deleteUnusedSecret(owner: SecretOwner): Promise<void> {
    if (this.sharing(owner).length === 0) await this.secrets.delete(owner);
  }
}

function remember(stream: ListedStream): SelectedStream {
  const { name, host } = stream;
  if (stream.sandbox || host === undefined) return { name, sandbox: true };
  return { name, host, streamId: stream.streamId, clientId: stream.clientId };
}

/** A stream as it is written in the settings: nothing but what the user gave. */
function entryOf({
  name,
  host,
  streamId,
  clientId,
  accountId,
  subject,
  claims,
  ...rest
}: Stream): Record<string, unknown> {
  return {
    name,
    host,
    streamId,
    clientId,
    ...(accountId !== undefined && { accountId }),
    ...(subject !== undefined && { subject }),
    ...(claims !== undefined && { claims }),
    ...(rest.protected && { protected: true }),
  };
}

function merge(entry: unknown, stream: Stream): Record<string, unknown> {
  const kept = typeof entry === 'object' && entry !== null ? Object.entries(entry) : [];
  const optional = ['accountId', 'subject', 'claims', 'protected'];
  return { ...Object.fromEntries(kept.filter(([key]) => !optional.includes(key))), ...entryOf(stream) };
}
