import {
  type BrokenQuotes,
  brokenQuotesToSend,
  cellsToSend,
  type ContactSheet,
  withoutReasons,
} from '../checks';
import { type ContactColumn, contactColumns, type ContactValues } from '../contact';
import { RunningDigest, type CheckedFile } from './checkedFile';
import { detached } from './detached';
import { FileError } from './fileProblem';
import { PieceSheet, type Head } from './pieceSheet';
import { readPieces, type Cutting } from './recordPieces';
import type { FileReading } from './utf8File';

/**
 * A row of a file on disk, without a column `importError`. Only its values may be kept: its texts are slices of the piece of
 * the file that it comes from.
 */
export interface FileRow {
  /** 1-based line of the file on which the row starts; lines are those of VS Code. */
  readonly line: number;
  /** Its values in the contact columns, whatever name the header gives them, exactly as they are in the file. */
  readonly values: ContactValues;
  /** All its cells in order, unquoted, be they more or fewer than the header has. */
  readonly cells: readonly string[];
  /** Those whose quotes are broken; absent where there are none. */
  readonly broken?: BrokenQuotes;
  /** The row as it is in the file, without a line break. */
  readonly record: string;
  /** The line break with which it is sent: its own, unless that is a CR alone; '' behind the last row if none is there. */
  readonly newline: string;
}

/** Rows given at a time. More of them would outlive V8's first collections, which triples the memory that reading takes. */
const groupSize = 64;

/**
 * Reads the rows of a contact CSV that was checked from the pieces that the check looked at, one at a time. Blank lines
 * and rows in which nothing is seen are left out. What is read is held against what was checked: no row is given of bytes
 * that differ from it.
 *
 * @param reading with the same `chunkBytes` as the check, and `cutting` too
 * @throws FileError as `readPieces` does, `changed` where the file is not the one any more that was checked; and
 *   `recordTooLong` where the check read it only up to a quote that is never closed
 */
export async function* readFileRows(
  file: CheckedFile,
  reading: FileReading = {},
  cutting?: Partial<Cutting>,
): AsyncGenerator<readonly FileRow[], void> {
  const running = new RunningDigest();
  let stretch = 0;
  const raw = {
    ...reading,
    expected: file,
    onBytes(bytes: Uint8Array) {
      if (running.add(bytes) !== file.digests[stretch++]) throw new FileError({ reason: 'changed' });
    },
  };
  let head: Head | undefined;
  let before: ContactSheet | undefined;
  for await (const piece of readPieces(file.path, raw, cutting)) {
    if (piece.isCutShort) throw new FileError({ reason: 'recordTooLong', line: piece.line });
    const read = new PieceSheet(piece, head);
    head ??= read.head;
    before = withoutReasons(read.sheet, before);
    yield* inGroups(rowsOf(read, before, file.returnsAs));
  }
}

/** @param sent the piece's sheet as it is sent: record for record the same rows */
function* rowsOf(read: PieceSheet, sent: ContactSheet, returnsAs: string): Generator<FileRow, void> {
  const { sheet, places } = read;
  for (let record = 1; record < sent.recordCount; record++) {
    const plain = sent.plainCells(record);
    if (plain === undefined && !sent.isRow(record)) continue;
    // Of the piece as it was checked: what must leave does not hang on how the column was left out.
    const cells = sheet === sent && plain ? plain : cellsToSend(sheet, record);
    const broken = plain ? undefined : brokenQuotesToSend(sheet, record);
    const { start, end } = sent.table.recordRange(record);
    const lineBreak = read.lineBreak(record);
    yield {
      line: places.at(sheet.table.recordRange(record).start).line,
      values: valuesOf(cells, sent),
      cells,
      ...(broken && { broken }),
      record: sent.table.slice(start, end),
      newline: lineBreak === '\r' ? returnsAs : lineBreak,
    };
  }
}

function valuesOf(cells: readonly string[], { fieldOf }: ContactSheet): ContactValues {
  const values: Partial<Record<ContactColumn, string>> = {};
  for (const column of contactColumns) {
    const value = cells[fieldOf[column] ?? cells.length];
    if (value !== undefined) values[column] = detached(value);
  }
  return values;
}

function* inGroups<T>(items: Iterable<T>): Generator<readonly T[], void> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < groupSize) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
