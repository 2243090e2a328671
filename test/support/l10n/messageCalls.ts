import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../../vscode/paths';

/** A call of `l10n.t` in `src`: the editor's own, or that of a page. */
export interface MessageCall {
  /** Where, for people: `src/editor/errors.ts:12`. */
  readonly at: string;
  /** The English sentence, its own key; `undefined` when it is not written out there, so that nothing can collect it. */
  readonly message: string | undefined;
  /** What goes into it, as source text. */
  readonly values: readonly ts.Expression[];
  readonly source: ts.SourceFile;
}

let all: readonly MessageCall[] | undefined;

/** Every call of `l10n.t` in `src`, read once a process. */
export function messageCalls(): readonly MessageCall[] {
  all ??= sourcesWithMessages().flatMap(([file, text]) => callsIn(file, text));
  return all;
}

/** The source files that word something, in a fixed order: path from the root, with `/`, and text. */
export function sourcesWithMessages(): readonly (readonly [file: string, text: string])[] {
  const files = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join('src', file.replaceAll(path.sep, '/')))
    .sort()
    .map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')] as const)
    .filter(([, text]) => text.includes('l10n.t('));
}

function callsIn(file: string, text: string): readonly MessageCall[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: MessageCall[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$/.test(node.expression.getText(source))) {
      const [first, ...values] = node.arguments;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const message = first && ts.isStringLiteralLike(first) ? first.text : undefined;
      found.push({ at: `${file}:${line + 1}`, message, values, source });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
