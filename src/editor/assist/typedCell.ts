import * as vscode from 'vscode';
import type { CsvTable } from '../../core/csv';

/** The cell that is being typed: what suggestions for it replace. */
export class TypedCell {
  /** The whole cell, its quotes included. */
  private readonly range: vscode.Range;
  private readonly text: string;

  /** @param line the one line as a table of its own, which stands on that line of the document */
  constructor(line: CsvTable, field: number, lineNumber: number) {
    const { start, end } = line.recordCount > 0 ? line.fieldRange(0, field) : { start: 0, end: 0 };
    this.range = new vscode.Range(lineNumber, start, lineNumber, end);
    this.text = line.text.slice(start, end);
  }

  /**
   * A suggestion in the place of the whole cell.
   * @param alsoBy further words by which it is found as one types
   */
  suggest(label: string | vscode.CompletionItemLabel, alsoBy = ''): vscode.CompletionItem {
    const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Value);
    const value = typeof label === 'string' ? label : label.label;
    item.insertText = value;
    item.range = this.range;
    // VS Code compares with all that stands between the start of the range and the cursor, the quote included.
    item.filterText = `${this.text.startsWith('"') ? '"' : ''}${value} ${alsoBy}`.trimEnd();
    return item;
  }

  /** A suggestion that fits whatever stands in the cell. */
  suggestAlways(label: string): vscode.CompletionItem {
    const item = this.suggest(label);
    if (this.text !== '') item.filterText = this.text;
    return item;
  }
}
