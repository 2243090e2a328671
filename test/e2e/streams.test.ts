import assert from 'node:assert/strict';
import { useStream } from './support/stream';
import { useWorkbench } from './support/hooks';
import { contactColumns } from '../../src/core/contact/columns';
import { click } from './support/click';
import { poll } from './support/poll';

const csv = `${contactColumns.join(',')}\nAsha,Rao,Mrs,9876543210,+91,+91\n`;

describe('setting up a stream', () => {
  const stream = useStream();
  const vscode = useWorkbench(() => ({
    files: { 'first.csv': csv },
    settings: {},
  }));

  it('asks step by step, goes back, judges every answer', async () => {
    const { quickInput, editors, notifications } = vscode();
    const { host, streamId, clientId, clientSecret } = stream();
    await editors.open('first.csv');
    assert.equal(await vscode().statusText('No stream'), 'No stream');
    await vscode().command('Agent Assist Contacts: Add Stream…');
    await quickInput.wait('Add Stream (1/7)');
    await quickInput.accept();
    await quickInput.waitForMessage('Enter a name');
    await quickInput.enter('sandbox');
    await quickInput.waitForMessage('built-in stream');
    await quickInput.enter('Support');
    await quickInput.wait('Add Stream (2/7)');
    await quickInput.type('http://assist.example.com');
    await poll('line', async () =>
      (await quickInput.items())[0]?.startsWith('Use https') ? true : undefined,
    );
    await quickInput.accept();
    await quickInput.type('jp-plat');
    await poll('the host that begins so', async () =>
      (await quickInput.focused()) === 'https://jp-platform.kore.ai' ? true : undefined,
    );
    await quickInput.accept();
    await quickInput.wait('Add Stream (3/7)');
    await click(vscode().page.locator('.quick-input-titlebar .action-label').first());
    await quickInput.wait('Add Stream (2/7)');
    assert.equal(await quickInput.value(), 'https://jp-platform.kore.ai');
    await quickInput.enter(`${host}/agentassist`);
    await quickInput.wait('Add Stream (3/7)');
    await quickInput.type(clientId);
    await quickInput.waitForMessage('looks like a client ID');
    await quickInput.type('st/x');
    await quickInput.accept();
    await quickInput.waitForMessage('Use only letters');
    // Copied without its prefix: offered with it first, and Back leads to the box.
    await quickInput.enter(streamId.replace('st-', ''));
    await quickInput.wait('Stream IDs begin with st-');
    await poll('the ID with its prefix in front', async () =>
      (await quickInput.focused()) === streamId ? true : undefined,
    );
    await quickInput.accept();
    await quickInput.wait('Add Stream (4/7)');
    await click(vscode().page.locator('.quick-input-titlebar .codicon-question'));
    // Until it is drawn it may take what is typed.
    await vscode().page.locator('iframe.webview.ready').waitFor();
    await quickInput.enter(clientId);
    await quickInput.wait('Add Stream (5/7)');
    await quickInput.accept();
    await quickInput.wait('Add Stream (6/7)');
    assert.ok(await quickInput.isPassword());
    await quickInput.waitForMessage(host);
    await quickInput.enter(clientSecret);
    await quickInput.wait('Protect this stream?');
    assert.equal(await quickInput.focused(), 'No');
    await quickInput.accept();
    await notifications.wait('is added and selected');
    await editors.open('first.csv');
    assert.equal(await vscode().statusText('Support'), 'Support');
    await notifications.press('is added and selected', 'Verify Stream');
    assert.match(await notifications.wait('works'), /and has no contacts/);
    await notifications.clear();
  });

  /** The box that has what is set now: the question before it has the same title, and is empty. */
  const present = async () =>
    await poll('the value as it is', async () =>
      (await vscode().quickInput.value()) === '' ? undefined : true,
    );

  it('changes one thing, and says nothing when nothing has changed', async () => {
    const { quickInput, notifications } = vscode();
    const edit = async (field: string) => {
      await vscode().command('Agent Assist Contacts: Edit Stream…');
      await quickInput.wait('Edit Stream');
      await quickInput.pick('Support');
      await quickInput.wait('Edit Stream “Support”');
      await quickInput.pick(field);
    };
    await edit('Stream ID');
    await present();
    await quickInput.accept();
    await edit('Protection');
    await quickInput.wait('Protect this stream?');
    await quickInput.pick('Yes, Protect It');
    await notifications.wait('Stream “Support” is saved.');
    assert.deepEqual(await notifications.buttons('is saved'), []);
    await vscode().statusItem('Support').locator('.codicon-lock').waitFor();
    await notifications.clear();
    await edit('Name');
    await present();
    await quickInput.enter('Care');
    await notifications.wait('Stream “Care” is saved.');
    await notifications.clear();
  });

  it('asks for the secret again when the host changes', async () => {
    const { quickInput, notifications } = vscode();
    await vscode().command('Agent Assist Contacts: Edit Stream…');
    await quickInput.wait('Edit Stream');
    await quickInput.pick('Care');
    await quickInput.pick('Host');
    await present();
    await quickInput.enter('127.0.0.1:9');
    await quickInput.waitForMessage('https://127.0.0.1:9');
    await quickInput.enter('s3cret');
    await notifications.wait('Stream “Care” is saved.');
    assert.equal(await vscode().statusText('Care'), 'Care');
    await notifications.press('is saved', 'Verify Stream');
    const words = await notifications.wait('cannot be reached');
    assert.match(words, /Stream ID, token and scope were not checked.*cannot be reached/);
    assert.deepEqual(await notifications.buttons('cannot be reached'), [
      'Edit Stream…',
      'Open Proxy Settings',
      'Open Log',
    ]);
    await notifications.clear();
  });

  it('shows where contacts go, and lets another stream be selected', async () => {
    const { quickInput, notifications } = vscode();
    await click(vscode().statusItem('Care'));
    await quickInput.wait('Choose a stream for your contacts');
    assert.deepEqual(await quickInput.items(), ['Care', 'Sandbox', 'Add Stream…']);
    await quickInput.pick('Sandbox');
    assert.equal(await vscode().statusText('Sandbox'), 'Sandbox');
    await vscode().command('Agent Assist Contacts: Verify Stream');
    await notifications.wait('works');
    await notifications.clear();
  });

  it('shows what a token claims, without its signature', async () => {
    await vscode().command('Agent Assist Contacts: Show Token Claims');
    await vscode().editors.waitForActive('Token Claims of Sandbox.json');
    const shown: unknown = JSON.parse((await vscode().editors.lines()).join('\n'));
    assert.deepEqual(Object.keys(shown as object), ['header', 'payload']);
    assert.deepEqual(Object.keys((shown as { payload: object }).payload), [
      'appId',
      'sub',
      'iat',
      'exp',
      'jti',
    ]);
  });

  it('stops the sandbox, and starts it again', async () => {
    const { notifications } = vscode();
    await vscode().command('Agent Assist Contacts: Stop Sandbox');
    await notifications.wait('is stopped');
    await vscode().command('Agent Assist Contacts: Start Sandbox');
    await notifications.wait('The sandbox runs at');
    await notifications.clear();
  });

  it('removes a stream after a confirmation', async () => {
    const { quickInput, dialog } = vscode();
    await vscode().command('Agent Assist Contacts: Remove Stream…');
    await quickInput.wait('Remove Stream');
    await quickInput.pick('Care');
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Remove stream “Care” at https://127.0.0.1:9?');
    assert.match(detail, /secret is deleted too/);
    await dialog.press('Remove');
    await vscode().notifications.wait('Stream “Care” is removed.');
    await vscode().notifications.clear();
    // What is there for none is not offered.
    assert.deepEqual(
      (await quickInput.commands('Agent Assist Contacts: Stream')).filter((title) =>
        /(Edit|Remove) Stream/.test(title),
      ),
      [],
    );
  });

  it('names a bad entry of the settings, and opens it', async () => {
    await vscode().changeSettings({
      'agentassistContacts.streams': [
        { name: 'X', host: 'http://x.example.com', streamId: 'st-1', clientId: 'cs-1', clientSecret: 'abc' },
      ],
    });
    await vscode().notifications.press('Stream 1 in your settings', 'Open Settings');
    await vscode().editors.waitForActive('settings.json');
  });
  it('lists all bad entries of the settings', async () => {
    const { notifications, dialog, editors } = vscode();
    await vscode().changeSettings({
      'agentassistContacts.streams': [{ name: 'X' }, { name: 'Y', host: 4 }, 'Z'],
    });
    await notifications.press('There are', 'Show All Problems');
    const { message, detail } = await dialog.read();
    assert.equal(message, '7 problems in agentassistContacts.streams');
    assert.deepEqual(
      detail.split('\n').map((line) => line.slice(0, 'Stream 1'.length)),
      ['Stream 1', 'Stream 1', 'Stream 1', 'Stream 2', 'Stream 2', 'Stream 2', 'Stream 3'],
    );
    await dialog.press('Open Settings');
    await editors.waitForActive('settings.json');
  });
});
