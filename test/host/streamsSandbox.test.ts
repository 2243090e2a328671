import assert from 'node:assert/strict';
import { loadSandbox, SandboxStream } from '../../src/editor/streams/sandbox';
import { MemoryLog } from '../support/memoryLog';
import { FakeSandboxes } from './streamsFakes';

describe('sandbox stream', () => {
  let sandboxes: FakeSandboxes;
  let sandbox: SandboxStream;
  let changes: number;

  beforeEach(() => {
    sandboxes = new FakeSandboxes();
    sandbox = new SandboxStream(new MemoryLog(), sandboxes.start);
    changes = 0;
    sandbox.onDidChange(() => (changes += 1));
  });
  afterEach(() => sandbox.dispose());

  it('sleeps until it is needed', () => {
    assert.deepEqual(sandbox.listed, { name: 'Sandbox', sandbox: true });
    assert.equal(sandboxes.started, 0);
  });

  it('starts once for all who ask', async () => {
    const [one, other] = await Promise.all([sandbox.start(), sandbox.start()]);
    assert.deepEqual(one, other);
    assert.deepEqual(one, {
      stream: {
        name: 'Sandbox',
        sandbox: true,
        host: 'http://127.0.0.1:40001',
        streamId: 'st-1',
        clientId: 'cs-1',
      },
      secret: 'secret-1',
    });
    assert.deepEqual(sandbox.listed, one.stream);
    assert.deepEqual([sandboxes.started, changes], [1, 1]);
  });

  it('stops, and starts afresh', async () => {
    await sandbox.start();
    assert.equal(await sandbox.stop(), true);
    assert.equal(await sandbox.stop(), false);
    assert.deepEqual(sandbox.listed, { name: 'Sandbox', sandbox: true });
    assert.equal((await sandbox.start()).secret, 'secret-2');
    assert.equal(sandboxes.running, 1);
  });

  it('stops one that is still starting, and keeps the one after it', async () => {
    const first = sandbox.start();
    const stopped = sandbox.stop();
    const second = await sandbox.start();
    await first;
    assert.equal(await stopped, true);
    assert.deepEqual(sandbox.listed, second.stream);
    assert.equal(sandboxes.running, 1);
  });

  it('tries again after a start that failed', async () => {
    sandboxes.failNext = true;
    await assert.rejects(sandbox.start(), /no port/);
    assert.equal(await sandbox.stop(), false);
    assert.equal((await sandbox.start()).secret, 'secret-1');
  });

  it('stops with the extension, which may dispose of it twice', async () => {
    await sandbox.start();
    sandbox.dispose();
    sandbox.dispose();
    await new Promise(setImmediate);
    assert.equal(sandboxes.running, 0);
  });

  it('is a server on loopback, and says nothing secret in the log', async () => {
    const log = new MemoryLog();
    const real = new SandboxStream(log, loadSandbox);
    try {
      const { stream, secret } = await real.start();
      assert.match(stream.host, /^http:\/\/127\.0\.0\.1:\d+$/);
      const response = await fetch(`${stream.host}/agentassist/api/v1/public/${stream.streamId}/contacts`);
      assert.equal(response.status, 401);
      await real.stop();
      await assert.rejects(fetch(stream.host));
      assert.ok(!log.lines.join('\n').includes(secret));
    } finally {
      real.dispose();
    }
  });
});
