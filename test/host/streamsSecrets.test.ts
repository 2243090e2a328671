import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Stream } from '../../src/core/stream/stream';
import { StreamParts, support, writeStreams, writtenStreams } from './streamsFakes';

/** Gives VS Code's own command, such as Enter, again and again until the promise settles: a box takes time to appear. */
async function until<T>(settled: Promise<T>, command: string): Promise<T> {
  const isSettled = () =>
    Promise.race([
      settled.then(
        () => true,
        () => true,
      ),
      wait(200, false),
    ]);
  while (!(await isSettled())) await vscode.commands.executeCommand(command);
  return await settled;
}
const enter = 'workbench.action.acceptSelectedQuickOpenItem';
const escape = 'workbench.action.closeQuickOpen';

describe('streams and their secrets', () => {
  let parts: StreamParts;

  beforeEach(async () => {
    await writeStreams(undefined);
    parts = new StreamParts();
  });
  afterEach(async () => {
    parts.dispose();
    await writeStreams(undefined);
  });

  describe('the client secret', () => {
    beforeEach(async () => {
      await parts.registry.add(support);
      await parts.secrets.set(support, 'hunter2');
    });

    it('belongs to host and client ID, not to the name', async () => {
      assert.equal(await parts.secrets.get({ ...support, host: 'https://eu.example.com' }), undefined);
      assert.equal(await parts.secrets.get({ ...support, clientId: 'cs-other' }), undefined);
      assert.equal(await parts.secrets.get({ ...support, ...{ name: 'Other' } }), 'hunter2');
    });

    it('is asked for again after a change of host in the settings file, and stays away when nothing is typed', async () => {
      assert.deepEqual(await parts.targets.resolve(support), { stream: support, secret: 'hunter2' });
      const moved = { ...support, host: 'https://evil.example.com' };
      await writeStreams([moved]);
      const stream = parts.registry.find('Support');
      assert.deepEqual(stream, moved);

      const resolved = parts.targets.resolve(stream);
      assert.equal(await Promise.race([resolved.then(() => 'done'), wait(500, 'asking')]), 'asking');
      assert.equal(await until(resolved, escape), undefined);
      assert.equal(await parts.secrets.get(moved), undefined);
    });

    it('is deleted with its stream, and when the stream moves to another host', async () => {
      await parts.registry.replace('Support', { ...support, host: 'https://eu.example.com' });
      assert.deepEqual([...parts.storage.values], []);
      await parts.secrets.set({ ...support, host: 'https://eu.example.com' }, 'hunter3');
      await parts.registry.remove('Support');
      assert.deepEqual([...parts.storage.values], []);
    });

    it('stays while another stream shares it', async () => {
      await parts.registry.add({ ...support, name: 'Twin', streamId: 'st-twin' });
      await parts.registry.remove('Support');
      assert.equal(await parts.secrets.get(support), 'hunter2');
      await parts.registry.remove('Twin');
      assert.deepEqual([...parts.storage.values], []);
    });

    it('stays through a rename', async () => {
      await parts.registry.replace('Support', { ...support, name: 'Care' });
      assert.equal(await parts.secrets.get(support), 'hunter2');
    });
  });

  describe('the wizard', () => {
    it('changes nothing when it is given up', async () => {
      await parts.registry.add(support);
      await parts.secrets.set(support, 'hunter2');
      assert.equal(await until(parts.wizard.add(), escape), undefined);
      assert.equal(await until(parts.wizard.edit(support), escape), undefined);
      assert.deepEqual(writtenStreams(), [support]);
      assert.equal(await parts.secrets.get(support), 'hunter2');
    });

    it('is silent when nothing has changed, and asks for no secret while host and client ID stay', async () => {
      const full: Stream = {
        ...support,
        accountId: '63c7ebae6a2aef36de8f0123',
        subject: 'me',
        claims: { iss: 'cs-1' },
        protected: true,
      };
      await parts.registry.add(full);
      // The first field, and its answer as it is; a question for the secret would never be answered.
      assert.equal(await until(parts.wizard.edit(full), enter), undefined);
      assert.deepEqual(writtenStreams(), [full]);
    });
  });
});
