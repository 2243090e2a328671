import assert from 'node:assert/strict';
import fc from 'fast-check';
import { secretKey } from '../../../../src/core/stream/stream';
import { ownStreams, readStreams, type StreamProblem } from '../../../../src/core/stream/streamSettings';

const good = {
  name: 'Support',
  host: 'platform.kore.ai/',
  streamId: 'st-733b03fb-667c-58d4-89ab-9d13f63f0123',
  clientId: 'cs-733b03fb-667c-58d4-89ab-9d13f63f0123',
};
const tidy = { ...good, host: 'https://platform.kore.ai' };
const problemsOf = (...setting: unknown[]) => readStreams(setting).problems;

/** What is changed in a good entry, and the one problem that it makes. */
const faults: readonly (readonly [what: string, change: object, problem: Omit<StreamProblem, 'index'>])[] = [
  ['no name', { name: undefined }, { code: 'missing', key: 'name' }],
  ['a blank name', { name: ' ' }, { code: 'missing', key: 'name' }],
  ['a name that is no text', { name: 7 }, { code: 'notText', key: 'name' }],
  ['a name with a line break', { name: 'a\nb' }, { code: 'name.invalid', key: 'name' }],
  ['a name that reads like another', { name: 'Sup\u202eport' }, { code: 'name.invalid', key: 'name' }],
  ['the name of the sandbox', { name: 'sandbox' }, { code: 'name.reserved', key: 'name' }],
  ['no host', { host: null }, { code: 'missing', key: 'host' }],
  ['http to another machine', { host: 'http://platform.kore.ai' }, { code: 'host.insecure', key: 'host' }],
  ['a password in the host', { host: 'https://a:b@c.de' }, { code: 'host.credentials', key: 'host' }],
  ['another scheme', { host: 'ftp://c.de' }, { code: 'host.scheme', key: 'host' }],
  ['a host that is none', { host: 'https://{host}' }, { code: 'host.invalid', key: 'host' }],
  ['no stream ID', { streamId: '' }, { code: 'missing', key: 'streamId' }],
  ['a stream ID that leaves its path', { streamId: '../..' }, { code: 'invalid', key: 'streamId' }],
  ['no client ID', { clientId: undefined }, { code: 'missing', key: 'clientId' }],
  ['a client ID with a space', { clientId: 'cs 1' }, { code: 'invalid', key: 'clientId' }],
  ['an account ID that ends its header', { accountId: 'a\r\nb' }, { code: 'invalid', key: 'accountId' }],
  ['a subject that is no text', { subject: {} }, { code: 'notText', key: 'subject' }],
  ['claims that are no object', { claims: ['iss'] }, { code: 'notClaims', key: 'claims' }],
  ['a claim that is an object', { claims: { aud: {} } }, { code: 'claim.invalid', key: 'claims.aud' }],
  ...['appId', 'sub', 'iat', 'exp', 'nbf', 'jti'].map(
    (name) =>
      [
        `a claim ${name} of its own`,
        { claims: { [name]: 'x' } },
        { code: 'claim.own', key: `claims.${name}` },
      ] as const,
  ),
  ['protected as text', { protected: 'yes' }, { code: 'notBoolean', key: 'protected' }],
];

describe('ownStreams', () => {
  it('are those of the user, whatever a workspace or a folder puts over them', () => {
    const [own, theirs] = [[good], [{ ...good, host: 'https://evil.example' }]];
    const places = { workspaceValue: theirs, workspaceFolderValue: theirs, globalLanguageValue: theirs };
    const settings = (globalValue: unknown) => ({
      inspect: (key: string) => (key === 'streams' ? { ...places, globalValue } : undefined),
      get: () => theirs,
    });
    assert.equal(ownStreams(settings(own)), own);
    assert.equal(ownStreams(settings(undefined)), undefined);
    assert.equal(ownStreams({ inspect: () => undefined }), undefined);
  });
});

describe('readStreams', () => {
  it('tidies what it takes and leaves out what is empty', () => {
    const { entries, problems } = readStreams([
      { ...good, name: ' Support ', accountId: '', subject: ' ', other: 1 },
    ]);
    assert.deepEqual(entries, [{ index: 0, stream: tidy }]);
    assert.deepEqual(problems, []);
  });

  it('keeps account ID, subject, claims and protection', () => {
    const extra = {
      accountId: '63c7ebae6a2aef36de8f0123',
      subject: 'loader',
      claims: { iss: 'cs-1', aud: ['https://idproxy.example.com'] },
      protected: true,
    };
    assert.deepEqual(readStreams([{ ...good, ...extra }]).entries, [
      { index: 0, stream: { ...tidy, ...extra } },
    ]);
  });

  it('takes an unusual identifier', () => assert.deepEqual(problemsOf({ ...good, streamId: 'st-1' }), []));

  for (const [what, change, problem] of faults) {
    it(`leaves out an entry with ${what}, and names it`, () => {
      const { entries, problems } = readStreams([
        { ...good, name: 'First' },
        { ...good, ...change },
      ]);
      assert.deepEqual(
        entries.map(({ index }) => index),
        [0],
      );
      assert.deepEqual(problems, [{ ...problem, index: 1 }]);
    });
  }

  it('keeps the first of two streams whose names differ in case alone', () => {
    const { entries, problems } = readStreams([good, { ...good, name: 'SUPPORT' }]);
    assert.deepEqual(
      entries.map(({ index }) => index),
      [0],
    );
    assert.deepEqual(problems, [{ code: 'name.taken', index: 1, key: 'name' }]);
  });

  for (const key of ['secret', 'clientSecret', 'client_secret', 'Password', 'jwt', 'accessToken', 'apiKey']) {
    it(`wants ${key} taken out, never reads it, and lets the stream work`, () => {
      const { entries, problems } = readStreams([{ ...good, [key]: 'hunter2' }]);
      assert.deepEqual(problems, [{ code: 'secret', index: 0, key }]);
      assert.deepEqual(entries, [{ index: 0, stream: tidy }]);
      assert.ok(!JSON.stringify([entries, problems]).includes('hunter2'));
    });
  }

  it('wants a secret among the claims taken out, and never reads it', () => {
    const { entries, problems } = readStreams([{ ...good, claims: { clientSecret: 'hunter2' } }]);
    assert.deepEqual(problems, [{ code: 'secret', index: 0, key: 'claims.clientSecret' }]);
    assert.deepEqual(entries, [{ index: 0, stream: tidy }]);
  });

  it('is told before all else that is wrong', () => {
    const insecure = { ...good, host: 'http://a.example' };
    assert.deepEqual(
      problemsOf(insecure, { ...good, clientSecret: 'hunter2' }).map(({ code, index }) => [code, index]),
      [
        ['secret', 1],
        ['host.insecure', 0],
      ],
    );
  });

  it('names everything that is wrong with an entry', () => {
    assert.deepEqual(problemsOf({}), [
      { code: 'missing', index: 0, key: 'name' },
      { code: 'missing', index: 0, key: 'host' },
      { code: 'missing', index: 0, key: 'streamId' },
      { code: 'missing', index: 0, key: 'clientId' },
    ]);
  });

  it('has nothing to say when nothing is set', () => {
    for (const setting of [undefined, null, []])
      assert.deepEqual(readStreams(setting), { entries: [], problems: [] });
  });

  it('names a setting that is no list, and entries that are no objects', () => {
    assert.deepEqual(readStreams({ name: 'x' }).problems, [{ code: 'notAList' }]);
    assert.deepEqual(
      problemsOf(null, 'x', [good]),
      [0, 1, 2].map((index) => ({ code: 'notAnObject', index })),
    );
  });

  it('survives whatever JSON is in the settings', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const setting of [value, [value], [{ ...good, host: value }], [{ ...good, name: value }]]) {
          for (const { stream } of readStreams(setting).entries) assert.match(stream.host, /^https?:\/\//);
        }
      }),
    );
  });
});

describe('secretKey', () => {
  it('differs when host or client ID differ, however they are cut', () => {
    const keys = [
      secretKey({ host: 'https://a', clientId: 'b' }),
      secretKey({ host: 'https://a', clientId: 'c' }),
      secretKey({ host: 'https://a","b', clientId: '' }),
      secretKey({ host: 'https://a', clientId: '' }),
    ];
    assert.equal(new Set(keys).size, keys.length);
  });
});
