import type * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks';
import type { ImportRecord, ImportSource, MarkedRow, WantedImports } from '../../core/delivery/index';
import { finishInSlices } from '../../core/files/slices';
import type { Ledgers, OpenLedgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { Checker } from './checker';

/** Copies of lists with other columns. */
export interface Copies {
  /** The rows of the copy that was made of such a list last; `undefined` when none was. */
  rowsOfLastTime(document: vscode.TextDocument, sheet: ContactSheet): Promise<ImportSource | undefined>;
}

/** Rows as imports tell of them. */
export interface Found {
  readonly rows: readonly MarkedRow[];
  /** The imports that tell so, the latest first. */
  readonly records: readonly ImportRecord[];
}

/** The imports that are asked, the latest first. */
type RecordsOf = (
  delivery: Awaited<ReturnType<typeof loadDelivery>>,
  ledgers: OpenLedgers,
) => AsyncIterable<ImportRecord> | Iterable<ImportRecord>;

/** Asks the ledgers what became of a document's rows, as they are now. */
export class OutcomeLookUp {
  constructor(
    private readonly checker: Pick<Checker, 'sheetOf'>,
    private readonly copies: Copies,
    private readonly ledgers: Pick<Ledgers, 'open'>,
  ) {}

  /** The rows as the editor shows them, and as the columns were mapped last: either may have been sent. */
  async sources(
    document: vscode.TextDocument,
    sheet: ContactSheet = this.checker.sheetOf(document),
  ): Promise<readonly ImportSource[]> {
    const copy = await this.copies.rowsOfLastTime(document, sheet);
    const { shownSource } = await loadDelivery();
    const shown = sheet.isContactList ? [await finishInSlices(shownSource('', sheet, false))] : [];
    return [...shown, ...(copy ? [copy] : [])];
  }

  /** What the imports of a document tell of its rows. */
  async told(
    { uri }: vscode.TextDocument,
    sources: readonly ImportSource[],
    which: WantedImports = {},
  ): Promise<Found | undefined> {
    return await this.best(sources, ({ importsOfFile }, { history, hasher }) =>
      importsOfFile(uri.toString(), history, hasher.key, which),
    );
  }

  /** What one import tells of a document's rows. */
  async toldBy(record: ImportRecord, sources: readonly ImportSource[]): Promise<Found | undefined> {
    return await this.best(sources, () => [record]);
  }

  /** What imports tell, by the source of which they know the most. */
  private async best(sources: readonly ImportSource[], recordsOf: RecordsOf): Promise<Found | undefined> {
    if (sources.length === 0) return undefined;
    const delivery = await loadDelivery();
    const ledgers = await this.ledgers.open();
    let best: Found | undefined;
    for (const source of sources) {
      const records: ImportRecord[] = [];
      const asked = noted(recordsOf(delivery, ledgers), records);
      const rows = await delivery.toldRows(source, asked, ledgers.hasher);
      if (rows.length > (best?.rows.length ?? 0)) best = { rows, records };
    }
    return best;
  }
}

/** Notes what is given. */
async function* noted<T>(items: AsyncIterable<T> | Iterable<T>, notes: T[]): AsyncGenerator<T> {
  for await (const item of items) {
    notes.push(item);
    yield item;
  }
}
