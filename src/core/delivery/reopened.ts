import { isOnStream, type EarlierRow, type EarlierRows, type LeftOutOf } from './ledger/earlierRows';
import { actionOutcomes, type ClosedRows } from './outcomeActions';
import type { Hasher } from './ledger/hasher';
import type { ImportLedger } from './ledger/importLedger';
import type { ImportRecord } from './ledger/importRecord';
import { PastFinder } from './ledger/pastFinder';
import type { ImportRow, Outcome } from './run/outcome';
import type { ImportPast, RowPast, RowsToLookFor } from './run/past';
import type { ImportReport } from './run/report';
import { pauseIfDue } from '../files/slices';
import type { Places, SomePlaces } from './places';
import { inSlices, picked, type ImportSource, type RowGroups, type SendableRows } from './source/source';

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 250;

/** An earlier import beside its file as it is now. */
export interface Reopened<Content extends SendableRows = SendableRows> {
  readonly record: ImportRecord;
  /** What can be sent of the file now. */
  readonly content: Content;
  /** The file with only the rows of the import, their index being their place in it. */
  readonly source: ImportSource;
  /** What the ledger knows of the rows. */
  readonly report: ImportReport;
  /** By index in the import: why rows cannot be sent as they are. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** Indexes of rows of the import that the file no longer has: removed, or with another number now. */
  readonly missing: SomePlaces;
  /** Indexes of rows of the import that have their number, and other values now. */
  readonly edited: SomePlaces;
  /** Of those, the ones that have their number with others, so that each may stand where another one of them does. */
  readonly shared: SomePlaces;
  /** Rows of the file that were not in the import: added, or with another number now. */
  readonly added: number;
  /** From when on those others are known, as `ImportHistory.since` tells it. */
  readonly since: number | undefined;
  /** How many imports, it and others, cannot be read, or only in part: other rows may have left, too. */
  readonly unreadable: number;
  /** By index in the import: what other imports tell of rows that are not done. */
  readonly elsewhere: Places<EarlierRow>;
}

/** How many rows of an import that have one of these outcomes are not on the stream by other imports either; in slices. */
export async function countLeft(
  record: ImportRecord,
  earlier: Pick<EarlierRows, 'at' | 'othersOf'>,
  ...wanted: readonly Outcome[]
): Promise<number> {
  const finder = new PastFinder(earlier);
  let count = 0;
  for (let place = 0; place < record.begun.rows; place++) {
    if (place % placesAtOnce === 0) await pauseIfDue();
    const outcome = record.outcomeAt(place);
    if (!wanted.includes(outcome)) continue;
    if (!isBrought(record, outcome, finder.next(record.hashAt(place))?.told)) count++;
  }
  return count;
}

/** How many rows have one of these outcomes now, and are left out since another import has brought them to the stream. */
export function countElsewhere(
  { record, report, elsewhere }: Reopened,
  ...wanted: readonly Outcome[]
): number {
  let count = 0;
  for (const [index, row] of elsewhere) {
    const outcome = report.outcomeAt(index);
    if (wanted.includes(outcome) && isBrought(record, outcome, row)) count++;
  }
  return count;
}

/**
 * Whether a row need not be sent since another import has brought it to the stream. What an older import did says nothing
 * of a row that this one has sent all the same: the user wanted it sent once more, as after deleting its contact.
 */
export function isBrought(
  { begun }: Pick<ImportRecord, 'begun'>,
  outcome: Outcome,
  elsewhere: EarlierRow | undefined,
): boolean {
  return isOnStream(elsewhere) && (outcome === 'notSent' || (elsewhere.at ?? begun.at) >= begun.at);
}

/** Why rows of an import are not sent though nothing is wrong with them. */
export function leftOutIn({ elsewhere }: Pick<Reopened, 'elsewhere'>): LeftOutOf {
  return (index) => {
    const told = elsewhere.get(index);
    return isOnStream(told) ? told : undefined;
  };
}

/** Whether rows that may exist cannot be told from those that are new in the file: it no longer has their number. */
export function hasUnknownMissing({ report, missing }: Pick<Reopened, 'report' | 'missing'>): boolean {
  for (const index of missing) if (report.outcomeAt(index) === 'unknown') return true;
  return false;
}

/**
 * Names open rows with these outcomes that were edited by the values that they have now, before they leave with these: as
 * they were they are known by their number. Others were never sent so, and are not named so.
 */
export async function nameEdited(
  reopened: Reopened,
  outcomes: readonly Outcome[],
  ledger: Pick<ImportLedger, 'rows'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<void> {
  if (reopened.edited.size === 0) return;
  for await (const group of inSlices(openRows(reopened, outcomes)))
    for (const { index, values } of group)
      if (reopened.edited.has(index)) await ledger.rows(index, [hasher.row(values)]);
}

/**
 * Which of the open rows are to be looked for, in the order of the file. Of all requests with which a row has left, by
 * whatever import, the latest counts: what an earlier look has proven of an older one says nothing about it.
 * @param past what the import's own ledger tells at this moment
 */
export async function rowsToLookFor(
  reopened: Reopened,
  past: Pick<ImportPast, 'pastAt'> | undefined,
  ...wanted: readonly Outcome[]
): Promise<RowsToLookFor> {
  const own: ImportRow[] = [];
  const elsewhere = new Map<ImportRow, RowPast>();
  const { report, elsewhere: others } = reopened;
  // What has never left, with nobody, may be a million rows.
  const sought = others.size > 0 ? wanted : wanted.filter((outcome) => outcome !== 'notSent');
  if (countToLookFor(reopened, ...wanted) === 0) return { own, elsewhere };
  for await (const group of openRows(reopened, sought)) {
    for (const row of group) {
      const isOwn = report.outcomeAt(row.index) !== 'notSent';
      const told = others.get(row.index);
      if (told?.is === 'doubtful' && !(isOwn && isLater(past?.pastAt(row.index), told.past)))
        elsewhere.set(row, told.past);
      else if (isOwn) own.push(row);
    }
  }
  return { own, elsewhere };
}

/** How many open rows those are. */
export function countToLookFor(reopened: Reopened, ...wanted: readonly Outcome[]): number {
  let count = countOpen(reopened, ...wanted.filter((outcome) => outcome !== 'notSent'));
  const isWanted = isOpen(
    reopened,
    wanted.filter((outcome) => outcome === 'notSent'),
  );
  for (const [index, { is }] of reopened.elsewhere) if (is === 'doubtful' && isWanted(index)) count++;
  return count;
}

/** Whether a request of the import itself was over as late as another's; one that is not known any more is over now. */
function isLater(own: RowPast | undefined, other: RowPast): boolean {
  return own === undefined || own.request.endedAt >= other.request.endedAt;
}

/** How many rows have one of these outcomes now, less those that are held back, missing, or on the stream by another import. */
export function countOpen(reopened: Reopened, ...wanted: readonly Outcome[]): number {
  if (reopened.report.count(...wanted) === 0) return 0;
  const isWanted = isOpen(reopened, wanted);
  let count = 0;
  for (let index = 0; index < reopened.report.rowCount; index++) if (isWanted(index)) count++;
  return count;
}

/**
 * How many rows that have the outcomes of an action are none for it: they are on the stream by another import, the file
 * no longer has them, or they are held back, which only matters where they would be sent. An import never changes which.
 */
export function closedIn(reopened: Reopened): ClosedRows {
  const { report } = reopened;
  const closed = (outcomes: readonly Outcome[], of: Reopened = reopened) =>
    report.count(...outcomes) - countOpen(of, ...outcomes);
  const { resume, findRefused, saveRest } = actionOutcomes;
  return {
    resume: closed(resume),
    findRefused: closed(findRefused),
    saveRest: closed(saveRest, { ...reopened, heldBack: new Map() }),
  };
}

/**
 * Those rows, in the order of the file. What their outcomes are is asked as they are read.
 * @param groups all rows of the import
 */
export function openRows(
  reopened: Reopened,
  wanted: readonly Outcome[],
  groups = reopened.source.groups(),
): RowGroups {
  const isWanted = isOpen(reopened, wanted);
  return picked(groups, (row) => (isWanted(row.index) ? row : undefined));
}

function isOpen({ record, report, heldBack, missing, elsewhere }: Reopened, wanted: readonly Outcome[]) {
  return (index: number): boolean => {
    const outcome = report.outcomeAt(index);
    return (
      wanted.includes(outcome) &&
      !heldBack.has(index) &&
      !missing.has(index) &&
      !isBrought(record, outcome, elsewhere.get(index))
    );
  };
}
