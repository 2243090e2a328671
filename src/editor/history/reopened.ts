import * as vscode from 'vscode';
import type {
  ImportReport,
  ImportSource,
  KnownRun,
  OutgoingRow,
  RowResult,
  RunRecord,
} from '../../core/delivery/index';
import { UserError } from '../commands/run';
import { loadDelivery } from '../delivery/load';
import { contactFrom } from '../results/resultRows';
import { mostListedInFull, mostListedOfMore } from '../results/resultsOf';
import type { Preparer } from '../sending/preparer';
import { shownName } from '../sending/files';
import type { Sendable } from '../sending/sendable';
import type { OpenLedgers } from './ledgers';

/** An earlier import beside its file as it stands now. */
export interface Reopened {
  readonly record: RunRecord;
  readonly sendable: Sendable;
  /** The file with only the rows of the import. */
  readonly source: ImportSource;
  /** What the ledger knows of the rows; their index is their place in the import. */
  readonly report: ImportReport;
  /** The import's rows that the file still has, with its place there. */
  readonly rows: readonly OutgoingRow[];
  /** By index in the import: why rows cannot be sent as they stand. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** Rows of the import that the file no longer has: removed, or edited since. */
  readonly missing: number;
  /** Rows of the file that were not in the import: added, or edited since. */
  readonly added: number;
}

/**
 * Finds an import and its rows again.
 * @throws UserError when it is not known any more, is still going on, or its file cannot be used
 */
export async function reopen(
  runId: string,
  { history, hasher }: OpenLedgers,
  preparer: Preparer,
): Promise<Reopened> {
  const { record } = usable(await history.read(runId), hasher.key);
  const uri = vscode.Uri.parse(record.run.file.uri);
  const sendable = await contentOf(uri, preparer);
  return await match(record, sendable, hasher);
}

function usable(known: KnownRun | undefined, key: string): KnownRun {
  if (known === undefined) throw new UserError(vscode.l10n.t('This import is not known any more.'));
  if (known.isAlive) {
    throw new UserError(
      vscode.l10n.t(
        'This import is going on at this moment, perhaps in another window. Wait until it has come to its end.',
      ),
    );
  }
  if (known.record.run.key !== key) {
    throw new UserError(
      vscode.l10n.t(
        'The rows of this import cannot be recognised any more: the key to them was deleted. Send the file again, and look in Agent Assist before you do.',
      ),
    );
  }
  return known;
}

/** What can be sent of the file now: all of it, or the rows without errors. */
async function contentOf(uri: vscode.Uri, preparer: Preparer): Promise<Sendable> {
  const checked = await preparer.check(uri);
  const prepared = await preparer.prepare(checked);
  if (prepared && 'sendable' in prepared) return prepared.sendable;
  const good = prepared && 'bad' in prepared ? await preparer.goodRows(checked) : undefined;
  if (good) return good;
  throw new UserError(
    vscode.l10n.t('{0} has errors now that concern all rows. Correct them, and try again.', shownName(uri)),
  );
}

async function match(
  record: RunRecord,
  sendable: Sendable,
  hasher: OpenLedgers['hasher'],
): Promise<Reopened> {
  const { ImportReport, PlacesByHash } = await loadDelivery();
  const isShort = record.run.rows <= mostListedInFull;
  const report = new ImportReport(record.run.rows, isShort, isShort ? Infinity : mostListedOfMore);
  const places = new PlacesByHash(record, hasher);
  const rows: OutgoingRow[] = [];
  const heldBack = new Map<number, string>();
  let added = 0;
  const found = new Set<number>();
  for await (const group of sendable.source.groups()) {
    for (const inFile of group) {
      const row = places.take(inFile);
      if (row === undefined) {
        added++;
        continue;
      }
      rows.push(row);
      found.add(row.index);
      const reason = sendable.heldBack.get(inFile.index);
      if (reason !== undefined) heldBack.set(row.index, reason);
      report.settle(row, resultOf(record, row));
    }
  }
  for (let index = 0; index < record.run.rows; index++) {
    if (!found.has(index)) report.settle(goneRow(index), resultOf(record, goneRow(index)));
  }
  const { name, header, newline, digest } = sendable.source;
  const source = { name, header, newline, digest, rowCount: record.run.rows, groups: () => [rows] };
  return { record, sendable, source, report, rows, heldBack, missing: places.missing, added };
}

function resultOf(record: RunRecord, { index, values }: OutgoingRow): RowResult {
  const outcome = record.outcomes[index] ?? 'notSent';
  if (outcome !== 'created' && outcome !== 'present') return { outcome };
  return { outcome, contact: contactFrom(record.ids.get(index) ?? '', values) };
}

/** A row of which the ledger knows and the file does not. It stands on no line. */
function goneRow(index: number): OutgoingRow {
  return { index, line: 0, values: {}, record: '' };
}
