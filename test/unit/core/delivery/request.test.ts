import assert from 'node:assert/strict';
import { jwtVerify } from 'jose';
import { header, RawServer, reply, type RawRequest } from '../../../support/rawServer';
import { clientOf, csv, never, secret, streamAt } from '../../../support/delivery';

const path = '/agentassist/api/v1/public/st-733b03fb-667c-58d4-89ab-9d13f63f0000/contacts';

describe('request on the wire', () => {
  let server: RawServer;
  beforeEach(async () => (server = await RawServer.start(reply(200, '[]'))));
  afterEach(() => server.stop());

  async function sent(name = csv.name, more = {}): Promise<RawRequest> {
    await clientOf(streamAt(server.origin, more)).importContacts({ ...csv, name }, never);
    const [request, ...others] = server.requests;
    assert.ok(request && others.length === 0);
    return request;
  }

  it('posts to the documented path', async () => {
    assert.equal((await sent()).line, `POST ${path}/import-contacts HTTP/1.1`);
  });

  it('has these headers and no others', async () => {
    const request = await sent('contacts.csv', { accountId: '63c7ebae6a2aef36de8f0000' });
    const names = request.headers.map(([name]) => name.toLowerCase()).sort();
    assert.deepEqual(names, [
      'accept',
      'accept-encoding',
      'accountid',
      'auth',
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
    ]);
    assert.equal(header(request, 'accept'), 'application/json');
    assert.equal(header(request, 'accountid'), '63c7ebae6a2aef36de8f0000');
    assert.equal(header(request, 'user-agent'), 'agentassist-contacts/1.2.3');
    assert.equal(header(request, 'connection'), 'close');
    assert.equal(header(request, 'content-length'), String(request.body.length));
  });

  it('has no accountId when the stream has none', async () => {
    assert.equal(header(await sent(), 'accountid'), undefined);
  });

  it('carries the token itself, a fresh one each time', async () => {
    const client = clientOf(streamAt(server.origin));
    await client.importContacts(csv, never);
    await client.importContacts(csv, never);
    const ids = await Promise.all(
      server.requests.map(async (request) => {
        const token = header(request, 'auth') ?? '';
        const { payload } = await jwtVerify(token, new TextEncoder().encode(secret));
        assert.equal(payload['appId'], 'cs-169feadb-c572-556e-a138-6816c1737c46');
        assert.equal(payload.sub, 'agentassist-contacts');
        return payload.jti;
      }),
    );
    assert.equal(new Set(ids).size, 2);
  });

  // The file name as the multipart header must spell it: WHATWG form-data encodes what would end it, nothing else.
  const names = [
    ['contacts.csv', 'contacts.csv'],
    ['my "best" contacts.csv', 'my %22best%22 contacts.csv'],
    ['two\nlines\r.csv', 'two%0Alines%0D.csv'],
    ['Müller 連絡先 😀.csv', 'Müller 連絡先 😀.csv'],
    ['back\\slash;%22.csv', 'back\\slash;%22.csv'],
  ] as const;
  for (const [name, spelled] of names)
    it(`has one part, result_file, with the file name ${JSON.stringify(name)} and exactly its bytes`, async () => {
      const request = await sent(name);
      const [, boundary] = /^multipart\/form-data; boundary=([\w-]{1,70})$/.exec(
        header(request, 'content-type') ?? '',
      ) ?? ['', undefined];
      assert.ok(boundary);
      const head =
        `--${boundary}\r\n` +
        `Content-Disposition: form-data; name="result_file"; filename="${spelled}"\r\n` +
        'Content-Type: text/csv\r\n\r\n';
      const expected = Buffer.concat([Buffer.from(head), csv.bytes, Buffer.from(`\r\n--${boundary}--`)]);
      assert.deepEqual(request.body.toString('utf8'), expected.toString('utf8'));
      assert.ok(request.body.equals(expected));
    });

  it('sends only the view of a larger buffer', async () => {
    const whole = new TextEncoder().encode('SECRET,wanted,SECRET');
    await clientOf(streamAt(server.origin)).importContacts(
      { name: 'a.csv', bytes: whole.subarray(7, 13) },
      never,
    );
    const body = server.requests[0]?.body.toString() ?? '';
    assert.ok(body.includes('\r\n\r\nwanted\r\n--') && !body.includes('SECRET'));
  });

  it('reads a page of contacts with the same token and no body', async () => {
    await clientOf(streamAt(server.origin)).listContacts({ skip: 40, limit: 20 }, never);
    const [request] = server.requests;
    assert.equal(request?.line, `GET ${path}?skip=40&limit=20 HTTP/1.1`);
    assert.equal(header(request, 'content-type'), undefined);
    assert.match(header(request, 'auth') ?? '', /^[\w-]+\.[\w-]+\.[\w-]+$/);
  });
});

describe('endpoint', () => {
  it('encodes the stream id', async () => {
    const server = await RawServer.start(reply(200, '[]'));
    await clientOf(streamAt(server.origin, { streamId: 'st:@+1' })).importContacts(csv, never);
    assert.match(server.requests[0]?.line ?? '', /\/public\/st%3A%40%2B1\/contacts\//);
    await server.stop();
  });

  for (const host of ['http://platform.kore.ai', 'http://127.evil.example', 'ftp://127.0.0.1', ''])
    it(`refuses the host ${JSON.stringify(host)} before a token exists`, () => {
      assert.throws(() => clientOf(streamAt(host)));
    });

  for (const streamId of ['', '..', 'a/b', 'a?b'])
    it(`refuses the stream id ${JSON.stringify(streamId)}`, () => {
      assert.throws(() => clientOf(streamAt('https://platform.kore.ai', { streamId })));
    });
});
