import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import tls from 'node:tls';
import { contactColumns } from '../../src/core/contact/columns';
import { certificate, certificateKey, expired } from './support/certificate';
import { useWorkbench } from './support/hooks';
import { streamSettings, useStream } from './support/stream';
import { readGrid } from './support/webview';

const secret = 'the right secret';
const host = 'agentassist.test';

// VS Code asks no proxy for loopback addresses, so the stream stands behind a name that only the proxy knows.
describe('the proxy and certificates that VS Code is set to', () => {
  const stream = useStream({ clientSecret: secret });
  const behind = useServer(tlsFront(() => Number(new URL(stream().host).port)));
  const connects: string[] = [];
  const proxy = useServer(connectProxy(connects, behind));
  const vscode = useWorkbench(() => ({
    files: { 'behind.csv': `${contactColumns.join(',')}\nAsha,Rao,Mrs,9876543210,+91,+91\n` },
    settings: {
      ...streamSettings('Behind the proxy', { ...stream(), host: `https://${host}` }),
      'http.proxy': `http://127.0.0.1:${proxy()}`,
    },
  }));

  it('carry the shipped extension’s requests', async () => {
    const { editors, command, quickInput, dialog } = partsOf(vscode());
    await editors.open('behind.csv');
    await command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await quickInput.pick('Behind the proxy');
    await quickInput.wait('Client Secret');
    await quickInput.enter(secret);
    await dialog.press('Send');
    const { rows } = await readGrid(vscode().webview);
    assert.match(rows[0]?.[2] ?? '', /^Asha /);
    assert.deepEqual(connects, [`${host}:443`]);
    assert.equal(stream().contacts.length, 1);
  });
});

// The name of this machine is none that VS Code takes for loopback either: it is asked without a proxy.
describe('hosts whose certificate has expired, with NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  const here = os.hostname();
  const stream = useStream({ clientSecret: secret });
  const heard: Buffer[] = [];
  const bad = useServer(
    tlsFront(() => Number(new URL(stream().host).port), expired, heard),
    here,
  );
  const connects: string[] = [];
  const proxy = useServer(connectProxy(connects, bad, here));
  const refusing = useServer(
    http.createServer().on('connect', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')),
  );
  const vscode = useWorkbench(() => ({
    env: { NODE_EXTRA_CA_CERTS: certificate, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    settings: {
      'agentassistContacts.streams': [
        { ...facts(stream()), name: 'Behind the proxy', host: `https://${host}` },
        { ...facts(stream()), name: 'In the house', host: `https://${here}:${bad()}` },
      ],
      'http.proxy': `http://127.0.0.1:${proxy()}`,
      'http.noProxy': [here],
    },
  }));
  const known = new Set<string>();

  /** Verifies the stream, and gives what is said. */
  async function verify(name: string): Promise<string> {
    const { command, quickInput, notifications } = partsOf(vscode());
    await command('Agent Assist Contacts: Select Stream…');
    await quickInput.pick(name);
    await command('Agent Assist Contacts: Verify Stream');
    if (!known.has(name)) {
      await quickInput.wait('Client Secret');
      await quickInput.enter(secret);
      known.add(name);
    }
    const words = await notifications.wait(/The (certificate|proxy)|There is no host/);
    await notifications.clear();
    return words;
  }

  for (const proxySupport of ['override', 'on', 'off'])
    it(`are not told anything, with http.proxySupport “${proxySupport}”`, async () => {
      await vscode().changeSettings({ 'http.proxySupport': proxySupport });
      const asked = connects.length;
      assert.match(await verify('In the house'), /The certificate of https:\S+ cannot be trusted/);
      assert.equal(connects.length, asked, 'through the proxy');
      // Switched off, no proxy is asked, and nobody else knows the name.
      const behind = proxySupport === 'off' ? /There is no host/ : /The certificate of https:\S+ cannot be/;
      assert.match(await verify('Behind the proxy'), behind);
      assert.equal(connects.length > asked, proxySupport !== 'off');
      assert.deepEqual(heard, []);
    });

  it('are not taken for the proxy that refuses or cannot be reached', async () => {
    await vscode().changeSettings({
      'http.proxySupport': 'override',
      'http.proxy': `http://127.0.0.1:${refusing()}`,
    });
    assert.match(
      await verify('Behind the proxy'),
      /The proxy does not let the request through \(status 403\)\./,
    );
    await vscode().changeSettings({ 'http.proxy': 'http://127.0.0.1:1' });
    assert.match(await verify('Behind the proxy'), /The proxy cannot be reached \(ECONNREFUSED\)\./);
  });
});

function facts({ streamId, clientId }: ReturnType<ReturnType<typeof useStream>>) {
  return { streamId, clientId };
}

function partsOf(workbench: ReturnType<ReturnType<typeof useWorkbench>>) {
  const { editors, quickInput, dialog, notifications } = workbench;
  return { editors, quickInput, dialog, notifications, command: (title: string) => workbench.command(title) };
}

/** Takes TLS off and passes the bytes on to a local port; keeps those that came. */
function tlsFront(port: () => number, shown = certificate, heard: Buffer[] = []): net.Server {
  const options = {
    key: fs.readFileSync(certificateKey),
    cert: fs.readFileSync(shown),
  };
  const server = tls.createServer(options, (socket) => {
    socket.on('data', (bytes: Buffer) => heard.push(bytes));
    join(socket, net.connect(port(), '127.0.0.1'));
  });
  return server.on('tlsClientError', () => undefined);
}

/** A proxy that writes down what it is asked to connect to, and knows one host. */
function connectProxy(connects: string[], port: () => number, address = '127.0.0.1'): net.Server {
  const server = http.createServer((_, response) => response.writeHead(502).end());
  server.on('connect', ({ url = '' }, socket: net.Socket) => {
    connects.push(url);
    if (url !== `${host}:443`) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    join(socket, net.connect(port(), address));
  });
  return server;
}

function join(one: net.Socket, other: net.Socket): void {
  one.pipe(other).pipe(one);
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
}

/** Registers mocha hooks that start a server on a free port of an address of this machine and end it; gives the port. */
function useServer(server: net.Server, address = '127.0.0.1'): () => number {
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
  });
  after(() => {
    server.close();
    if (server instanceof http.Server) server.closeAllConnections();
  });
  return () => {
    const bound = server.address();
    assert.ok(typeof bound === 'object' && bound);
    return bound.port;
  };
}
