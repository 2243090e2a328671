import assert from 'node:assert/strict';
import { nameProblem } from '../../../../src/core/stream/name';

describe('the name of a stream', () => {
  // Cyrillic а and о, Greek ο, full-width letters.
  for (const name of ['SANDBOX', 'S\u0430ndbox', 'Sandb\u043Ex', 'Sandb\u03BFx', '\uFF33\uFF41\uFF4Edbox'])
    it(`is not what looks like the sandbox: ${name}`, () => assert.equal(nameProblem(name, []), 'reserved'));

  it('may have letters of any script', () => {
    for (const name of ['Поддержка', 'Υποστήριξη', 'サポート', 'Sandbox 2'])
      assert.equal(nameProblem(name, []), undefined);
  });
});
