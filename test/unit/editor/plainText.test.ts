import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainEnd, plainText, withoutLinks } from '../../../src/editor/plainText';

describe('plainText', () => {
  it('is one line without invisible characters', () => {
    assert.equal(plainText(' a\r\n\u202eb\u0000\u200bc\u2028d '), 'a b c d');
  });

  it('cuts to a length, and no character in half', () => {
    assert.equal(plainText('abcd', 3), 'ab…');
    assert.equal(plainText('a😀b', 3), 'a…');
    assert.equal(plainText('a😀', 3), 'a😀');
  });

  it('keeps the end of a path', () => {
    assert.equal(plainEnd('lists/a\u200b.csv', 20), 'lists/a .csv');
    assert.equal(plainEnd('a/very/long/path.csv', 9), '…path.csv');
    assert.equal(plainEnd('a😀b', 3), '…b');
  });

  it('has a milder form, which takes links apart and leaves all else', () => {
    assert.equal(withoutLinks(' [a](b)\n'), ' [a] (b)\n');
  });

  it('leaves no link, however it is put together', () => {
    for (const text of ['[a](command:x)', '[a]\u200b(command:x)', '[a]](command:x)', '[a]\n(command:x)']) {
      assert.ok(!plainText(text).includes(']('), text);
    }
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '\u200b',
      '\n',
      '\u0000',
      '\u{e0001}',
      'command:x',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => !plainText(pieces.join('')).includes('](')),
      { seed: 10, numRuns: 2_000 },
    );
  });
});
