import { pauseIfDue } from '../../files/slices';
import type { ImportContent } from '../run/batches';
import type { ImportRow } from '../run/outcome';

/** Rows in order, in groups of any size. */
export type RowGroups = Iterable<readonly ImportRow[]> | AsyncIterable<readonly ImportRow[]>;

/** Where the rows of an import come from: a document as it was checked, or a file that is too large for one. */
export interface ImportSource extends Omit<ImportContent, 'rows'> {
  /** How many rows there are. */
  readonly rowCount: number;
  /** SHA-256 of what is sent, were it sent as a whole. */
  readonly digest: Uint8Array;
  /** For rows that are read from a disk, which takes its time: the size of all of them, in bytes. */
  readonly bytes?: number;
  /** Whether these are a document's rows as the editor shows them, or those of a mapped copy; absent for a file on disk. */
  readonly isAsShown?: boolean;
  /** How the user's file is written, where the rows are those of a copy. */
  readonly original?: FileFormat;
  /** All rows, from the first at every call; each row's index is its place among them. */
  groups(): RowGroups;
}

/** How a CSV is written. */
export interface FileFormat {
  /** The header record as CSV text, without a line break. */
  readonly header: string;
  readonly newline: string;
  readonly delimiter: string;
}

/** What can be sent of a file that was checked. */
export interface SendableRows {
  readonly source: ImportSource;
  /** By place in the source: why a row is held back, in the user's language. Empty when all can be sent. */
  readonly heldBack: ReadonlyMap<number, string>;
}

/** What is sent of a source: these of its rows. */
export function importContent(
  { name, header, newline, whole, headerCells, delimiter = ',', brokenHeader }: ImportSource,
  rows: RowGroups,
): ImportContent {
  const reading = { headerCells, delimiter, ...(brokenHeader && { brokenHeader }) };
  return { name, header, newline, ...reading, rows, ...(whole && { whole }) };
}

/**
 * Those rows of a source that an earlier import had, with their places there. They are read again each time they are
 * wanted: a long list is never kept.
 * @param rowCount how many rows the import had
 * @param places by place in the source: the place in the import
 */
export function placedSource(
  source: ImportSource,
  rowCount: number,
  places: Pick<ReadonlyMap<number, number>, 'get'>,
): ImportSource {
  const { name, header, newline, headerCells, delimiter = ',', brokenHeader } = source;
  const { digest, isAsShown = false, original } = source;
  const placed = (row: ImportRow) => {
    const index = places.get(row.index);
    return index === undefined ? undefined : { ...row, index };
  };
  const groups = () => picked(source.groups(), placed);
  const reading = { headerCells, delimiter, ...(brokenHeader && { brokenHeader }) };
  const copied = { isAsShown, ...(original && { original }) };
  return { name, header, newline, ...reading, digest, ...copied, rowCount, groups };
}

/** The rows of which `pick` makes one: left out where it gives `undefined`. */
export async function* picked(
  groups: RowGroups,
  pick: (row: ImportRow) => ImportRow | undefined,
): AsyncGenerator<readonly ImportRow[]> {
  for await (const group of inSlices(groups)) {
    const rows = group.map(pick).filter((row) => row !== undefined);
    if (rows.length > 0) yield rows;
  }
}

/** As many rows as are worked on between two pauses: the hashes of so many take a millisecond. */
const rowsAtOnce = 100;

/** The same rows, with pauses for others in the process: reading a long document waits for nothing by itself. */
export async function* inSlices(groups: RowGroups): AsyncGenerator<readonly ImportRow[]> {
  for await (const group of groups) {
    for (let from = 0; from < group.length; from += rowsAtOnce) {
      yield group.slice(from, from + rowsAtOnce);
      await pauseIfDue();
    }
  }
}

/** The same groups; `before` is done with each before it is given. */
export async function* tapped(
  groups: RowGroups,
  before: (rows: readonly ImportRow[]) => Promise<void>,
): AsyncGenerator<readonly ImportRow[]> {
  for await (const group of groups) {
    await before(group);
    yield group;
  }
}
