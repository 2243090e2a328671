import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { StreamClient } from '../../../../src/core/delivery';
import { withoutSecrets } from '../../../../src/core/delivery/withoutSecrets';
import { csv, never, streamAt } from '../../../support/delivery';
import { header, RawServer, reply, type RawRequest } from '../../../support/rawServer';

const secret = 'pZ7/Q0"k=w3uT9 long enough+aB1';
const other = 'eyJhbGciOiJkaXIifQ..iv-1.text_2.tag3';

/** Every way in which a server may repeat what it was sent. */
const echoes: readonly ((token: string) => readonly [status: number, body: string, headers?: object])[] = [
  (token) => [400, JSON.stringify({ errors: [{ msg: `Rejected. auth: ${token}; ${secret} ${other}` }] })],
  (token) => [400, JSON.stringify({ message: `Rejected: ${token}`, code: token, secret })],
  (token) => [400, `{"message":"${token.replaceAll('.', '\\u002e')} ${gson(secret)}"}`],
  (token) => [400, `Rejected: auth=${token}&secret=${encodeURIComponent(secret)} ${secret}`],
  (token) => [401, `<html>${token}</html>`],
  (token) => [302, '', { Location: `/login?${token}`, 'X-Request-Id': token }],
  (token) => [
    200,
    JSON.stringify([{ id: '1', firstName: token, [token]: { deep: [`${secret} ${other}`] } }]),
  ],
  (token) => [200, JSON.stringify([{ cellPhone: { phoneNumber: '1' }, error: `No: ${token} ${secret}` }])],
  (token) => [200, JSON.stringify({ message: `${token} ${secret}` })],
];

/** As Gson and PHP write a text in JSON. */
function gson(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/').replaceAll('=', '\\u003d');
}

describe('secrets that a server repeats', () => {
  for (const [index, echo] of echoes.entries())
    it(`go no further than the answer, in whatever it has them: ${index + 1}`, async () => {
      const tokenOf = (request: RawRequest) => header(request, 'auth') ?? '';
      const server = await RawServer.start((socket, request) => {
        const [status, body, headers] = echo(tokenOf(request));
        reply(status, body, { ...headers })(socket, request);
      });
      try {
        const target = { stream: streamAt(server.origin), key: createSecretKey(secret, 'utf8') };
        const options = { timeoutMs: 5_000, expiresInSeconds: 0, userAgent: 'test' };
        const answer = await new StreamClient(target, options).importContacts(csv, never);
        const [token] = server.requests.map(tokenOf);
        assert.ok(token);
        const shown = JSON.stringify(answer);
        for (const text of [token, 'eyJ', secret, gson(secret), JSON.stringify(secret).slice(1, -1)])
          assert.ok(!shown.includes(text), shown);
      } finally {
        await server.stop();
      }
    });

  it('are told by an ellipsis, and all else is as the server wrote it', () => {
    const clean = (text: string) => withoutSecrets(text, 'not.a.webToken', secret);
    assert.equal(clean('auth: eyJh.eyJz.c2ln row 7, not.a.webToken.'), 'auth: … row 7, ….');
    for (const text of ['eyJ', 'eyJhb.only', '{"a":"\\u003d \\/ 1.0"}', '[1.0, "\\u00fc"]', ''])
      assert.equal(clean(text), text);
  });

  it('are not looked for where they are so short that they could be a number or a name', () => {
    assert.equal(withoutSecrets('+919876543210', 't.o.k', '9876543210'), '+919876543210');
  });
});
