import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../../vscode/paths';

/** Properties whose text somebody else chose: a server, a file, a folder's or another machine's settings. */
const foreign =
  /^(name|host|streamId|clientId|location|systemCode|serverCode|serverWords|header|path|fsPath|detail)$/;

/** What goes into sentences as it is: each foreign property that an argument of `l10n.t` is, as `file: argument`. */
function rawArguments(file: string): readonly string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  if (!text.includes('l10n.t(')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(source))) {
      for (const argument of node.arguments.slice(1)) {
        const isForeign =
          (ts.isPropertyAccessExpression(argument) && foreign.test(argument.name.text)) ||
          /asRelativePath|toString\(/.test(argument.getText(source));
        if (isForeign) found.push(`${file}: ${argument.getText(source)}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('sentences', () => {
  it('take no foreign text that plainText has not been over: it could be a link that runs a command', () => {
    const files = fs.readdirSync(path.join(root, 'src/editor'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => file.endsWith('.ts')).map((file) => path.join('src/editor', file));
    assert.ok(sources.length > 50);
    assert.deepEqual(sources.flatMap(rawArguments), []);
  });
});
