import { setImmediate } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type {
  ImportReport,
  ImportSource,
  ImportSummary,
  RowResult,
  SettledRow,
} from '../../core/delivery/index';
import type { ResultAction, ResultRow, Results, RowOutcome } from '../../protocol/results';
import { packRows } from '../../protocol/packRows';
import { encodePage, type EncodedPage } from '../../protocol/encodedPage';
import { countRows, rowsOnPage } from '../../protocol/rowPage';
import type { RowList } from '../../protocol/rows';
import { knownByPlace, knownRow, knownUnmatched } from './knownRows';
import type { AboutImport, NotSent } from './liveResults';
import { noteMessage, sinceMessage } from './noteMessages';
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
  /** The rows of an earlier state of the import, if there is one: as in {@link knownRow}. */
  readonly known?: RowList | undefined;
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
  const row = resultRow(settled, notSent, noteMessage);
  const { since } = settled.row;
  if (since === undefined) return row;
  const remark = [row.remark, sinceMessage(settled.row)].filter((part) => part !== '').join(' ');
  // Whatever else there would be to do about it: it cannot be done.
  return since === 'gone' && isLeft(row.outcome) ? { ...row, remark, note: 'gone' } : { ...row, remark };
}

function isLeft(outcome: RowOutcome): boolean {
  return outcome !== 'created' && outcome !== 'present';
}

/** What the page shows of an import that is over. */
export async function resultsOf(state: ImportState): Promise<Results> {
  const { report, known, notice, actions } = state;
  const newer = report.unmatched.map(unmatchedRow);
  const earlier = known ? await knownUnmatched(known, newer, idsOf(report)) : [];
  const unmatchedCount = report.unmatchedCount + earlier.length;
  const rows = await packed(state, [...earlier, ...newer]);
  return {
    ...aboutImport(state),
    rowCount: report.rowCount,
    counts: { ...report.counts, unmatched: unmatchedCount, waiting: 0 },
    notice,
    actions,
    rows,
    rowsNotListed: report.rowCount + unmatchedCount - countRows(rows),
  };
}

/** The rows in the file's order, then what no row explains, packed in slices: never are there objects for all of them. */
async function packed(state: ImportState, unmatched: readonly ResultRow[]): Promise<readonly EncodedPage[]> {
  const pages: EncodedPage[] = [];
  let rows: ResultRow[] = [];
  const add = async (row: ResultRow) => {
    if (rows.push(row) < rowsOnPage) return;
    pages.push(encodePage(packRows(rows)));
    rows = [];
    await setImmediate();
  };
  for (const row of await listed(state)) await add(row());
  for (const row of unmatched) await add(row);
  if (rows.length > 0) pages.push(encodePage(packRows(rows)));
  return pages;
}

/**
 * The rows in the file's order: what is known of them, and those that were never sent as they stand in the file. Where not
 * all can be listed, what became of rows comes first, and rows that another import has sent come last.
 */
async function listed(state: ImportState): Promise<readonly (() => ResultRow)[]> {
  const { source, report, known } = state;
  const { most } = report;
  const before = known && (await knownByPlace(known));
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
    .map((settled) => () => {
      const { row, result } = settled;
      return knownRow(row, result.outcome, before) ?? rowOf(settled, state);
    });
}

function idsOf(report: ImportReport): ReadonlySet<string> {
  const ids = report.settled().flatMap(({ result }) => ('contact' in result ? [result.contact.id] : []));
  return new Set(ids);
}

const neverSent: RowResult = { outcome: 'notSent' };
