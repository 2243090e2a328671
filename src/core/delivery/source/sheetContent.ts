import { brokenQuotesToSend, cellsToSend, type ContactSheet, withoutReasons } from '../../checks';
import type { OffsetRange } from '../../csv';
import { type InFile, linesOf } from './linesOf';
import { SheetSource } from './sheetSource';
import type { SendableRows } from './source';

/**
 * What is sent of a document that was checked: all of it but for a column `importError`, which never leaves. In steps, for
 * `finishInSlices`.
 * @param name file name without its folder
 * @param shown the document as the editor shows it
 * @param bad why rows are held back, by their record in `shown`; absent for a document without errors. With it, be it
 * empty, the text is never sent as it stands: a line that is no row can have an error too
 */
export function* sheetContent(
  name: string,
  shown: ContactSheet,
  bad?: ReadonlyMap<number, string>,
): Generator<undefined, SendableRows> {
  const source = yield* shownSource(name, shown, bad === undefined);
  return { source, heldBack: byPlace(source, bad ?? new Map()) };
}

/** A document's rows exactly as the editor shows them, but for a column `importError`. In steps, for `finishInSlices`. */
export function* shownSource(
  name: string,
  shown: ContactSheet,
  mayGoWhole: boolean,
): Generator<undefined, SheetSource> {
  const lineOf = yield* linesOf(shown.table);
  const sent = withoutReasons(shown);
  return yield* SheetSource.of(name, sent, {
    isAsShown: true,
    areOwnCells: sent === shown,
    mayGoWhole,
    lineOf,
    cellsOf: (record) => cellsToSend(shown, record),
    brokenOf: (record) => brokenQuotesToSend(shown, record),
  });
}

/** How a copy of a document was made. */
export interface Copied {
  /** For each record of the copy behind its header: the record of the document that it was made of. */
  readonly records: readonly number[];
  /** The values that a record of the document, its header 0 included, should have in the copy. */
  readonly cellsOf: (record: number) => readonly string[];
  /** The user's file, if the document's sheet was read from another text. */
  readonly inFile?: InFile;
}

/**
 * The rows of a copy of a document. In steps, for `finishInSlices`.
 * @param shown the document
 * @param checked the copy's text as it was checked
 */
export function* copySource(
  name: string,
  shown: ContactSheet,
  checked: ContactSheet,
  { records, cellsOf, inFile }: Copied,
): Generator<undefined, SheetSource> {
  const lineInFile = yield* linesOf(shown.table, inFile);
  // The first record of the copy is its header, which stands on the file's first line.
  const recordInFile = (record: number) => records[record - 1] ?? 0;
  // Why a row was left before is no part of it.
  const { table, headerRange } = withoutReasons(shown);
  const written = (range: OffsetRange) => table.slice(range.start, range.end);
  return yield* SheetSource.of(name, checked, {
    isAsShown: false,
    areOwnCells: false,
    mayGoWhole: true,
    original: {
      header: written(headerRange),
      newline: table.text.includes('\r\n') ? '\r\n' : '\n',
      delimiter: table.delimiter,
      recordOf: (record) => written(table.recordRange(recordInFile(record))),
    },
    lineOf: (record) => lineInFile(recordInFile(record)),
    cellsOf: (record) => cellsOf(recordInFile(record)),
  });
}

function byPlace(source: SheetSource, bad: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  if (bad.size === 0) return places;
  for (let place = 0; place < source.rowCount; place++) {
    const reason = bad.get(source.recordAt(place));
    if (reason !== undefined) places.set(place, reason);
  }
  return places;
}
