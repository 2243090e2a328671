import type * as vscode from 'vscode';
import type { ImportReport, ImportSource, RowResult } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import type { ResultAction, ResultRow, Results } from '../../protocol/results';
import { noteMessage } from './noteMessages';
import { resultRow, unmatchedRow } from './resultRows';

/** An import as far as it came. */
export interface ImportState {
  readonly importId: string;
  readonly stream: Stream;
  readonly uri: vscode.Uri;
  readonly source: ImportSource;
  readonly report: ImportReport;
  /** By index in the import: why rows are held back. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** Why it ended before every row was sent; empty when it ran through. */
  readonly notice: string;
  readonly actions: readonly ResultAction[];
}

/** What the page shows of an import. */
export async function resultsOf(state: ImportState): Promise<Results> {
  const { importId, stream, uri, source, report, notice, actions } = state;
  const rows = [...(await listed(state)), ...report.unmatched.map(unmatchedRow)];
  return {
    importId,
    streamName: stream.name,
    host: stream.host,
    streamId: stream.streamId,
    sandbox: stream.sandbox === true,
    fileName: source.name,
    fileUri: uri.toString(),
    at: new Date().toISOString(),
    rowCount: report.rowCount,
    counts: { ...report.counts, unmatched: report.unmatchedCount },
    notice,
    actions,
    rows,
    rowsNotListed: report.rowCount + report.unmatchedCount - rows.length,
  };
}

/** The rows in the file's order: what is known of them, and those that were never sent as they stand in the file. */
async function listed({ source, report, heldBack }: ImportState): Promise<readonly ResultRow[]> {
  const { most } = report;
  const rows: { readonly index: number; readonly row: ResultRow }[] = report.settled().map((settled) => ({
    index: settled.row.index,
    row: resultRow(settled, heldBack.get(settled.row.index) ?? '', noteMessage),
  }));
  if (report.counts.notSent > 0) {
    for await (const group of source.groups()) {
      for (const row of group) {
        if (report.outcomeAt(row.index) !== 'notSent' || report.at(row.index)) continue;
        rows.push({
          index: row.index,
          row: resultRow({ row, result: notSent, history: [] }, heldBack.get(row.index) ?? '', noteMessage),
        });
      }
      if (rows.length >= most) break;
    }
  }
  return rows
    .sort((a, b) => a.index - b.index)
    .slice(0, most)
    .map(({ row }) => row);
}

const notSent: RowResult = { outcome: 'notSent' };
