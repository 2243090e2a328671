import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks';
import type {
  ImportRecord,
  ImportSource,
  LineEdit,
  MarkedRow,
  OutcomeMarks,
} from '../../core/delivery/index';
import { errorText } from '../errors';
import type { Ledgers } from '../ledgers';
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
}

/**
 * What became of the rows of open documents: read from the ledgers when a contact list is opened and when an import of it
 * ends, and kept beside the rows while they are edited.
 */
export class RowOutcomes implements vscode.Disposable {
  private readonly known = new Map<vscode.TextDocument, Known>();
  /** Documents that were looked up; while that goes on, with the edits since it began. */
  private readonly lookedUp = new Map<vscode.TextDocument, LineEdit[][] | undefined>();
  private readonly restoring = new Map<vscode.TextDocument, Promise<void>>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly restored = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable;

  /** After marks came, went, or moved otherwise than with the text around them. */
  readonly onDidChange = this.changed.event;
  /** After they came back with a document that was opened. */
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
      checker.onDidCheck((document) => this.restore(document, checker.reportOf(document)?.sheet)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
        this.follow(document, contentChanges),
      ),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.known.delete(document);
        this.lookedUp.delete(document);
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
    return [...(marks?.rows() ?? [])].filter(
      ({ told, place }) => records?.[told]?.begun.id === importId && places.has(place),
    );
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
    if (document.version === version) await this.lookUp(document, [source]);
    else await this.lookUpShown(document, this.checker.reportOf(document)?.sheet);
  }

  /** Takes all marks of a document away, also when it is opened again; those of a later import come. */
  async clear(document: vscode.TextDocument): Promise<void> {
    const [latest] = this.known.get(document)?.records ?? [];
    if (latest) await this.state.setMarksCleared(document.uri.toString(), latest.begun.id);
    this.forget(document);
  }

  /** Takes the marks of all documents away: the ledgers are gone. */
  forgetAll(): void {
    for (const document of [...this.known.keys()]) this.forget(document);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private forget(document: vscode.TextDocument): void {
    if (this.known.delete(document)) this.changed.fire(document);
  }

  /** Once for each document, after its first check. Resolves when that is done, whoever began it. */
  private async restore(document: vscode.TextDocument, sheet: ContactSheet | undefined): Promise<void> {
    if (!this.lookedUp.has(document)) {
      this.lookedUp.set(document, undefined);
      this.restoring.set(document, this.restoreMarks(document, sheet));
    }
    await this.restoring.get(document);
  }

  private async restoreMarks(document: vscode.TextDocument, sheet: ContactSheet | undefined): Promise<void> {
    try {
      if (!(await this.ledgers.exist())) return;
      await this.lookUpShown(document, sheet);
      if (this.known.has(document)) this.restored.fire(document);
    } catch (error) {
      // Nobody asked for it; what needs the ledgers says what is wrong with them.
      this.log.warn(errorText(error));
    }
  }

  /** With the rows as the editor shows them, and as the columns were mapped last: either may have been sent. */
  private async lookUpShown(document: vscode.TextDocument, sheet: ContactSheet | undefined): Promise<void> {
    const { shownSource } = await loadDelivery();
    if (sheet === undefined) return;
    const sources: ImportSource[] = sheet.isContactList ? [shownSource('', sheet, false)] : [];
    await this.lookUp(document, sources, this.copies.rowsOfLastTime(document, sheet));
  }

  /** @param mapped another one, perhaps, that is yet to come */
  private async lookUp(
    document: vscode.TextDocument,
    sources: readonly ImportSource[],
    mapped: Promise<ImportSource | undefined> = Promise.resolve(undefined),
  ): Promise<void> {
    const edits: LineEdit[][] = [];
    this.lookedUp.set(document, edits);
    const copy = await mapped;
    const found = await this.bestOf(document, copy ? [...sources, copy] : sources);
    // Closed meanwhile, or looked up anew.
    if (this.lookedUp.get(document) !== edits) return;
    this.lookedUp.set(document, undefined);
    if (found === undefined) {
      this.forget(document);
      return;
    }
    const { rows, records } = found;
    const { OutcomeMarks } = await loadDelivery();
    const marks = new OutcomeMarks(rows);
    for (const each of edits) marks.follow(each);
    this.known.set(document, { marks, records });
    this.changed.fire(document);
  }

  /** What the imports of a document tell of its rows, by the source of which they know the most. */
  private async bestOf(document: vscode.TextDocument, sources: readonly ImportSource[]) {
    if (sources.length === 0) return undefined;
    const { importsOfFile, toldRows } = await loadDelivery();
    const { history, hasher } = await this.ledgers.open();
    const uri = document.uri.toString();
    let best: { readonly rows: readonly MarkedRow[]; readonly records: readonly ImportRecord[] } | undefined;
    for (const source of sources) {
      const records: ImportRecord[] = [];
      const imports = importsOfFile(uri, history, hasher.key, this.state.marksClearedAt(uri));
      const rows = await toldRows(source, noted(imports, records), hasher);
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
    this.lookedUp.get(document)?.push(edits);
    const lost = this.known.get(document)?.marks.follow(edits) ?? false;
    // Lines alone may have come between two rows.
    if (lost || changes.some(({ text }) => text.includes('\n'))) this.changed.fire(document);
  }
}

/** Notes what is given. */
async function* noted<T>(items: AsyncIterable<T>, notes: T[]): AsyncGenerator<T> {
  for await (const item of items) {
    notes.push(item);
    yield item;
  }
}

function editOf({ range: { start, end }, text }: vscode.TextDocumentContentChangeEvent): LineEdit {
  return { start, end, text };
}
