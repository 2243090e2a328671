import assert from 'node:assert/strict';
import { withoutPaths } from '../../../src/editor/withoutPaths';

describe('withoutPaths', () => {
  const messages = [
    ["ENOENT: no such file, open '/home/jane/Jane Doe (old).csv'", "ENOENT: no such file, open '(path)'"],
    ['cannot read C:\\Users\\Jane Doe\\list.csv', 'cannot read (path)'],
    ['cannot read c:/Users/Jane/list.csv', 'cannot read (path)'],
    ['rename "\\\\server\\share\\jane.csv" -> "/x/y"', 'rename "(path)" -> "(path)"'],
    ['Unable to read file vscode-vfs://github/jane/list.csv', 'Unable to read file (path)'],
    ["open '/home/O'Brien/a.csv'", "open '(path)'"],
    ['see ~/jane.csv', 'see (path)'],
    ['5 / 2, and/or 3/4', '5 / 2, and/or 3/4'],
  ] as const;
  for (const [message, shown] of messages)
    it(`leaves of “${message}” what is no path`, () => assert.equal(withoutPaths(message), shown));

  it('leaves of a stack the code’s own file, line and column', () => {
    const stack = [
      "Error: open '/home/jane/a.csv'",
      '    at run (/home/jane doe/.vscode/extensions/kore-0.1/dist/main.js:1:22)',
      '    at async file:///home/jane/.vscode/dist/delivery.js:3:4',
      '    at new C (C:\\Users\\Jane\\main.js:5:6)',
      '    at async Promise.all (index 0)',
      '    at node:internal/main:7:8',
    ].join('\n');
    assert.equal(
      withoutPaths(stack),
      [
        "Error: open '(path)'",
        '    at run (main.js:1:22)',
        '    at async delivery.js:3:4',
        '    at new C (main.js:5:6)',
        '    at async Promise.all (index 0)',
        '    at node:internal/main:7:8',
      ].join('\n'),
    );
  });
});
