import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import esbuild, { type BuildOptions } from 'esbuild';
import { streamAt } from '../support/delivery';
import { RawServer, reply } from '../support/rawServer';

const root = path.join(import.meta.dirname, '..', '..');
const { parts } = createRequire(import.meta.url)('../../esbuild.js') as { parts: BuildOptions };
const fixture = (name: string) => fs.readFileSync(path.join(root, 'test/fixtures/tls', name));
const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** Sends a file to a stream with the built part, and prints Node's code for why it failed, or `ok`. */
const script = `
  const [part, stream, trusted, atRunTime] = process.argv.slice(1);
  if (atRunTime) process.env.${variable} = '0';
  if (trusted) require('node:https').globalAgent.options.ca = require('node:fs').readFileSync(trusted);
  const { StreamClient } = require(part);
  const key = require('node:crypto').createSecretKey('secret', 'utf8');
  const options = { timeoutMs: 5000, expiresInSeconds: 300, userAgent: 'test' };
  new StreamClient({ stream: JSON.parse(stream), key }, options)
    .importContacts({ name: 'a.csv', bytes: Buffer.from('firstName') }, new AbortController().signal)
    .then((answer) => console.log(answer.ok ? 'ok' : answer.failure.systemCode));
`;

// As it is published: what verifies hosts is put in when it is built.
describe('the part that sends', () => {
  let folder: string;
  let server: RawServer | undefined;

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-tls-'));
    const { delivery } = parts.entryPoints as Record<string, string>;
    assert.ok(delivery !== undefined);
    const entryPoints = { delivery };
    await esbuild.build({ ...parts, absWorkingDir: root, entryPoints, outdir: folder });
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  afterEach(async () => await server?.stop());

  /** What came of sending to a host that shows the certificate, and how many requests it saw. */
  async function send(
    certificate: string,
    how: { env?: string; atRunTime?: boolean; trusted?: string } = {},
  ) {
    server = await RawServer.start(reply(200, '[]'), {
      key: fixture('key.pem'),
      cert: fixture(certificate),
    });
    const stream = JSON.stringify(streamAt(`https://localhost:${server.port}`));
    const trusted = how.trusted === undefined ? '' : path.join(root, 'test/fixtures/tls', how.trusted);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['-e', script, path.join(folder, 'delivery.js'), stream, trusted, how.atRunTime === true ? 'yes' : ''],
      // Node takes any value but 0 for none.
      { env: { ...process.env, [variable]: how.env ?? '' } },
    );
    return [stdout.trim(), server.requests.length];
  }

  it('sends to a host whose certificate is trusted', async () => {
    assert.deepEqual(await send('localhost.pem', { trusted: 'localhost.pem' }), ['ok', 1]);
  });

  const refused = [
    ['self-signed', 'localhost.pem', undefined, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', 'expired.pem', 'expired.pem', 'CERT_HAS_EXPIRED'],
  ] as const;
  for (const [label, certificate, trusted, code] of refused)
    for (const [when, how] of [
      ['is not set', {}],
      ['was set to 0 before the start', { env: '0' }],
      ['is set to 0 at run time', { atRunTime: true }],
    ] as const)
      it(`sends to no host whose certificate is ${label} when ${variable} ${when}`, async () => {
        const given = { ...how, ...(trusted !== undefined && { trusted }) };
        assert.deepEqual(await send(certificate, given), [code, 0]);
      });
});
