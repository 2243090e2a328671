import assert from 'node:assert/strict';
import ts from 'typescript';
import { messageCalls } from '../../support/l10n/messageCalls';

/** Properties whose text somebody else chose: a server, a file, a folder's or another machine's settings. */
const foreign =
  /^(name|host|streamId|clientId|location|systemCode|serverCode|serverWords|header|path|fsPath|detail)$/;

describe('sentences', () => {
  it('take no foreign text that plainText has not been over: it could be a link that runs a command', () => {
    const calls = messageCalls().filter(({ at }) => at.startsWith('src/editor/'));
    assert.ok(calls.length > 500);
    const raw = calls.flatMap(({ at, values, source }) =>
      values.filter((value) => isForeign(value, source)).map((value) => `${at} ${value.getText(source)}`),
    );
    assert.deepEqual(raw, []);
  });
});

/** Whether what goes into a sentence as it is is a foreign property. */
function isForeign(value: ts.Expression, source: ts.SourceFile): boolean {
  return (
    (ts.isPropertyAccessExpression(value) && foreign.test(value.name.text)) ||
    /asRelativePath|toString\(/.test(value.getText(source))
  );
}
