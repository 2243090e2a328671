import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { sign } from 'jsonwebtoken';

import { startSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';
import { assertError, contactsUrl, csv, form, john, token, useSandbox } from './support';

describe('sandbox: token', () => {
  const sandbox = useSandbox();
  const callWith = (auth: string | undefined, to: Sandbox = sandbox()) =>
    fetch(contactsUrl(to), { headers: auth === undefined ? {} : { auth } });
  const accepted = async (auth: string) => assert.equal((await callWith(auth)).status, 200);
  const refused = async (auth: string | undefined) =>
    assertError(sandbox(), await callWith(auth), 401, 'Invalid JWT token', 4002);
  const unknown = async (auth: string, to?: Sandbox) =>
    assertError(sandbox(), await callWith(auth, to), 401, 'Invalid SDK credentials', 4002);
  const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

  it('is accepted with appId and sub alone', () => accepted(token(sandbox(), {}, { noTimestamp: true })));
  it('is accepted with iat, exp and jti', () =>
    accepted(token(sandbox(), {}, { expiresIn: 300, jwtid: 'one' })));
  it('may be as far off as two clocks are', () =>
    accepted(token(sandbox(), { exp: seconds(-2), nbf: seconds(2) })));

  it('is refused when it is missing', () => refused(undefined));
  it('is refused when it is empty', () => refused(''));
  it('is refused when it is no JWT', () => refused('not.a.token'));
  it('is refused with Bearer before it', () => refused(`Bearer ${token(sandbox())}`));
  it('is refused when signed with another secret', () =>
    refused(sign({ appId: sandbox().clientId }, 'another secret')));
  it('is refused when its payload was changed', () => {
    const [head, , signature] = token(sandbox()).split('.');
    const payload = Buffer.from(JSON.stringify({ appId: sandbox().clientId, more: 1 })).toString('base64url');
    return refused([head, payload, signature].join('.'));
  });
  it('is refused when expired', () => refused(token(sandbox(), { exp: seconds(-30) })));
  it('is refused when not yet valid', () => refused(token(sandbox(), { nbf: seconds(30) })));
  it('is refused with alg none', () =>
    refused(sign({ appId: sandbox().clientId }, '', { algorithm: 'none' })));
  for (const algorithm of ['HS384', 'HS512'] as const) {
    it(`is refused with ${algorithm} and the right secret`, () =>
      refused(token(sandbox(), {}, { algorithm })));
  }
  it('is refused with RS256', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return refused(sign({ appId: sandbox().clientId }, privateKey, { algorithm: 'RS256' }));
  });
  it('is refused when encrypted: five parts', () => refused('e30.e30.e30.e30.e30'));

  it('expires by the clock of the sandbox', async () => {
    await using later = await startSandbox({ now: () => new Date(Date.now() + 3_600_000) });
    const response = await callWith(token(later, {}, { expiresIn: 300 }), later);
    await assertError(later, response, 401, 'Invalid JWT token', 4002);
  });

  it('names an unknown app', () => unknown(token(sandbox(), { appId: 'cs-other' })));
  it('names an unknown app whatever the signature is', () => unknown(sign({ appId: 'cs-other' }, 'another')));
  it('names no app', () => unknown(token(sandbox(), { appId: undefined })));
  it('names the app as the sample of the API page does', () =>
    unknown(token(sandbox(), { appId: undefined, name: sandbox().clientId })));
  it('is for another stream', () => unknown(token(sandbox()), { ...sandbox(), streamId: 'st-other' }));

  it('is asked for by the import as well', async () => {
    const response = await fetch(`${contactsUrl(sandbox())}/import-contacts`, {
      method: 'POST',
      body: form(csv(john)),
    });
    await assertError(sandbox(), response, 401, 'Invalid JWT token', 4002);
  });
});
