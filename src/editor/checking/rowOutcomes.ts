import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks';
import type {
  ImportRecord,
  ImportSource,
  LineEdit,
  MarkedRow,
  OutcomeMarks,
} from '../../core/delivery/index';
import { finishInSlices } from '../../core/files/slices';
import { errorText } from '../errors';
import type { Ledgers, OpenLedgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { Log } from '../log';
import type { State } from '../state';
import type { Checker } from './checker';

/** What is known of a row of a document. */
export interface KnownRow extends MarkedRow {
  readonly record: ImportRecord;
  /** The contact's, where the import created one; otherwise empty. */
  readonly id: string;
}

/** Copies of lists with other columns. */
export interface Copies {
  /** The rows of the copy that was made of such a list last; `undefined` when none was. */
  rowsOfLastTime(document: vscode.TextDocument, sheet: ContactSheet): Promise<ImportSource | undefined>;
}

/** What became of a document's rows. */
interface Known {
  readonly marks: OutcomeMarks;
  /** The imports that tell so, the latest first. */
  readonly records: readonly ImportRecord[];
  /** How many rows were marked when they were looked up: if fewer are by now, marks have gone. */
  readonly most: number;
}

/** Rows as imports tell of them. */
interface Found {
  readonly rows: readonly MarkedRow[];
  readonly records: readonly ImportRecord[];
}

/** The imports that are asked, the latest first. */
type RecordsOf = (
  delivery: Awaited<ReturnType<typeof loadDelivery>>,
  ledgers: OpenLedgers,
) => AsyncIterable<ImportRecord> | Iterable<ImportRecord>;

/**
 * What became of the rows of open documents: read from the ledgers when a contact list is opened and when an import of it
 * ends, and kept beside the rows while they are edited.
 */
export class RowOutcomes implements vscode.Disposable {
  private readonly known = new Map<vscode.TextDocument, Known>();
  /** Documents that are being looked up, with the edits since that began. */
  private readonly lookUps = new Map<vscode.TextDocument, LineEdit[][]>();
  /** Documents that were looked up since they were opened, or are now. */
  private readonly restoring = new Map<vscode.TextDocument, Promise<void>>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly restored = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable;

  /** After marks came, went, or moved otherwise than with the text around them. */
  readonly onDidChange = this.changed.event;
  /** After they came back: with a document that was opened, or with rows that were moved. */
  readonly onDidRestore = this.restored.event;

  constructor(
    private readonly checker: Pick<Checker, 'onDidCheck' | 'reportOf' | 'sheetOf'>,
    private readonly copies: Copies,
    private readonly ledgers: Pick<Ledgers, 'open' | 'exist'>,
    private readonly state: Pick<State, 'marksClearedAt' | 'setMarksCleared'>,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.restored,
      checker.onDidCheck((document) => this.refresh(document, checker.reportOf(document)?.sheet)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
        this.follow(document, contentChanges),
      ),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.known.delete(document);
        this.lookUps.delete(document);
        this.restoring.delete(document);
      }),
    );
  }

  marksOf(document: vscode.TextDocument): OutcomeMarks | undefined {
    return this.known.get(document)?.marks;
  }

  /** What is known of the row on a line, from 0. */
  at(document: vscode.TextDocument, line: number): KnownRow | undefined {
    const known = this.known.get(document);
    const row = known?.marks.at(line);
    const record = row && known?.records[row.told];
    return record && { ...row, record, id: record.ids.get(row.place) ?? '' };
  }

  /** The rows at some places of an import; one that was edited or sent again since is not among them. */
  async rowsOf(
    document: vscode.TextDocument,
    importId: string,
    places: ReadonlySet<number>,
  ): Promise<readonly MarkedRow[]> {
    // A document that has just been opened is not checked yet.
    if (!this.known.has(document)) await this.restore(document, this.checker.sheetOf(document));
    const { marks, records } = this.known.get(document) ?? {};
    const marked = wanted(marks?.rows() ?? [], records ?? [], importId, places);
    if (marked.length === places.size) return marked;
    // Not all are marked: they were moved just now, marks were cleared, or the import goes on.
    const { version } = document;
    const found = await this.bestOf(await this.sourcesNow(document), this.importsOf(document, undefined));
    if (document.version !== version) return await this.rowsOf(document, importId, places);
    const byPlace = new Map(marked.map((row) => [row.place, row]));
    for (const row of found ? wanted(found.rows, found.records, importId, places) : [])
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
    const places = new Set([place]);
    const { marks, records = [] } = this.known.get(document) ?? {};
    const [marked] = wanted(marks?.rows() ?? [], records, importId, places);
    if (marked) return { row: marked };
    const { history, hasher } = await this.ledgers.open();
    const record = (await history.read(importId))?.record;
    if (record?.begun.key !== hasher.key) return undefined;
    const { version } = document;
    const sources = await this.sourcesNow(document);
    const found = await this.bestOf(sources, () => [record]);
    if (document.version !== version) return await this.rowOf(document, importId, place);
    // How a copy was made that was sent is not known any more.
    if (sources.length === 0) return undefined;
    const row = found?.rows.find((each) => each.place === place);
    return found && row && isSure(row, found) ? { row } : {};
  }

  /**
   * Looks up an import's file after it has come to its end.
   * @param source what was sent of the document in that version
   */
  async show({
    uri,
    source,
    version,
  }: {
    readonly uri: vscode.Uri;
    readonly source: ImportSource;
    readonly version: number;
  }): Promise<void> {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document === undefined) return;
    if (document.version === version) {
      await this.noting(document, (edits) => this.lookUp(document, edits, [source]));
      return;
    }
    // Somebody who is typing is not waited for: the next check sees to it.
    this.restoring.delete(document);
    const sheet = this.checker.reportOf(document)?.sheet;
    if (sheet) await this.restore(document, sheet);
  }

  /** Takes all marks of a document away, also when it is opened again; those of a later import come. */
  async clear(document: vscode.TextDocument): Promise<void> {
    const [latest] = this.known.get(document)?.records ?? [];
    if (latest) await this.state.setMarksCleared(document.uri.toString(), latest.begun.id);
    this.forget(document);
  }

  /** Looks up documents again of which nothing was known: by now, imports may know that their file is this one. */
  async moveFiles(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      if (!this.restoring.has(document) || this.known.has(document)) continue;
      this.restoring.delete(document);
      const sheet = this.checker.reportOf(document)?.sheet;
      if (sheet) await this.restore(document, sheet);
    }
  }

  /** Takes the marks of all documents away: the ledgers are gone. */
  forgetAll(): void {
    for (const document of [...this.known.keys()]) this.forget(document);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private forget(document: vscode.TextDocument): void {
    this.lookUps.delete(document);
    if (this.known.delete(document)) this.changed.fire(document);
  }

  /** After a check: rows whose marks have gone may be there after all, moved, or as they were before they were edited. */
  private async refresh(document: vscode.TextDocument, sheet: ContactSheet | undefined): Promise<void> {
    const known = this.known.get(document);
    if (!this.restoring.has(document)) await this.restore(document, sheet);
    else if (sheet && known && known.marks.size < known.most)
      await this.quietly(() =>
        this.noting(document, (edits) => this.findAgain(document, sheet, known, edits)),
      );
  }

  /** Once for each document, after its first check. Resolves when that is done, whoever began it. */
  private async restore(document: vscode.TextDocument, sheet: ContactSheet | undefined): Promise<void> {
    if (!this.restoring.has(document))
      this.restoring.set(
        document,
        this.quietly(() => this.restoreMarks(document, sheet)),
      );
    await this.restoring.get(document);
  }

  private async restoreMarks(document: vscode.TextDocument, sheet: ContactSheet | undefined): Promise<void> {
    if (sheet === undefined) return;
    await this.noting(document, async (edits) => {
      if (await this.ledgers.exist())
        await this.lookUp(document, edits, await this.sourcesOf(document, sheet));
    });
    if (this.known.has(document)) this.restored.fire(document);
  }

  private async findAgain(
    document: vscode.TextDocument,
    sheet: ContactSheet,
    known: Known,
    edits: readonly LineEdit[][],
  ): Promise<void> {
    const { foundAgain, OutcomeMarks } = await loadDelivery();
    const { hasher } = await this.ledgers.open();
    for (const source of await this.sourcesOf(document, sheet)) {
      const rows = await foundAgain(source, known.records, known.marks, hasher);
      // After an edit comes another check.
      if (this.lookUps.get(document) !== edits || edits.length > 0) return;
      if (rows.length <= known.marks.size) continue;
      this.known.set(document, { ...known, marks: new OutcomeMarks(rows) });
      this.changed.fire(document);
      this.restored.fire(document);
      return;
    }
  }

  /** Nobody asked for it; what needs the ledgers says what is wrong with them. */
  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn(errorText(error));
    }
  }

  /** Notes edits of the document as long as it is being looked up. Whatever else looks it up is given up. */
  private async noting(
    document: vscode.TextDocument,
    lookUp: (edits: readonly LineEdit[][]) => Promise<void>,
  ): Promise<void> {
    const edits: LineEdit[][] = [];
    this.lookUps.set(document, edits);
    try {
      await lookUp(edits);
    } finally {
      if (this.lookUps.get(document) === edits) this.lookUps.delete(document);
    }
  }

  /** The rows as the editor shows them, and as the columns were mapped last: either may have been sent. */
  private async sourcesOf(
    document: vscode.TextDocument,
    sheet: ContactSheet,
  ): Promise<readonly ImportSource[]> {
    const copy = await this.copies.rowsOfLastTime(document, sheet);
    const { shownSource } = await loadDelivery();
    const shown = sheet.isContactList ? [await finishInSlices(shownSource('', sheet, false))] : [];
    return [...shown, ...(copy ? [copy] : [])];
  }

  /** @param edits that were made since the sources were read, and are made from here on */
  private async lookUp(
    document: vscode.TextDocument,
    edits: readonly LineEdit[][],
    sources: readonly ImportSource[],
  ): Promise<void> {
    const cleared = this.state.marksClearedAt(document.uri.toString());
    const found = await this.bestOf(sources, this.importsOf(document, cleared));
    const { OutcomeMarks } = await loadDelivery();
    // Closed meanwhile, or looked up anew.
    if (this.lookUps.get(document) !== edits) return;
    if (found === undefined) {
      this.forget(document);
      return;
    }
    const { rows, records } = found;
    const marks = new OutcomeMarks(rows);
    for (const each of edits) marks.follow(each);
    this.known.set(document, { marks, records, most: rows.length });
    this.changed.fire(document);
  }

  private async sourcesNow(document: vscode.TextDocument): Promise<readonly ImportSource[]> {
    return await this.sourcesOf(document, this.checker.sheetOf(document));
  }

  /** @param until as for {@link importsOfFile} */
  private importsOf({ uri }: vscode.TextDocument, until: string | undefined): RecordsOf {
    return ({ importsOfFile }, { history, hasher }) =>
      importsOfFile(uri.toString(), history, hasher.key, until);
  }

  /** What imports tell of a document's rows, by the source of which they know the most. */
  private async bestOf(sources: readonly ImportSource[], recordsOf: RecordsOf): Promise<Found | undefined> {
    if (sources.length === 0) return undefined;
    const delivery = await loadDelivery();
    const ledgers = await this.ledgers.open();
    let best: Found | undefined;
    for (const source of sources) {
      const records: ImportRecord[] = [];
      const rows = await delivery.toldRows(
        source,
        noted(recordsOf(delivery, ledgers), records),
        ledgers.hasher,
      );
      if (rows.length > (best?.rows.length ?? 0)) best = { rows, records };
    }
    return best;
  }

  private follow(
    document: vscode.TextDocument,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
  ): void {
    if (changes.length === 0) return;
    const edits = changes.map(editOf);
    this.lookUps.get(document)?.push(edits);
    const lost = this.known.get(document)?.marks.follow(edits) ?? false;
    // Lines alone may have come between two rows.
    if (lost || changes.some(({ text }) => text.includes('\n'))) this.changed.fire(document);
  }
}

/** Those at some places of an import. */
function wanted(
  rows: Iterable<MarkedRow>,
  records: readonly ImportRecord[],
  importId: string,
  places: ReadonlySet<number>,
): MarkedRow[] {
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

/** Notes what is given. */
async function* noted<T>(items: AsyncIterable<T> | Iterable<T>, notes: T[]): AsyncGenerator<T> {
  for await (const item of items) {
    notes.push(item);
    yield item;
  }
}

function editOf({ range: { start, end }, text }: vscode.TextDocumentContentChangeEvent): LineEdit {
  return { start, end, text };
}
