import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RuleSettings } from '../../src/core/checks/severity';
import { contactColumns } from '../../src/core/contact/columns';
import { ImportReport, OutcomeMarks, shownSource, type RowResult } from '../../src/core/delivery';
import { readSheet } from '../../src/core/checks/readSheet';
import { StreamMarkers } from '../../src/editor/checking/streamMarkers';
import { finished } from '../support/finished';

const header = contactColumns.join(',');
const results: readonly RowResult[] = [
  { outcome: 'created', contact: { id: '1' } },
  { outcome: 'refused', words: 'no' },
  { outcome: 'notReturned' },
  { outcome: 'unknown' },
  { outcome: 'notSent' },
];
const rows = ['Asha,Rao', '"Ben\nJr.",Doe', 'Cleo,Ray', 'Dora,Lee', 'Eve,Fox'].map(
  (name, index) => `${name},Mr,987654321${index},+91,+91`,
);

describe('markers of what a stream said', () => {
  let markers: StreamMarkers;
  let document: vscode.TextDocument;
  let rules: RuleSettings = {};
  let marks: OutcomeMarks | undefined;
  let reopened: vscode.EventEmitter<vscode.TextDocument>;

  beforeEach(async () => {
    rules = {};
    reopened = new vscode.EventEmitter();
    const outcomes = { marksOf: () => marks, onDidRestore: reopened.event };
    markers = new StreamMarkers({ checkRules: () => rules }, outcomes);
    document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: `${header}\n${rows.join('\n')}\n`,
    });
  });

  afterEach(() => markers.dispose());

  function show(version = document.version): void {
    const sheet = readSheet(document.getText());
    const source = finished(shownSource('a.csv', sheet, true));
    const report = new ImportReport(source.rowCount);
    for (const [index, result] of results.entries()) report.settle(source.row(index), result);
    markers.show({ uri: document.uri, report, version });
  }

  /** Code, and first and last line, from 1. */
  function shown(): readonly (readonly [unknown, number, number])[] {
    return vscode.languages
      .getDiagnostics(document.uri)
      .map(({ code, range }) => [
        typeof code === 'object' ? code.value : code,
        range.start.line + 1,
        range.end.line + 1,
      ]);
  }

  async function edit(range: vscode.Range, text: string): Promise<void> {
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(change));
  }

  it('stand on the rows that were refused, not returned or not answered, and on no other', () => {
    show();
    assert.deepEqual(shown(), [
      ['stream.refused', 3, 4],
      ['stream.notReturned', 5, 5],
      ['stream.unknown', 6, 6],
    ]);
    const [refused] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(refused?.message, 'Refused by the stream: no');
    assert.equal(refused.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(refused.range.isEqual(new vscode.Range(2, 0, 3, document.lineAt(3).text.length)));
  });

  it('move with lines above, and go when their own row is edited', async () => {
    show();
    await edit(new vscode.Range(1, 0, 1, 0), 'Zed,Roe,Mr,9876543299,+91,+91\n');
    assert.deepEqual(shown(), [
      ['stream.refused', 4, 5],
      ['stream.notReturned', 6, 6],
      ['stream.unknown', 7, 7],
    ]);
    await edit(new vscode.Range(5, 0, 5, 4), 'Clea');
    assert.deepEqual(shown(), [
      ['stream.refused', 4, 5],
      ['stream.unknown', 7, 7],
    ]);
    // The row between is deleted with its line break: what stands below still begins its line.
    await edit(new vscode.Range(5, 0, 6, 0), '');
    assert.deepEqual(shown(), [
      ['stream.refused', 4, 5],
      ['stream.unknown', 6, 6],
    ]);
  });

  it('go when the row is joined with the one above, and stay when a line is added behind it', async () => {
    show();
    await edit(new vscode.Range(5, document.lineAt(5).text.length, 5, document.lineAt(5).text.length), '\n');
    assert.equal(shown().length, 3);
    await edit(new vscode.Range(4, document.lineAt(4).text.length, 5, 0), '');
    assert.deepEqual(
      shown().map(([code]) => code),
      ['stream.refused'],
    );
  });

  it('are left out where the document was edited since it was sent', async () => {
    const { version } = document;
    const sheet = readSheet(document.getText());
    const source = finished(shownSource('a.csv', sheet, true));
    const report = new ImportReport(source.rowCount);
    for (const [index, result] of results.entries()) report.settle(source.row(index), result);
    await edit(new vscode.Range(4, 0, 4, 4), 'Clea');
    markers.show({ uri: document.uri, report, version });
    assert.deepEqual(
      shown().map(([code]) => code),
      ['stream.refused', 'stream.unknown'],
    );
  });

  it('follow the setting of their rule', () => {
    rules = { 'stream.refused': 'off', 'stream.unknown': 'hint' };
    show();
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).map(({ severity }) => severity),
      [vscode.DiagnosticSeverity.Warning, vscode.DiagnosticSeverity.Hint],
    );
  });

  it('come back with a document that is opened again', () => {
    const row = { lastLength: 3, told: 0, place: 0 };
    marks = new OutcomeMarks([
      { ...row, first: 1, last: 1, outcome: 'created' },
      { ...row, first: 2, last: 3, outcome: 'refused' },
      { ...row, first: 5, last: 5, outcome: 'unknown' },
    ]);
    reopened.fire(document);
    assert.deepEqual(shown(), [
      ['stream.refused', 3, 4],
      ['stream.unknown', 6, 6],
    ]);
  });

  it('make room for those of the next import', () => {
    show();
    markers.show({ uri: document.uri, report: new ImportReport(5), version: document.version });
    assert.deepEqual(shown(), []);
  });
});
