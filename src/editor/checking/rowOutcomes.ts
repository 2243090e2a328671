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
import type { OutcomeLookUp } from './outcomeLookUp';
import type { OutcomeNews } from './outcomeNews';

/** What is known of a row of a document. */
export interface KnownRow extends MarkedRow {
  readonly record: ImportRecord;
  /** The contact's, where the import created one; otherwise empty. */
  readonly id: string;
}

/** What became of a document's rows. */
interface Known {
  readonly marks: OutcomeMarks;
  /** The imports that tell so, the latest first. */
  readonly records: readonly ImportRecord[];
  /** How many rows were marked when they were looked up: if fewer are by now, marks have gone. */
  readonly most: number;
}

/** An import that has come to its end in this window. */
interface EndedImport {
  readonly uri: vscode.Uri;
  readonly source: ImportSource;
  readonly version: number;
  readonly ledger: { readonly id: string };
}

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
    private readonly asked: OutcomeLookUp,
    private readonly ledgers: Pick<Ledgers, 'open' | 'exist'>,
    private readonly news: Pick<OutcomeNews, 'onDidEnd' | 'know'>,
    private readonly state: Pick<State, 'marksClearedAt' | 'setMarksCleared'>,
    private readonly log: Log,
    /** Resolves when the pages have what they are waited for: marks of documents come after them. */
    private readonly pagesFirst: () => Promise<void>,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.restored,
      checker.onDidCheck((document) => this.refresh(document, checker.reportOf(document)?.sheet)),
      news.onDidEnd((uri) => void this.quietly(() => this.again(uri))),
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

  /** All that is known of a document's rows, by the imports that tell so. */
  foundFor(document: vscode.TextDocument) {
    const known = this.known.get(document);
    return known && { rows: known.marks.rows(), records: known.records };
  }

  /** Resolves when a document has its marks, if it has any: also before it was checked. */
  async whenRestored(document: vscode.TextDocument): Promise<void> {
    if (!this.known.has(document)) await this.restore(document, this.checker.sheetOf(document));
  }

  /**
   * Looks up an import's file after it has come to its end.
   * @param source what was sent of the document in that version
   */
  async show({ uri, source, version, ledger }: EndedImport): Promise<void> {
    await this.news.know(ledger.id);
    const document = openDocument(uri.toString());
    if (document?.version === version)
      await this.noting(document, (edits) => this.lookUp(document, edits, [source]));
    else await this.again(uri.toString());
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

  /** Looks a document up anew, if it is open. `uri`: as news tell it. */
  private async again(uri: string | undefined): Promise<void> {
    if (uri === undefined) this.forgetAll();
    const document = uri === undefined ? undefined : openDocument(uri);
    if (document === undefined) return;
    this.restoring.delete(document);
    // Somebody who is typing is not waited for: the next check sees to it.
    const sheet = this.checker.reportOf(document)?.sheet;
    if (sheet) await this.restore(document, sheet);
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
    const isFound = await this.noting(document, async (edits) => {
      await this.pagesFirst();
      if (!(await this.ledgers.exist())) return false;
      return await this.lookUp(document, edits, await this.asked.sources(document, sheet));
    });
    if (isFound) this.restored.fire(document);
  }

  private async findAgain(
    document: vscode.TextDocument,
    sheet: ContactSheet,
    known: Known,
    edits: readonly LineEdit[][],
  ): Promise<void> {
    const { foundAgain, OutcomeMarks } = await loadDelivery();
    const { hasher } = await this.ledgers.open();
    for (const source of await this.asked.sources(document, sheet)) {
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
  private async noting<Found>(
    document: vscode.TextDocument,
    lookUp: (edits: readonly LineEdit[][]) => Promise<Found>,
  ): Promise<Found> {
    const edits: LineEdit[][] = [];
    this.lookUps.set(document, edits);
    try {
      return await lookUp(edits);
    } finally {
      if (this.lookUps.get(document) === edits) this.lookUps.delete(document);
    }
  }

  /**
   * @param edits that were made since the sources were read, and are made from here on
   * @returns whether anything is known of the document's rows, and was found out by this
   */
  private async lookUp(
    document: vscode.TextDocument,
    edits: readonly LineEdit[][],
    sources: readonly ImportSource[],
  ): Promise<boolean> {
    const cleared = this.state.marksClearedAt(document.uri.toString());
    const found = await this.asked.told(document, sources, { until: cleared, isOver: true });
    const { OutcomeMarks } = await loadDelivery();
    // Closed meanwhile, or looked up anew.
    if (this.lookUps.get(document) !== edits) return false;
    if (found === undefined) {
      this.forget(document);
      return false;
    }
    const { rows, records } = found;
    const marks = new OutcomeMarks(rows);
    for (const each of edits) marks.follow(each);
    this.known.set(document, { marks, records, most: rows.length });
    this.changed.fire(document);
    return true;
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

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
}

function editOf({ range: { start, end }, text }: vscode.TextDocumentContentChangeEvent): LineEdit {
  return { start, end, text };
}
