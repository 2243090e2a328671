import assert from 'node:assert/strict';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import {
  defaultSubject,
  describeToken,
  signingKey,
  signToken,
  tokenRequest,
} from '../../../../src/core/delivery/token';

const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const iat = Math.floor(now / 1000);

class FixedPorts {
  #given = 0;
  now() {
    return now;
  }
  uuid() {
    return `id-${++this.#given}`;
  }
}

const request = { clientId: 'cs-1', subject: '1234567890', expiresInSeconds: 300 };

/** jose, not jsonwebtoken: one library's mistake must not hide itself. */
function verify(token: string, secret: string) {
  return jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    currentDate: new Date(now),
  });
}

function key(secret: string) {
  const made = signingKey(secret);
  assert.ok(made);
  return made;
}

describe('token', () => {
  it('holds the documented claims and verifies with another library', async () => {
    const { payload, protectedHeader } = await verify(
      signToken(request, key('secret'), new FixedPorts()),
      'secret',
    );
    assert.deepEqual(protectedHeader, { alg: 'HS256', typ: 'JWT' });
    assert.deepEqual(payload, { appId: 'cs-1', sub: '1234567890', iat, exp: iat + 300, jti: 'id-1' });
  });

  it('claims what the stream has it claim besides, and nothing in place of its own', async () => {
    const claims = { iss: 'cs-1', aud: ['https://idproxy.example.com'], appId: 'other', jti: 'same' };
    const { payload } = await verify(
      signToken({ ...request, claims }, key('secret'), new FixedPorts()),
      'secret',
    );
    assert.deepEqual(payload, {
      ...{ iss: 'cs-1', aud: ['https://idproxy.example.com'] },
      ...{ appId: 'cs-1', sub: '1234567890', iat, exp: iat + 300, jti: 'id-1' },
    });
  });

  it('has no exp when its life is 0', async () => {
    const token = signToken({ ...request, expiresInSeconds: 0 }, key('secret'), new FixedPorts());
    const { payload } = await verify(token, 'secret');
    assert.deepEqual(Object.keys(payload).sort(), ['appId', 'iat', 'jti', 'sub']);
  });

  for (const secret of ['x', 'Schlüssel – 秘密', '-----BEGIN PUBLIC KEY-----\nnot PEM'])
    it(`signs with the secret ${JSON.stringify(secret)}`, async () => {
      await verify(signToken(request, key(secret), new FixedPorts()), secret);
    });

  it('does not verify with another secret', async () => {
    await assert.rejects(verify(signToken(request, key('secret'), new FixedPorts()), 'other'));
  });

  it('makes no key of an empty secret', () => assert.equal(signingKey(''), undefined));

  it('gives every token a jti of its own', () => {
    const ports = new FixedPorts();
    const [first, second] = [describeToken(request, ports), describeToken(request, ports)];
    assert.notEqual(first.payload.jti, second.payload.jti);
  });

  it('describes what it signs, without the signature', async () => {
    const described = describeToken(request, new FixedPorts());
    const token = signToken(request, key('secret'), new FixedPorts());
    assert.deepEqual(described.header, decodeProtectedHeader(token));
    assert.deepEqual(described.payload, (await verify(token, 'secret')).payload);
    assert.ok(!JSON.stringify(described).includes(token.split('.')[2] ?? ''));
  });

  it("takes the stream's subject, or its own name", () => {
    assert.equal(tokenRequest({ clientId: 'cs-1', subject: 'me' }, 0).subject, 'me');
    assert.equal(tokenRequest({ clientId: 'cs-1' }, 0).subject, defaultSubject);
  });
});
