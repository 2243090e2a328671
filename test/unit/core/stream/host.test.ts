import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseHost, knownHosts, type HostProblem } from '../../../../src/core/stream/host';
import { runs } from '../../../support/long';

const tidied: readonly (readonly [typed: string, origin: string])[] = [
  ['https://platform.kore.ai', 'https://platform.kore.ai'],
  ['platform.kore.ai', 'https://platform.kore.ai'],
  ['  PLATFORM.Kore.AI/  ', 'https://platform.kore.ai'],
  ['//platform.kore.ai/', 'https://platform.kore.ai'],
  ['HTTPS://platform.kore.ai', 'https://platform.kore.ai'],
  ['https://platform.kore.ai.', 'https://platform.kore.ai'],
  ['https://platform.kore.ai/agentassist/api/v1/public?a=b#c', 'https://platform.kore.ai'],
  ['https://platform.kore.ai:443', 'https://platform.kore.ai'],
  ['assist.example.com:8443/x', 'https://assist.example.com:8443'],
  ['onpremises', 'https://onpremises'],
  ['192.0.2.10:8443', 'https://192.0.2.10:8443'],
  ['https://[2001:DB8::1]:8443', 'https://[2001:db8::1]:8443'],
  ['bücher.example', 'https://xn--bcher-kva.example'],
  ['kоre.ai', 'https://xn--kre-sed.ai'], // A Cyrillic о: shown for what it is.
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://LOCALHOST./', 'http://localhost'],
  ['http://127.0.0.1:80', 'http://127.0.0.1'],
  ['http://127.255.3.4:8080', 'http://127.255.3.4:8080'],
  ['http://0x7f.1:8080', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['localhost:3000', 'https://localhost:3000'],
];

const refused: readonly (readonly [typed: string, problem: HostProblem])[] = [
  ['', 'empty'],
  [' \t\n', 'empty'],
  ['http://platform.kore.ai', 'insecure'],
  ['http://127.0.0.1.example.com', 'insecure'],
  ['http://localhost.example.com', 'insecure'],
  ['http://128.0.0.1', 'insecure'],
  ['http://[::2]', 'insecure'],
  ['http://0.0.0.0:8080', 'insecure'],
  ['ftp://platform.kore.ai', 'scheme'],
  ['ws://localhost', 'scheme'],
  ['javascript://platform.kore.ai/%0aalert(1)', 'scheme'],
  ['https://user:password@platform.kore.ai', 'credentials'],
  ['user@platform.kore.ai', 'credentials'],
  ['http://localhost@example.com', 'credentials'],
  ['https://:password@platform.kore.ai', 'credentials'],
  ['https://{host}', 'invalid'],
  ['https://', 'invalid'],
  ['https:platform.kore.ai', 'invalid'],
  ['platform kore.ai', 'invalid'],
  ['plat\nform.kore.ai', 'invalid'],
  ['platform.kore.ai\\@example.com', 'invalid'],
  ['plat\u200bform.kore.ai', 'invalid'],
  ['a..b', 'invalid'],
  ['.', 'invalid'],
  ['https://platform.kore.ai:99999', 'invalid'],
  ['https://platform.kore.ai:0', 'invalid'],
  ['mailto:someone', 'invalid'],
];

describe('parseHost', () => {
  for (const [typed, origin] of tidied) {
    it(`tidies ${JSON.stringify(typed)}`, () => assert.deepEqual(parseHost(typed), { ok: true, origin }));
  }
  for (const [typed, problem] of refused) {
    it(`refuses ${JSON.stringify(typed)}: ${problem}`, () =>
      assert.deepEqual(parseHost(typed), { ok: false, problem }));
  }

  it('leaves every suggested host as it is', () => {
    for (const { origin } of knownHosts) assert.deepEqual(parseHost(origin), { ok: true, origin });
  });

  it('gives an origin that it takes again unchanged, https or on loopback, whatever is typed', () => {
    const piece = fc.constantFrom(
      'http',
      'https',
      '://',
      '//',
      '@',
      ':',
      '.',
      '/',
      '127.0.0.1',
      'localhost',
      '[::1]',
      '%',
      '?',
      'a',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (typed) => {
          const result = parseHost(typed);
          if (!result.ok) return;
          assert.deepEqual(parseHost(result.origin), result);
          assert.equal(new URL(result.origin).origin, result.origin);
          assert.match(result.origin, /^(https:|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$))/);
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});
