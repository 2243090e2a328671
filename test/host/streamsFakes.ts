import * as vscode from 'vscode';
import type { Stream } from '../../src/core/stream/stream';
import { Settings } from '../../src/editor/settings';
import { State, type StateStorage } from '../../src/editor/state';
import { StreamRegistry } from '../../src/editor/streams/registry';
import { SandboxStream, type RunningSandbox } from '../../src/editor/streams/sandbox';
import { Secrets } from '../../src/editor/secrets';
import { Targets } from '../../src/editor/streams/targets';
import { StreamWizard } from '../../src/editor/streams/wizard';
import { MemoryLog } from '../support/memoryLog';

/** A stream as a user would have it. */
export const support: Stream = {
  name: 'Support',
  host: 'https://assist.example.com',
  streamId: 'st-733b03fb-667c-58d4-89ab-9d13f63f0123',
  clientId: 'cs-733b03fb-667c-58d4-89ab-9d13f63f0123',
};

/** State that ends with the test. */
class MemoryState implements StateStorage {
  private readonly values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.values.get(key);
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}

/** Secrets that end with the test. */
class MemorySecretStorage implements vscode.SecretStorage {
  readonly values = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly onDidChange = this.changed.event;

  keys(): Promise<string[]> {
    return Promise.resolve([...this.values.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.values.get(key));
  }

  store(key: string, value: string): Promise<void> {
    this.values.set(key, value);
    this.changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.values.delete(key);
    this.changed.fire({ key });
    return Promise.resolve();
  }
}

/** Sandboxes without a server; counts how many were started and are running. */
export class FakeSandboxes {
  started = 0;
  running = 0;
  /** Makes the next start fail. */
  failNext = false;

  readonly start = async (): Promise<RunningSandbox> => {
    await Promise.resolve();
    if (this.failNext) {
      this.failNext = false;
      throw new Error('no port');
    }
    this.started += 1;
    this.running += 1;
    return {
      host: `http://127.0.0.1:${40_000 + this.started}`,
      streamId: 'st-1',
      clientId: 'cs-1',
      clientSecret: `secret-${this.started}`,
      stop: () => Promise.resolve(void (this.running -= 1)),
    };
  };
}

/** All the parts around streams, on real settings and otherwise in memory. Dispose of it after each test. */
export class StreamParts implements vscode.Disposable {
  readonly storage = new MemorySecretStorage();
  readonly sandboxes = new FakeSandboxes();
  readonly log = new MemoryLog();
  readonly settings = new Settings();
  readonly secrets = new Secrets(this.storage);
  readonly sandbox = new SandboxStream(this.log, this.sandboxes.start);
  readonly registry = new StreamRegistry(
    this.settings,
    new State(new MemoryState()),
    this.secrets,
    this.sandbox,
  );
  readonly explain = () => undefined;
  readonly wizard = new StreamWizard(this.registry, this.secrets, this.explain);
  readonly targets = new Targets(this.registry, this.secrets, this.sandbox, this.wizard, this.explain);

  dispose(): void {
    this.registry.dispose();
    this.sandbox.dispose();
  }
}

/** Writes the streams of the user's settings as they are given, or takes them out. */
export async function writeStreams(streams: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('agentassistContacts')
    .update('streams', streams, vscode.ConfigurationTarget.Global);
}

/** The streams of the user's settings as they are written there. */
export function writtenStreams(): unknown {
  return vscode.workspace.getConfiguration('agentassistContacts').inspect('streams')?.globalValue;
}
