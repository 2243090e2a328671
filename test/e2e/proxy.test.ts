import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { contactColumns } from '../../src/core/contact/columns';
import { certificate, certificateKey } from './support/certificate';
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
    await command('Contacts: Send CSV to Stream…');
    await quickInput.pick('Behind the proxy');
    await quickInput.wait('Client Secret');
    await quickInput.enter(secret);
    await dialog.press('Send');
    const { rows } = await readGrid(vscode().webview);
    assert.equal(rows[0]?.[3], 'Asha');
    assert.deepEqual(connects, [`${host}:443`]);
    assert.equal(stream().contacts.length, 1);
  });
});

function partsOf(workbench: ReturnType<ReturnType<typeof useWorkbench>>) {
  const { editors, quickInput, dialog } = workbench;
  return { editors, quickInput, dialog, command: (title: string) => workbench.command(title) };
}

/** Takes TLS off and passes the bytes on to a local port. */
function tlsFront(port: () => number): net.Server {
  const options = {
    key: fs.readFileSync(certificateKey),
    cert: fs.readFileSync(certificate),
  };
  return tls.createServer(options, (socket) => join(socket, net.connect(port(), '127.0.0.1')));
}

/** A proxy that writes down what it is asked to connect to, and knows one host. */
function connectProxy(connects: string[], port: () => number): net.Server {
  const server = http.createServer((_, response) => response.writeHead(502).end());
  server.on('connect', ({ url = '' }, socket: net.Socket) => {
    connects.push(url);
    if (url !== `${host}:443`) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    join(socket, net.connect(port(), '127.0.0.1'));
  });
  return server;
}

function join(one: net.Socket, other: net.Socket): void {
  one.pipe(other).pipe(one);
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
}

/** Registers mocha hooks that start a server on a free loopback port and end it; gives the port. */
function useServer(server: net.Server): () => number {
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(() => {
    server.close();
    if (server instanceof http.Server) server.closeAllConnections();
  });
  return () => {
    const address = server.address();
    assert.ok(typeof address === 'object' && address);
    return address.port;
  };
}
