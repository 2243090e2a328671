// The assistants of src/editor with a checked list. To be bundled with vscode.ts in the place of the API.
import * as vscode from 'vscode';
import type { CheckReport } from '../../../src/core/checks/check';
import { LiveCheck } from '../../../src/core/checks/live/liveCheck';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { HeaderLenses } from '../../../src/editor/assist/codeLens';
import { CellCompletion } from '../../../src/editor/assist/completion';
import { CountryNames } from '../../../src/editor/assist/countryNames';
import { CellHover } from '../../../src/editor/assist/hover';
import { ContactLists } from '../../../src/editor/assist/list';
import { finished } from '../../support/finished';
import { documentOf } from './document';

const never: vscode.CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => new vscode.Disposable(() => undefined),
};

/** What a user who edits the text is given, each by the class that gives it in the editor. */
export class Assistants {
  private readonly live: LiveCheck;
  private readonly document: vscode.TextDocument;
  private report: CheckReport | undefined;
  private readonly hovers: CellHover;
  private readonly completion: CellCompletion;
  private readonly headerLenses: HeaderLenses;

  constructor(text: string) {
    const phones = createPhoneNumbers();
    const words = Promise.resolve({ phones, countries: new CountryNames(phones) });
    const lists = new ContactLists(
      { lastReportOf: () => this.report, whenChecked: () => Promise.resolve(this.report) },
      { assists: () => true, onDidChange: () => new vscode.Disposable(() => undefined) },
    );
    this.document = documentOf(text);
    this.live = new LiveCheck(text, { phones, settings: {}, limit: 1000 });
    this.hovers = new CellHover(lists, () => words);
    this.completion = new CellCompletion(lists, async () => (await words).countries);
    this.headerLenses = new HeaderLenses(
      lists,
      { selected: undefined },
      { marksOf: () => undefined },
      { has: () => false },
      [],
    );
    this.check();
  }

  /** Makes a report of its own, as there is one after each edit. */
  check(): void {
    finished(this.live.work());
    this.report = this.live.report();
  }

  /** At an offset in UTF-16 units; `undefined` where the pointer is in no cell. */
  hover(offset: number): Promise<vscode.Hover | undefined> {
    return this.hovers.provideHover(this.document, this.document.positionAt(offset), never);
  }

  /** Behind a cell of the record, which is empty when the field is 0 and the record has none. */
  complete(record: number, field: number): Promise<vscode.CompletionItem[] | undefined> {
    const end = this.report?.sheet.table.fieldRange(record, field).end ?? 0;
    return this.completion.provideCompletionItems(this.document, this.document.positionAt(end));
  }

  lenses(): vscode.CodeLens[] {
    return this.headerLenses.provideCodeLenses(this.document);
  }
}
