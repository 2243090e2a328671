import type { Hasher } from './ledger/hasher';
import type { ImportRecord } from './ledger/importRecord';
import type { MarkedRow } from './outcomeMarks';
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
      const place = places.get(hash)?.pop();
      const known = told[at];
      if (place !== undefined && (known === undefined || known.outcome === 'notSent')) {
        const outcome = record.outcomeAt(place);
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
    const place = told[at] === undefined ? rest.pop() : undefined;
    if (place !== undefined) told[at] = { ...lines, outcome: 'notSent', told: 0, place };
  }
  return told.filter((row) => row !== undefined);
}

async function rowsOf(
  source: Pick<ImportSource, 'groups'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  for await (const group of inSlices(source.groups())) {
    for (const { values, line, record, inFile = record } of group) {
      const breaks = inFile.split('\n').length - 1;
      const lastLength = inFile.length - (inFile.lastIndexOf('\n') + 1);
      const lines = { first: line - 1, last: line - 1 + breaks, lastLength };
      rows.push({ hash: hasher.row(values), lines });
    }
  }
  return rows;
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

/** By hash: the places of rows that are alike, the first one last. */
async function placesByHash(record: ImportRecord): Promise<ReadonlyMap<string, number[]>> {
  const places = new Map<string, number[]>();
  for (let place = record.begun.rows - 1; place >= 0; place--) {
    if (place % placesAtOnce === 0) await pauseIfDue();
    const hash = record.hashAt(place);
    if (hash === '') continue;
    const alike = places.get(hash);
    if (alike) alike.push(place);
    else places.set(hash, [place]);
  }
  return places;
}
