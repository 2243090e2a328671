import assert from 'node:assert/strict';
import { AnswerGuard } from '../../../../src/core/delivery/answerGuard';

/** Whether an answer of so many entries may be read, however its bytes come. */
function accepts(text: string, entries = 1): boolean {
  const bytes = Buffer.from(text);
  const verdicts = [1, 3, 1_000_000].map((step) => {
    const guard = new AnswerGuard(entries);
    for (let at = 0; at < bytes.length; at += step)
      if (!guard.accepts(bytes.subarray(at, at + step))) return false;
    return true;
  });
  assert.equal(new Set(verdicts).size, 1);
  return verdicts[0] ?? false;
}

const list = (count: number, entry: string) => `[${Array<string>(count).fill(entry).join(',')}]`;

describe('what an answer may hold', () => {
  it('is 32 levels', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const)
      for (const levels of [32, 33]) {
        const text = open.repeat(levels) + '1' + close.repeat(levels);
        assert.equal(accepts(text), levels === 32);
        assert.equal(accepts(` \r\n\t\ufeff${text}`), levels === 32);
      }
    assert.ok(accepts('[' + '[1],'.repeat(500) + '1]'));
    assert.ok(!accepts('['.repeat(100)));
  });

  it('is eight objects and lists for each contact, and a thousand', () => {
    for (const entry of ['{}', '[]', '{"id":"1"}', '{"error":"x"}']) {
      assert.ok(accepts(list(1_007, entry)));
      assert.ok(!accepts(list(1_008, entry)));
      assert.ok(accepts(list(1_008, entry), 2));
      assert.ok(accepts(list(80_999, entry), 10_000));
      assert.ok(!accepts(list(81_000, entry), 10_000));
    }
  });

  it('is two hundred values for each contact, and fifty thousand', () => {
    for (const value of ['1', '""', 'null']) {
      assert.ok(accepts(list(50_201, value)));
      assert.ok(!accepts(list(50_202, value)));
    }
  });

  it('is any text in strings', () => {
    for (const text of [
      '['.repeat(100),
      '\\"' + '{'.repeat(100),
      '\\\\',
      ',é"'.replace('"', '').repeat(60_000),
    ])
      assert.ok(accepts(`[{"id":"${text}"}]`), text.slice(0, 9));
    // The string ends, and what is behind it counts.
    assert.ok(!accepts(`["\\\\"${',['.repeat(40)}`));
  });

  it('is anything where it is not JSON', () => {
    for (const page of ['<html><style>a{}', ' <!doctype html>"', 'Not found '])
      assert.ok(accepts(page + '{['.repeat(2_000)));
    assert.ok(accepts(''));
  });
});
