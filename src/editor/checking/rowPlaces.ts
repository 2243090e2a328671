import type * as vscode from 'vscode';
import type { ImportRecord, MarkedRow } from '../../core/delivery/index';
import type { Ledgers } from '../ledgers';
import type { Found, OutcomeLookUp } from './outcomeLookUp';
import type { RowOutcomes } from './rowOutcomes';

/** Where the rows of an import are in its document by now. */
export class RowPlaces {
  constructor(
    private readonly outcomes: Pick<RowOutcomes, 'foundFor' | 'whenRestored'>,
    private readonly lookUp: OutcomeLookUp,
    private readonly ledgers: Pick<Ledgers, 'open'>,
  ) {}

  /** The rows at some places of an import; one that was edited or sent again since is not among them. */
  async rowsOf(
    document: vscode.TextDocument,
    importId: string,
    places: ReadonlySet<number>,
  ): Promise<readonly MarkedRow[]> {
    // A document that has just been opened is not checked yet.
    await this.outcomes.whenRestored(document);
    const marked = wanted(this.outcomes.foundFor(document), importId, places);
    if (marked.length === places.size) return marked;
    // Not all are marked: they were moved just now, marks were cleared, or the import goes on.
    const { version } = document;
    const found = await this.lookUp.told(document, await this.lookUp.sources(document));
    if (document.version !== version) return await this.rowsOf(document, importId, places);
    const byPlace = new Map(marked.map((row) => [row.place, row]));
    for (const row of wanted(found, importId, places))
      if (found && isSure(row, found)) byPlace.set(row.place, byPlace.get(row.place) ?? row);
    return [...byPlace.values()].sort((a, b) => a.first - b.first);
  }

  /**
   * The row at a place of an import, also when it was sent again since.
   * @returns `undefined` when nothing is known of the import any more; `row` is absent when it was edited or removed
   */
  async rowOf(
    document: vscode.TextDocument,
    importId: string,
    place: number,
  ): Promise<{ readonly row?: MarkedRow } | undefined> {
    const [marked] = wanted(this.outcomes.foundFor(document), importId, new Set([place]));
    if (marked) return { row: marked };
    const { history, hasher } = await this.ledgers.open();
    const record = (await history.read(importId))?.record;
    if (record?.begun.key !== hasher.key) return undefined;
    const { version } = document;
    const sources = await this.lookUp.sources(document);
    const found = await this.lookUp.toldBy(record, sources);
    if (document.version !== version) return await this.rowOf(document, importId, place);
    // How a copy was made that was sent is not known any more.
    if (sources.length === 0) return undefined;
    const row = found?.rows.find((each) => each.place === place);
    return found && row && isSure(row, found) ? { row } : {};
  }
}

/** Those at some places of an import. */
function wanted(
  found: { readonly rows: Iterable<MarkedRow>; readonly records: readonly ImportRecord[] } | undefined,
  importId: string,
  places: ReadonlySet<number>,
): MarkedRow[] {
  if (found === undefined) return [];
  const { rows, records } = found;
  return [...rows].filter(({ told, place }) => places.has(place) && records[told]?.begun.id === importId);
}

/** A row to which its import did not come is known by its order alone: where other rows have moved, it may be another one. */
function isSure({ told, place }: MarkedRow, { rows, records }: Found): boolean {
  const record = records[told];
  if (record?.hashAt(place) !== '') return record !== undefined;
  return (
    rows.length === record.begun.rows && rows.every((row, index) => row.told !== told || row.place === index)
  );
}
