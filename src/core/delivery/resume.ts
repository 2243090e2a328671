import type { EarlierRow, EarlierRows } from './ledger/earlierRows';
import type { Hasher } from './ledger/hasher';
import { PastFinder } from './ledger/pastFinder';
import type { ImportHistory, KnownImport } from './ledger/history';
import type { ImportRecord } from './ledger/importRecord';
import type { ImportRow } from './run/outcome';
import { editedRow, foundOutAt, resultOf, settleGone } from './goneRows';
import { reportFor } from './run/report';
import type { Reopened } from './reopened';
import { PlaceMap, PlaceSet } from './places';
import { pauseIfDue } from '../files/slices';
import { hashesOf, RowsByHash } from './rowsByHash';
import { inSlices, placedSource, type SendableRows } from './source/source';

/**
 * Why an import cannot be gone on with. `uri`: its file's, where the file is at fault.
 *
 * | reason | when |
 * |---|---|
 * | `unknown` | its ledger is gone, or cannot be read |
 * | `goingOn` | somebody is at work on it, perhaps another window |
 * | `keyDeleted` | the key to the hashes of its rows was deleted, so that no row can be recognised |
 * | `fileChanged` | its file is so large that it is resumed only as it was, and it was changed, or is read otherwise now |
 * | `errors` | its file has errors now that concern all rows |
 */
export type ResumeRefusal =
  | { readonly reason: 'unknown' | 'goingOn' | 'keyDeleted' }
  | { readonly reason: 'fileChanged' | 'errors'; readonly uri: string };

/** What finding an import again needs. */
export interface ResumePorts<Content extends SendableRows> {
  readonly history: Pick<ImportHistory, 'read' | 'earlierOn' | 'since'>;
  readonly hasher: Pick<Hasher, 'key' | 'row' | 'file'>;
  /** What can be sent of a file now: all of it, or the rows without errors; `undefined` when no row can. */
  readonly contentOf: (uri: string) => Promise<Content | undefined>;
}

/** An import with its rows, found again, or why not. */
export type ResumeResult<Content extends SendableRows> =
  | { readonly ok: true; readonly reopened: Reopened<Content> }
  | { readonly ok: false; readonly refusal: ResumeRefusal };

/**
 * Finds an import and its rows again: by their hashes, wherever they are in the file now. A file that is read from the
 * disk must be what it was; its rows are then where they were.
 * @param isOwn whether it is this window that is at work on it
 */
export async function reopen<Content extends SendableRows>(
  importId: string,
  { history, hasher, contentOf }: ResumePorts<Content>,
  isOwn = false,
): Promise<ResumeResult<Content>> {
  const usable = usableImport(await history.read(importId), hasher.key, isOwn);
  if (!usable.ok) return usable;
  const { record } = usable;
  const { fileUri: uri } = record;
  const { hash } = record.begun.file;
  const content = await contentOf(uri);
  if (content === undefined) return { ok: false, refusal: { reason: 'errors', uri } };
  const { bytes, digest } = content.source;
  const isLarge = bytes !== undefined;
  const isSame = !isLarge || hasher.file(digest) === hash;
  const found = isSame && (await (isLarge ? unchanged : match)(record, content, hasher));
  if (!found) return { ok: false, refusal: { reason: 'fileChanged', uri } };
  const ask = () => hashesOf(found.source, hasher);
  const earlier = await history.earlierOn(record.begun.stream, hasher.key, ask, importId);
  const since = await history.since();
  const elsewhere = await elsewhereOf(found, earlier, hasher);
  const unreadable = Number(record.isDamaged) + earlier.unreadable;
  return { ok: true, reopened: { ...found, since, elsewhere, unreadable } };
}

/** An import beside its file, without what others tell. */
type Found<Content extends SendableRows> = Omit<Reopened<Content>, 'elsewhere' | 'since' | 'unreadable'>;

/** An import as it is now, and whether what the user was asked about is still so. */
export interface LookedAgain<Content extends SendableRows> {
  readonly reopened: Reopened<Content>;
  readonly isAsAsked: boolean;
}

/** Looks again at what other imports tell of the rows of one that was found: others may have sent some meanwhile. */
export async function lookAgain<Content extends SendableRows>(
  reopened: Reopened<Content>,
  { history, hasher }: Pick<ResumePorts<Content>, 'history' | 'hasher'>,
): Promise<LookedAgain<Content>> {
  const { id, stream } = reopened.record.begun;
  const ask = () => hashesOf(reopened.source, hasher);
  const earlier = await history.earlierOn(stream, hasher.key, ask, id);
  const elsewhere = await elsewhereOf(reopened, earlier, hasher);
  const unreadable = Number(reopened.record.isDamaged) + earlier.unreadable;
  let isAsAsked = unreadable === reopened.unreadable && elsewhere.size === reopened.elsewhere.size;
  for (const [index, { is }] of elsewhere) {
    await pauseIfDue();
    if (reopened.elsewhere.get(index)?.is !== is) isAsAsked = false;
  }
  return { reopened: { ...reopened, elsewhere, unreadable }, isAsAsked };
}

/** Whether an import can be gone on with at this moment, whatever its file holds. `key`: that of the hasher in use. */
export function usableImport(
  known: KnownImport | undefined,
  key: string,
  isOwn = false,
):
  | { readonly ok: true; readonly record: ImportRecord }
  | { readonly ok: false; readonly refusal: ResumeRefusal } {
  if (known === undefined) return { ok: false, refusal: { reason: 'unknown' } };
  if (known.isAlive && !isOwn) return { ok: false, refusal: { reason: 'goingOn' } };
  const { record } = known;
  return record.begun.key === key ? { ok: true, record } : { ok: false, refusal: { reason: 'keyDeleted' } };
}

/** What others tell of rows that this import did not create: by their values, for not all may be named in its ledger. */
async function elsewhereOf(
  { source, report }: Pick<Reopened, 'source' | 'report'>,
  earlier: EarlierRows,
  hasher: Pick<Hasher, 'row'>,
): Promise<Reopened['elsewhere']> {
  const elsewhere = new PlaceMap<EarlierRow>();
  if (earlier.isEmpty) return elsewhere;
  const finder = new PastFinder(earlier);
  for await (const group of inSlices(source.groups())) {
    for (const { index, values } of group) {
      const past = report.outcomeAt(index) === 'created' ? undefined : finder.next(hasher.row(values));
      if (past) elsewhere.set(index, past.told);
    }
  }
  return elsewhere;
}

/**
 * An import of a file whose rows are those that it had, each in its place; `undefined` when they are not. An earlier version
 * may have read the same bytes as other rows; those that it never named are only counted.
 */
async function unchanged<Content extends SendableRows>(
  record: ImportRecord,
  content: Content,
  hasher: Pick<Hasher, 'row'>,
): Promise<Found<Content> | undefined> {
  const { source } = content;
  if (record.begun.rows !== source.rowCount) return undefined;
  const report = reportFor(record.begun.rows, source);
  for await (const group of inSlices(source.groups())) {
    for (const row of group) {
      const hash = record.hashAt(row.index);
      if (hash !== '' && hash !== hasher.row(row.values)) return undefined;
      if (record.outcomeAt(row.index) !== 'notSent')
        report.settle(row, resultOf(record, row.index), foundOutAt(record, row.index));
    }
  }
  return {
    record,
    content,
    source,
    report,
    heldBack: new Map(),
    missing: new Set(),
    edited: new Set(),
    shared: new Set(),
    added: 0,
  };
}

async function match<Content extends SendableRows>(
  record: ImportRecord,
  content: Content,
  hasher: Pick<Hasher, 'row'>,
): Promise<Found<Content>> {
  const report = reportFor(record.begun.rows, content.source);
  const byHash = await RowsByHash.of(record, hasher);
  const places = new PlaceMap<number>();
  const heldBack = new Map<number, string>();
  const strangers = new PlaceSet(content.source.rowCount);
  const edited = new PlaceSet(record.begun.rows);
  const shared = new PlaceSet(record.begun.rows);
  const found = (inFile: ImportRow, row: ImportRow, asSent = row) => {
    places.set(inFile.index, row.index);
    const reason = content.heldBack.get(inFile.index);
    if (reason !== undefined) heldBack.set(row.index, reason);
    report.settle(asSent, resultOf(record, row.index), foundOutAt(record, row.index));
  };
  for await (const group of inSlices(content.source.groups())) {
    for (const inFile of group) {
      const row = byHash.take(inFile);
      if (row) found(inFile, row);
      else strangers.add(inFile.index);
    }
  }
  const groups = strangers.size > 0 && byHash.missing > 0 ? content.source.groups() : [];
  if (strangers.size > 0) await byHash.prepareEdited();
  for await (const group of inSlices(groups)) {
    for (const inFile of group) {
      const row = strangers.has(inFile.index) ? byHash.takeEdited(inFile) : undefined;
      if (row === undefined) continue;
      strangers.delete(inFile.index);
      edited.add(row.index);
      if (byHash.isShared(row)) shared.add(row.index);
      found(inFile, row, editedRow(record, row, shared.has(row.index)));
    }
  }
  const added = strangers.size;
  const missing = new PlaceSet(record.begun.rows);
  for await (const index of byHash.placesLeft()) {
    missing.add(index);
    settleGone(report, record, index);
  }
  // The text as a whole is not among what is taken over: it has rows that are done.
  const source = placedSource(content.source, record.begun.rows, places);
  return { record, content, source, report, heldBack, missing, edited, shared, added };
}
