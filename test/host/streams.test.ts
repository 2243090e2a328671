import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Stream } from '../../src/core/stream/stream';
import { StreamParts, support, writeStreams, writtenStreams } from './streamsFakes';
import { fieldChoices } from '../../src/editor/streams/editFields';
import { placeAt } from '../../src/editor/quickInput';
import { UserError } from '../../src/editor/errors';

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

  describe('the list', () => {
    it('tells of a stream whose secret is not stored that it is not', () => {
      const secretOf = (hasSecret: boolean) =>
        fieldChoices(support, hasSecret).find(({ value }) => value === 'secret')?.description;
      assert.deepEqual([secretOf(true), secretOf(false)], ['••••••••', 'not stored']);
    });

    it('has the sandbox when nothing is set up, and nothing is selected', () => {
      assert.deepEqual(names(), ['Sandbox']);
      assert.equal(parts.registry.selected, undefined);
    });

    it('keeps streams in the user settings, without a secret', async () => {
      await parts.registry.add({ ...support, accountId: 'a1', claims: { iss: 'cs-1' }, protected: true });
      await parts.secrets.set(support, 'hunter2');
      assert.deepEqual(names(), ['Support', 'Sandbox']);
      assert.deepEqual(writtenStreams(), [
        { ...support, accountId: 'a1', claims: { iss: 'cs-1' }, protected: true },
      ]);
    });

    it('leaves out bad entries, and leaves them alone when it writes', async () => {
      const bad = { name: 'Bad', host: 'http://assist.example.com', note: 'mine' };
      await writeStreams([bad, { ...sales, note: 'mine too' }]);
      assert.deepEqual(names(), ['Sales', 'Sandbox']);
      await parts.registry.add(support);
      await parts.registry.replace('Sales', { ...sales, name: 'Sales EU' });
      assert.deepEqual(writtenStreams(), [bad, { ...sales, name: 'Sales EU', note: 'mine too' }, support]);
      await parts.registry.remove('Sales EU');
      assert.deepEqual(writtenStreams(), [bad, support]);
    });

    it('takes an account ID out again', async () => {
      await parts.registry.add({ ...support, accountId: 'a1' });
      await parts.registry.replace('Support', support);
      assert.deepEqual(writtenStreams(), [support]);
    });

    it('refuses to replace a setting that is no list', async () => {
      await writeStreams({ name: 'Support' });
      await assert.rejects(parts.registry.add(support), UserError);
      assert.deepEqual(writtenStreams(), { name: 'Support' });
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
});

describe('the title of a question', () => {
  it('counts the questions of a wizard, and not a single one', () => {
    assert.deepEqual(placeAt('Edit Stream', 1, 1), { title: 'Edit Stream' });
    assert.deepEqual(placeAt('Add Stream', 2, 6), { title: 'Add Stream', step: 2, totalSteps: 6 });
  });
});
