import assert from 'node:assert/strict';
import { replaceEach } from '../../../../src/core/spreadsheet/replaceEach';

describe('replacing match by match', () => {
  for (const [text, pattern] of [
    ['<a/><b>x</b>', /<(\w)(\/)?>/g],
    ['aaa', /a/g],
    ['abc', /x/g],
    ['abc', /(?=b)|$/g],
    ['', /a*/g],
  ] as const) {
    it(`does what replace does: ${pattern.source} in “${text}”`, () => {
      const change = (all: string, ...groups: readonly unknown[]) => `[${all}|${String(groups[0])}]`;
      assert.equal(
        replaceEach(text, new RegExp(pattern), change),
        text.replace(pattern, (all: string, ...rest: unknown[]) =>
          change(all, ...rest.slice(0, -2).filter((part) => typeof part !== 'number')),
        ),
      );
    });
  }
});
