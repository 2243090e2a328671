import * as vscode from 'vscode';
import { countUpTo } from '../../../src/core/csv/runs';

/** A text by lines, as far as the assistants ask for it; both ways by a search in the starts of the lines, as VS Code has it. */
export function documentOf(text: string): vscode.TextDocument {
  const starts = Uint32Array.from(lineStarts(text));
  const offsetAt = ({ line, character }: vscode.Position) => (starts[line] ?? text.length) + character;
  const positionAt = (offset: number) => {
    const line = countUpTo(starts, offset) - 1;
    return new vscode.Position(line, offset - (starts[line] ?? 0));
  };
  const lineAt = (line: number | vscode.Position) => {
    const at = typeof line === 'number' ? line : line.line;
    const words = text.slice(starts[at], starts[at + 1]).replace(/\r?\n$/, '');
    return { text: words } as Partial<vscode.TextLine> as vscode.TextLine;
  };
  return {
    lineCount: starts.length,
    offsetAt,
    positionAt,
    lineAt,
  } as Partial<vscode.TextDocument> as vscode.TextDocument;
}

function* lineStarts(text: string): Generator<number> {
  yield 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) yield at + 1;
}
