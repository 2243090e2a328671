import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { contactColumns } from '../../src/core/contact/columns';
import { useWorkbench } from './support/hooks';
import { streamSettings, useStream } from './support/stream';
import { readGrid } from './support/webview';

const contacts = `${contactColumns.join(',')}\nAsha,Rao,Mrs,9876543210,+91,+91\n`;
const secret = 'the right secret';

describe('sending to a configured stream', () => {
  const stream = useStream({ clientSecret: secret });
  const silent = useSilentServer();
  const vscode = useWorkbench(() => ({
    files: { 'desk.csv': contacts },
    settings: streamSettings('Support desk', stream()),
  }));

  afterEach(async () => {
    await vscode().notifications.clear();
  });

  async function send(): Promise<void> {
    await vscode().editors.open('desk.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
  }

  it('asks for the stream and its secret, names both ends, and says what to do when it is refused', async () => {
    const { quickInput, dialog, notifications } = vscode();
    await send();
    await quickInput.wait('Choose a stream for your contacts');
    await quickInput.pick('Support desk');
    await quickInput.wait('Client Secret');
    assert.ok(await quickInput.isPassword());
    await quickInput.enter('a wrong secret');

    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 1 contact to “Support desk”?');
    assert.ok(detail.includes(`Host: ${stream().host}`), detail);
    await dialog.press('Send');

    const words = await notifications.wait('does not accept the token');
    assert.match(words, /No contact was created/);
    assert.deepEqual(await notifications.buttons('does not accept the token'), [
      'Set Client Secret…',
      'Open Log',
    ]);
    await notifications.press('does not accept the token', 'Set Client Secret…');
    await quickInput.wait('Client Secret');
    await quickInput.enter(secret);
    await notifications.wait('is saved');
    assert.deepEqual(stream().contacts, []);
  });

  it('sends with the secret that was set, and without asking again', async () => {
    await send();
    await vscode().dialog.press('Send');
    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(rows[0]?.slice(0, 3), ['2', 'Created', 'Asha Rao']);
    assert.deepEqual(
      stream().contacts.map(({ firstName }) => firstName),
      ['Asha'],
    );
  });

  it('says that the storage cannot be used, and sends nothing', async () => {
    const [imports, aside] = ['imports', 'aside'].map((name) => path.join(vscode().session.storage, name));
    assert.ok(imports !== undefined && aside !== undefined);
    fs.renameSync(imports, aside);
    fs.writeFileSync(imports, 'a file where the folder should be');
    try {
      await send();
      await vscode().notifications.wait('cannot be used (ENOTDIR), so imports cannot be recorded');
      assert.equal(stream().contacts.length, 1);
    } finally {
      fs.rmSync(imports);
      fs.renameSync(aside, imports);
    }
  });

  it('looks for rows of which nothing comes back, and says which are there', async () => {
    await send();
    // It was created just now: sending it again has to be wanted.
    const { message, buttons } = await vscode().dialog.read();
    assert.equal(message, 'Every contact in this file is on “Support desk” already. Send them again?');
    assert.ok(!buttons.includes('Send'), buttons.join());
    await vscode().dialog.press('Send the Row Again');
    await vscode().notifications.wait('1 found on the stream');
  });

  it('sends nothing when the confirmation is given up', async () => {
    const before = stream().contacts.length;
    await send();
    await vscode().dialog.press('Cancel');
    assert.equal(stream().contacts.length, before);
  });

  it('asks for the name of a protected stream to be typed, and sends nothing without it', async () => {
    const { quickInput, dialog, notifications } = vscode();
    const { host, streamId, clientId } = stream();
    const desk = { name: 'Support desk', host, streamId, clientId, protected: true };
    await vscode().changeSettings({ 'agentassistContacts.streams': [desk] });
    const before = stream().arrivals.length;
    await send();
    await dialog.press('Send the Row Again');
    await quickInput.wait('Protected Stream');
    await quickInput.enter('Support');
    await quickInput.waitForMessage('Type “Support desk”, the name of the stream on http://127.0.0.1');
    await vscode().screenshot('protected-stream');
    await quickInput.cancel();
    await send();
    await dialog.press('Send the Row Again');
    await quickInput.wait('Protected Stream');
    assert.equal(stream().arrivals.length, before);
    await quickInput.enter('Support desk');
    await notifications.wait('1 found on the stream');
    assert.equal(stream().arrivals.length, before + 1);
  });

  it('can be given up on the way, and then says that contacts may exist', async () => {
    await vscode().changeSettings(streamSettings('Support desk', { ...stream(), host: silent().host }));
    await send();
    // Another host is another place to send a secret to: it is asked again.
    await vscode().quickInput.wait('Client Secret');
    await vscode().quickInput.enter(secret);
    await vscode().dialog.press('Send');
    await silent().asked;
    await vscode().notifications.press('Sending 1 contact', 'Cancel');
    // The first Cancel waits for the answer, so that the outcome is known; the second one does not.
    await vscode().notifications.press('Waiting for the last answer', 'Cancel');
    assert.match(await vscode().notifications.wait('Cancelled'), /1 row got no clear answer and may exist/);
  });

  it('says that nothing was sent when the host cannot be reached', async () => {
    await vscode().changeSettings(streamSettings('Support desk', { ...stream(), host: await closedPort() }));
    await send();
    await vscode().quickInput.wait('Client Secret');
    await vscode().quickInput.enter(secret);
    await vscode().dialog.press('Send');
    assert.match(await vscode().notifications.wait('cannot be reached'), /No contact was created/);
  });
});

/** A server that takes requests and never answers. */
function useSilentServer(): () => { readonly host: string; readonly asked: Promise<void> } {
  const server = net.createServer();
  const sockets = new Set<net.Socket>();
  const asked = new Promise<void>((resolve) => {
    server.on('connection', (socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.once('data', () => resolve());
    });
  });
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return () => ({ host: `http://127.0.0.1:${portOf(server)}`, asked });
}

/** An address at which nobody listens. */
async function closedPort(): Promise<string> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function portOf(server: net.Server): number {
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  return address.port;
}
