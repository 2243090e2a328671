import * as vscode from 'vscode';
import { plainText } from '../plainText';

/**
 * A text on one line as Markdown that shows just that, so that no value makes a link or a picture. VS Code's own
 * `appendText` does it, except that its spaces never break, which makes long sentences overflow the hover.
 */
export function escaped(text: string): string {
  return new vscode.MarkdownString().appendText(plainText(text)).value.replaceAll('&nbsp;', ' ');
}
