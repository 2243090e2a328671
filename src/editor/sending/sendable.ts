import type * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import { isExact } from '../../core/mapping/columnMap';
import type { RowOfFile } from '../results/resultRows';

/** What would be sent of a file, checked: the file itself, or a copy with its columns mapped. */
export interface Sendable {
  /** The CSV that is sent. */
  readonly text: string;
  /** Its rows in order, each with its line in the user's file. */
  readonly rows: readonly RowOfFile[];
  /** How many warnings the check of {@link text} gave. */
  readonly warnings: number;
  /** Set for a mapped copy. */
  readonly mapping?: {
    /** One line for each column: its name and where its values come from. Fit for a message. */
    readonly lines: readonly string[];
    /** Not asked this time: the header is one that was mapped before. */
    readonly asLastTime: boolean;
  };
  /** The file itself may be sent, but its header has more than the six columns: a mapped copy would not. */
  readonly couldBeMapped: boolean;
}

/** The document exactly as the editor shows it. The report must be of the document's present text. */
export function asItStands(document: vscode.TextDocument, { sheet, counts }: CheckReport): Sendable {
  const rows: RowOfFile[] = [];
  for (let record = 1; record < sheet.recordCount; record++) {
    if (!sheet.isRow(record)) continue;
    const { start } = sheet.table.recordRange(record);
    rows.push({ line: document.positionAt(start).line + 1, values: sheet.values(record) });
  }
  return {
    text: sheet.table.text,
    rows,
    warnings: counts.warning,
    couldBeMapped: !isExact(sheet.headers),
  };
}
