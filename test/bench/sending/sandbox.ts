// The sandbox in a process of its own. It forgets what it has answered, or its memory would hold every contact.
import { startSandbox } from '../../../src/sandbox';

async function main(): Promise<void> {
  const sandbox = await startSandbox({ log: () => sandbox.reset() });
  const { host, streamId, clientId, clientSecret: secret } = sandbox;
  console.log(JSON.stringify({ host, streamId, clientId, secret }));
}

void main();
