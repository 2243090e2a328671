import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Stream } from '../../src/core/stream/stream';
import { UserError } from '../../src/editor/commands/run';
import { StreamParts, writeStreams } from './streamsFakes';

const uuid = '733b03fb-667c-58d4-89ab-9d13f63f0123';
const support: Stream = {
  name: 'Support',
  host: 'https://assist.example.com',
  streamId: `st-${uuid}`,
  clientId: `cs-${uuid}`,
};
const sales: Stream = { ...support, name: 'Sales', clientId: 'cs-sales' };

describe('streams', () => {
  let parts: StreamParts;

  beforeEach(async () => {
    await writeStreams(undefined);
    parts = new StreamParts();
  });
  afterEach(async () => {
    parts.dispose();
    await writeStreams(undefined);
  });

  const names = () => parts.registry.list.map(({ name }) => name);
  const selectedName = () => parts.registry.selected?.name;
  const written = () =>
    vscode.workspace.getConfiguration('agentassistContacts').inspect('streams')?.globalValue;

  describe('the list', () => {
    it('has the sandbox when nothing is set up, and nothing is selected', () => {
      assert.deepEqual(names(), ['Sandbox']);
      assert.equal(parts.registry.selected, undefined);
    });

    it('keeps streams in the user settings, without a secret', async () => {
      await parts.registry.add({ ...support, accountId: 'a1', protected: true });
      await parts.secrets.set(support, 'hunter2');
      assert.deepEqual(names(), ['Support', 'Sandbox']);
      assert.deepEqual(written(), [{ ...support, accountId: 'a1', protected: true }]);
    });

    it('leaves out bad entries, and leaves them alone when it writes', async () => {
      const bad = { name: 'Bad', host: 'http://assist.example.com', note: 'mine' };
      await writeStreams([bad, { ...sales, note: 'mine too' }]);
      assert.deepEqual(names(), ['Sales', 'Sandbox']);
      await parts.registry.add(support);
      await parts.registry.replace('Sales', { ...sales, name: 'Sales EU' });
      assert.deepEqual(written(), [bad, { ...sales, name: 'Sales EU', note: 'mine too' }, support]);
      await parts.registry.remove('Sales EU');
      assert.deepEqual(written(), [bad, support]);
    });

    it('takes an account ID out again', async () => {
      await parts.registry.add({ ...support, accountId: 'a1' });
      await parts.registry.replace('Support', support);
      assert.deepEqual(written(), [support]);
    });

    it('refuses to replace a setting that is no list', async () => {
      await writeStreams({ name: 'Support' });
      await assert.rejects(parts.registry.add(support), UserError);
      assert.deepEqual(written(), { name: 'Support' });
    });

    it('tells of changes in the settings, in the selection, and of the sandbox', async () => {
      let changes = 0;
      const count = async (change: () => Promise<unknown>) => {
        const before = changes;
        await change();
        for (let tries = 0; changes === before && tries < 50; tries++) await wait(20);
        return changes > before;
      };
      parts.registry.onDidChange(() => (changes += 1));
      assert.ok(await count(() => parts.registry.add(support)));
      assert.ok(await count(() => parts.registry.select(support)));
      assert.ok(await count(() => parts.sandbox.start()));
      assert.ok(await count(() => parts.sandbox.stop()));
    });

    it('takes no stream from the settings of a folder', async () => {
      const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail('the tests run in a folder');
      const file = vscode.Uri.joinPath(folder.uri, '.vscode/settings.json');
      const settings = {
        'agentassistContacts.streams': [support],
        'agentassistContacts.send.timeoutSeconds': 77,
      };
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(settings)));
      try {
        // The other setting tells that the file was read.
        for (let tries = 0; parts.settings.timeoutMs !== 77_000 && tries < 100; tries++) await wait(50);
        assert.equal(parts.settings.timeoutMs, 77_000);
        assert.deepEqual(names(), ['Sandbox']);
      } finally {
        await vscode.workspace.fs.delete(file);
      }
    });
  });

  describe('the selection', () => {
    beforeEach(async () => await writeStreams([support, sales]));

    it('survives a rename, here and in the settings file', async () => {
      await parts.registry.select(support);
      await parts.registry.replace('Support', { ...support, name: 'Help desk' });
      assert.equal(selectedName(), 'Help desk');
      await writeStreams([{ ...support, name: 'Care' }, sales]);
      assert.equal(selectedName(), 'Care');
    });

    it('survives another host', async () => {
      await parts.registry.select(support);
      await parts.registry.replace('Support', { ...support, host: 'https://eu.example.com' });
      assert.deepEqual(parts.registry.selected, { ...support, host: 'https://eu.example.com' });
    });

    it('ends with the stream, and goes to no other one', async () => {
      await parts.registry.select(support);
      await parts.registry.remove('Support');
      assert.equal(parts.registry.selected, undefined);
    });

    it('ends when the stream is taken out of the settings file', async () => {
      await parts.registry.select(sales);
      await writeStreams([support]);
      assert.equal(parts.registry.selected, undefined);
    });

    it('can be the sandbox, asleep or running', async () => {
      await parts.registry.select(parts.sandbox.listed);
      assert.deepEqual(parts.registry.selected, { name: 'Sandbox', sandbox: true });
      const { stream } = await parts.sandbox.start();
      assert.deepEqual(parts.registry.selected, stream);
    });

    it('is undone by a mistake in the settings, not replaced', async () => {
      await parts.registry.select(support);
      await writeStreams([{ ...support, host: 'http://assist.example.com' }, sales]);
      assert.equal(parts.registry.selected, undefined);
    });
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
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      assert.equal(await resolved, undefined);
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
      for (const wizard of [parts.wizard.add(), parts.wizard.edit(support)]) {
        await wait(300);
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        assert.equal(await wizard, undefined);
      }
      assert.deepEqual(written(), [support]);
      assert.equal(await parts.secrets.get(support), 'hunter2');
    });

    it('keeps what it does not ask for, and asks for no secret while host and client ID stay', async () => {
      const full: Stream = {
        ...support,
        accountId: '63c7ebae6a2aef36de8f0123',
        subject: 'me',
        protected: true,
      };
      await parts.registry.add(full);
      const edited = parts.wizard.edit(full);
      // Every question is answered already; the command presses Enter.
      for (let question = 1; question <= 5; question++) {
        await wait(300);
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      }
      assert.deepEqual(await edited, full);
      assert.deepEqual(written(), [full]);
    });
  });
});
