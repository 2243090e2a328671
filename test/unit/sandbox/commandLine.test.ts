import assert from 'node:assert/strict';

import { readOptions, usage } from '../../../src/sandbox/commandLine';
import { repeatedNumberPolicies } from '../../../src/sandbox/index';

describe('sandbox: command line', () => {
  it('leaves everything to the defaults when nothing is given', () => assert.deepEqual(readOptions([]), {}));

  it('takes every option', () => {
    const given = ['--port', '8080', '--requests-per-minute=60', '--repeated-number', 'accept'];
    assert.deepEqual(readOptions(given), { port: 8080, requestsPerMinute: 60, repeatedNumber: 'accept' });
  });

  for (const [option, value, expected] of [
    ['--port', '0', { port: 0 }],
    ['--port', '65535', { port: 65_535 }],
    ['--requests-per-minute', '1', { requestsPerMinute: 1 }],
  ] as const) {
    it(`takes ${option} ${value}`, () => assert.deepEqual(readOptions([option, value]), expected));
  }

  for (const policy of ['refuseFile', 'refuseRow', 'dropRow', 'accept'] as const) {
    it(`takes and explains the policy ${policy}`, () => {
      assert.deepEqual(readOptions(['--repeated-number', policy]), { repeatedNumber: policy });
      assert.ok(usage.includes(policy));
    });
  }
  it('has no further policy', () => assert.equal(repeatedNumberPolicies.length, 4));

  for (const given of [
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', ''],
    ['--port'],
    ['--requests-per-minute', '0'],
    ['--requests-per-minute', '1.5'],
    ['--repeated-number', 'merge'],
    ['--repeated-number', ''],
    ['--unknown'],
    ['extra'],
  ]) {
    it(`refuses ${given.join(' ')}`, () => assert.equal(readOptions(given), undefined));
  }
});
