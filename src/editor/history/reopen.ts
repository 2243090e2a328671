import * as vscode from 'vscode';
import type {
  ImportReport,
  KnownImport,
  ImportRow,
  RowResult,
  ImportRecord,
} from '../../core/delivery/index';
import { loadDelivery } from '../loadDelivery';
import { keepingFor } from '../results/resultsOf';
import type { Preparer } from '../sending/preparer';
import { shownName } from '../files';
import type { Sendable } from '../sending/sendable';
import type { OpenLedgers } from '../ledgers';
import type { Reopened } from './reopened';
import { UserError } from '../errors';
import { contactFrom } from '../../core/contact/contact';

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
  const uri = vscode.Uri.parse(record.begun.file.uri);
  const sendable = await contentOf(uri, preparer);
  if (sendable.source.bytes === undefined) return await match(record, sendable, hasher);
  if (hasher.file(sendable.source.digest) === record.begun.file.hash)
    return await unchanged(record, sendable);
  throw new UserError(
    vscode.l10n.t(
      '{0} was changed since it was sent. A file of this size can only be resumed as it was: send it anew, and rows that were created are left out.',
      shownName(uri),
    ),
  );
}

function usable(known: KnownImport | undefined, key: string): KnownImport {
  if (known === undefined) throw new UserError(vscode.l10n.t('This import is not known any more.'));
  if (known.isAlive) {
    throw new UserError(
      vscode.l10n.t(
        'This import is going on at this moment, perhaps in another window. Wait until it has come to its end.',
      ),
    );
  }
  if (known.record.begun.key !== key) {
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
  if (checked === undefined) {
    const large = await preparer.prepareLarge(uri);
    if (large) return large;
  } else {
    const prepared = await preparer.prepare(checked);
    if (prepared && 'sendable' in prepared) return prepared.sendable;
    const good = prepared && 'bad' in prepared ? await preparer.goodRows(checked) : undefined;
    if (good) return good;
  }
  throw new UserError(
    vscode.l10n.t('{0} has errors now that concern all rows. Correct them, and try again.', shownName(uri)),
  );
}

/** A large file, which is still what it was: its rows stand where they stood. */
async function unchanged(record: ImportRecord, sendable: Sendable): Promise<Reopened> {
  const report = await reportOf(record, sendable);
  for (const [index, outcome] of record.outcomes.entries()) {
    if (outcome !== 'notSent') report.settle(goneRow(index), resultOf(record, goneRow(index)));
  }
  const { source } = sendable;
  return { record, sendable, source, report, heldBack: new Map(), missing: new Set(), added: 0 };
}

async function match(
  record: ImportRecord,
  sendable: Sendable,
  hasher: OpenLedgers['hasher'],
): Promise<Reopened> {
  const { PlacesByHash, placedSource } = await loadDelivery();
  const report = await reportOf(record, sendable);
  const places = new PlacesByHash(record, hasher);
  const inImport = new Map<number, number>();
  const heldBack = new Map<number, string>();
  const missing = new Set(record.outcomes.keys());
  let added = 0;
  for await (const group of sendable.source.groups()) {
    for (const inFile of group) {
      const row = places.take(inFile);
      if (row === undefined) {
        added++;
        continue;
      }
      inImport.set(inFile.index, row.index);
      missing.delete(row.index);
      const reason = sendable.heldBack.get(inFile.index);
      if (reason !== undefined) heldBack.set(row.index, reason);
      report.settle(row, resultOf(record, row));
    }
  }
  for (const index of missing) report.settle(goneRow(index), resultOf(record, goneRow(index)));
  const source = placedSource(sendable.source, record.begun.rows, inImport);
  return { record, sendable, source, report, heldBack, missing, added };
}

async function reportOf({ begun }: ImportRecord, { source }: Sendable): Promise<ImportReport> {
  const { ImportReport } = await loadDelivery();
  return new ImportReport(begun.rows, keepingFor(begun.rows, source));
}

function resultOf(record: ImportRecord, { index, values }: ImportRow): RowResult {
  const outcome = record.outcomes[index] ?? 'notSent';
  if (outcome !== 'created' && outcome !== 'present') return { outcome };
  return { outcome, contact: contactFrom(record.ids.get(index) ?? '', values) };
}

/** A row of which the ledger knows and the file does not. It stands on no line. */
function goneRow(index: number): ImportRow {
  return { index, line: 0, values: {}, cells: [], record: '' };
}
