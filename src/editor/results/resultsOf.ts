import { setImmediate } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type {
  ImportReport,
  ImportSource,
  ImportSummary,
  RowResult,
  SettledRow,
} from '../../core/delivery/index';
import type { ResultAction, ResultRow, Results } from '../../protocol/results';
import { packRows } from '../../protocol/packRows';
import { encodePage, type EncodedPage } from '../../protocol/encodedPage';
import { countRows, rowsOnPage } from '../../protocol/rowPage';
import type { AboutImport, NotSent } from './liveResults';
import { noteMessage } from './noteMessages';
import { resultRow, unmatchedRow } from './resultRows';

/** An import as far as it came. */
export interface ImportState extends NotSent {
  readonly importId: string;
  /** ISO 8601, when it began. */
  readonly at: string;
  readonly stream: ImportSummary['stream'];
  readonly uri: vscode.Uri;
  readonly source: Pick<ImportSource, 'name' | 'groups'>;
  readonly report: ImportReport;
  /** Why it ended before every row was sent; empty when it ran through. */
  readonly notice: string;
  readonly actions: readonly ResultAction[];
}

/** What is told of an import besides its rows, as long as nothing more is known. */
export function aboutImport({
  importId,
  at,
  stream,
  uri,
  source,
  running = '',
}: Pick<ImportState, 'importId' | 'at' | 'stream' | 'uri' | 'source'> & {
  readonly running?: string;
}): AboutImport {
  return {
    importId,
    streamName: stream.name,
    host: stream.host,
    streamId: stream.streamId,
    sandbox: stream.sandbox === true,
    fileName: source.name,
    fileUri: uri.toString(),
    at,
    changedAt: new Date().toISOString(),
    running,
    notice: '',
    actions: [],
  };
}

/** The page's row for a row of the file. */
export function rowOf(settled: SettledRow, notSent: NotSent): ResultRow {
  return resultRow(settled, notSent, noteMessage);
}

/** What the page shows of an import that is over. */
export async function resultsOf(state: ImportState): Promise<Results> {
  const { report, notice, actions } = state;
  const rows = await packed(state);
  return {
    ...aboutImport(state),
    rowCount: report.rowCount,
    counts: { ...report.counts, unmatched: report.unmatchedCount, waiting: 0 },
    notice,
    actions,
    rows,
    rowsNotListed: report.rowCount + report.unmatchedCount - countRows(rows),
  };
}

/** The rows in the file's order, then what no row explains, packed in slices: never are there objects for all of them. */
async function packed(state: ImportState): Promise<readonly EncodedPage[]> {
  const pages: EncodedPage[] = [];
  let rows: ResultRow[] = [];
  const add = async (row: ResultRow) => {
    if (rows.push(row) < rowsOnPage) return;
    pages.push(encodePage(packRows(rows)));
    rows = [];
    await setImmediate();
  };
  for (const row of await listed(state)) await add(row());
  for (const contact of state.report.unmatched) await add(unmatchedRow(contact));
  if (rows.length > 0) pages.push(encodePage(packRows(rows)));
  return pages;
}

/**
 * The rows in the file's order: what is known of them, and those that were never sent as they stand in the file. Where not
 * all can be listed, what became of rows comes first, and rows that another import has sent come last.
 */
async function listed(state: ImportState): Promise<readonly (() => ResultRow)[]> {
  const { source, report } = state;
  const { most } = report;
  const rows = report.settled().slice(0, most);
  const room = most - rows.length;
  const [open, leftOut]: [SettledRow[], SettledRow[]] = [[], []];
  if (report.counts.notSent > 0 && room > 0) {
    for await (const group of source.groups()) {
      for (const row of group) {
        if (report.outcomeAt(row.index) !== 'notSent' || report.at(row.index)) continue;
        const list = state.leftOutOf?.(row.index) ? leftOut : open;
        if (list.length < room) list.push({ row, result: neverSent, history: [] });
      }
      if (open.length >= room) break;
    }
  }
  return [...rows, ...open, ...leftOut]
    .slice(0, most)
    .sort((a, b) => a.row.index - b.row.index)
    .map((settled) => () => rowOf(settled, state));
}

const neverSent: RowResult = { outcome: 'notSent' };
