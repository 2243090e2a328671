import type { Settings } from '../../vscode/profile';
import type { Workbench } from './workbench';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../support/sandbox';

/** Host, stream ID and client ID as a user of a stream knows them. */
type StreamFacts = Pick<Sandbox, 'host' | 'streamId' | 'clientId'>;

/** User settings with one configured stream. */
export function streamSettings(name: string, { host, streamId, clientId }: StreamFacts): Settings {
  return { 'agentassistContacts.streams': [{ name, host, streamId, clientId }] };
}

/** Chooses a stream that is used for the first time, and gives its client secret. */
export async function chooseStream(
  { quickInput }: Pick<Workbench, 'quickInput'>,
  secret: string,
  name = 'Support desk',
): Promise<void> {
  await quickInput.wait('Choose a stream for your contacts');
  await quickInput.pick(name);
  await quickInput.wait('Client Secret');
  await quickInput.enter(secret);
}

/**
 * Registers mocha hooks: a stream that runs beside VS Code, as a vendor's does, before the tests of a `describe`, and
 * ended after them.
 */
export function useStream(options: SandboxOptions = {}): () => Sandbox {
  let stream: Sandbox | undefined;
  before(async () => {
    stream = await startSandbox(options);
  });
  after(async () => {
    await stream?.stop();
  });
  return () => {
    if (!stream) throw new Error('The stream exists only while tests run.');
    return stream;
  };
}
