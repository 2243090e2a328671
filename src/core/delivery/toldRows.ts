import type { Hasher } from './ledger/hasher';
import type { ImportRecord } from './ledger/importRecord';
import type { MarkedRow, OutcomeMarks } from './outcomeMarks';
import { PlaceLists } from './rowsByHash';
import type { ImportRow } from './run/outcome';
import { pauseIfDue } from '../files/slices';
import { inSlices, type ImportSource } from './source/source';

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 1_000;

/** A row of the file, until it is known what became of it. */
interface FileRow {
  readonly hash: string;
  readonly lines: Pick<MarkedRow, 'first' | 'last' | 'lastLength'>;
}

/**
 * What imports of a file tell of its rows as they are now, found by their values wherever they stand. The latest import
 * that sent a row tells; one that left it out, since an earlier one had created it, does not. Where the latest one did
 * not come to all of its rows, those of which none tells are the rest.
 * @param records the latest first, made with the hasher's key; no more of them are asked for than are needed
 * @returns in the file's order; rows that are new, or were edited since, are left out
 */
export async function toldRows(
  source: Pick<ImportSource, 'groups'>,
  records: AsyncIterable<ImportRecord> | Iterable<ImportRecord>,
  hasher: Pick<Hasher, 'row'>,
): Promise<readonly MarkedRow[]> {
  let rows: readonly FileRow[] = [];
  const told: (MarkedRow | undefined)[] = [];
  let latest: ImportRecord | undefined;
  let index = 0;
  for await (const record of records) {
    // Most files were never sent, and are not gone through.
    if (latest === undefined) rows = await rowsOf(source, hasher);
    latest ??= record;
    const places = await placesByHash(record);
    let isOpen = false;
    for (const [at, { hash, lines }] of rows.entries()) {
      if (at % placesAtOnce === 0) await pauseIfDue();
      const place = places.take(hash);
      const known = told[at];
      if (place !== undefined && (known === undefined || known.outcome === 'notSent')) {
        const outcome = record.markAt(place);
        if (known === undefined || outcome !== 'notSent')
          told[at] = { ...lines, outcome, told: index, place };
      }
      isOpen ||= told[at] === undefined || told[at].outcome === 'notSent';
    }
    if (!isOpen) break;
    index++;
  }
  const rest = latest ? await placesWithoutHash(latest) : [];
  for (const [at, { lines }] of rows.entries()) {
    if (at % placesAtOnce === 0) await pauseIfDue();
    const place = told[at] === undefined ? rest.pop() : undefined;
    if (place !== undefined) told[at] = { ...lines, outcome: 'notSent', told: 0, place };
  }
  return told.filter((row) => row !== undefined);
}

/**
 * Finds rows again whose marks are gone, by their values: they were moved, or are what they were before an edit.
 * @param records those that were asked when the rows were marked
 * @param marks beside the rows as they are now; only rows without one are looked for
 * @returns all rows that are marked or found, in the file's order
 */
export async function foundAgain(
  source: Pick<ImportSource, 'groups'>,
  records: readonly ImportRecord[],
  marks: Pick<OutcomeMarks, 'rows' | 'at'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<readonly MarkedRow[]> {
  const marked = records.map(({ begun }) => new Uint8Array(begun.rows));
  for (const { told, place } of marks.rows()) marked[told]?.fill(1, place, place + 1);
  const missing: PlaceLists[] = [];
  for (const [told, record] of records.entries()) missing.push(await placesByHash(record, marked[told]));
  const found: MarkedRow[] = [];
  for await (const group of inSlices(source.groups())) {
    for (const row of group) {
      const lines = linesOf(row);
      const known = marks.at(lines.first) ?? lookFor(hasher.row(row.values), lines);
      if (known) found.push(known);
    }
  }
  return found;

  /** As {@link toldRows}: what the latest import tells, unless it left the row out. */
  function lookFor(hash: string, lines: FileRow['lines']): MarkedRow | undefined {
    let row: MarkedRow | undefined;
    for (const [told, record] of records.entries()) {
      if (row !== undefined && row.outcome !== 'notSent') break;
      const place = missing[told]?.take(hash);
      if (place === undefined) continue;
      const outcome = record.markAt(place);
      if (row === undefined || outcome !== 'notSent') row = { ...lines, outcome, told, place };
    }
    return row;
  }
}

async function rowsOf(
  source: Pick<ImportSource, 'groups'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  for await (const group of inSlices(source.groups()))
    for (const row of group) rows.push({ hash: hasher.row(row.values), lines: linesOf(row) });
  return rows;
}

function linesOf({ line, record, inFile = record }: ImportRow): FileRow['lines'] {
  const breaks = inFile.split('\n').length - 1;
  const lastLength = inFile.length - (inFile.lastIndexOf('\n') + 1);
  return { first: line - 1, last: line - 1 + breaks, lastLength };
}

/** Places of rows that the import did not come to, the first one last. */
async function placesWithoutHash(record: ImportRecord): Promise<number[]> {
  const places: number[] = [];
  for (let place = record.begun.rows - 1; place >= 0; place--) {
    if (place % placesAtOnce === 0) await pauseIfDue();
    if (record.hashAt(place) === '') places.push(place);
  }
  return places;
}

/** The places of rows by their hashes, the first one in front. `but`: by place, 1 for those that are not wanted. */
async function placesByHash(record: ImportRecord, but?: Uint8Array): Promise<PlaceLists> {
  const places = new PlaceLists(record.begun.rows);
  for (let place = record.begun.rows - 1; place >= 0; place--) {
    if (place % placesAtOnce === 0) await pauseIfDue();
    const hash = but?.[place] === 1 ? '' : record.hashAt(place);
    if (hash !== '') places.push(hash, place);
  }
  return places;
}
