import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { readSheet } from '../../src/core/checks/readSheet';
import { contactColumns } from '../../src/core/contact/columns';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import {
  FileLedgerStore,
  Hasher,
  ImportHistory,
  ImportLedger,
  shownSource,
  type ImportRow,
} from '../../src/core/delivery';
import { RowOutcomes } from '../../src/editor/checking/rowOutcomes';
import { CursorRow } from '../../src/editor/results/cursorRow';
import { selectInFile } from '../../src/editor/results/selectInFile';
import type { Results } from '../../src/protocol/results';
import { contact, resultsOf } from '../support/page/results';
import { until } from './until';

const rows = ['Asha,Rao', '"Ben\nJr.",Doe', 'Cleo,Ray'].map(
  (name, index) => `${name},Mr,987654321${index},+91,+91`,
);

describe('outcomes of a document’s rows', () => {
  let folder: string;
  let document: vscode.TextDocument;
  let outcomes: RowOutcomes;
  let checked: vscode.EventEmitter<vscode.TextDocument>;
  const cleared = new Map<string, string>();
  const hasher = new Hasher('a key', createPhoneNumbers());

  beforeEach(async () => {
    cleared.clear();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-outcomes-'));
    document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: [contactColumns.join(','), ...rows, ''].join('\n'),
    });
    const store = new FileLedgerStore(folder);
    const history = new ImportHistory(store);
    checked = new vscode.EventEmitter();
    outcomes = new RowOutcomes(
      {
        onDidCheck: checked.event,
        reportOf: () => ({ sheet: readSheet(document.getText()) }) as never,
        sheetOf: () => readSheet(document.getText()),
      },
      {
        exist: () => Promise.resolve(true),
        open: () => Promise.resolve({ store, history, hasher } as never),
      },
      {
        marksClearedAt: (uri) => cleared.get(uri),
        setMarksCleared: (uri, id) => Promise.resolve(void cleared.set(uri, id)),
      },
      { warn: (message: string) => assert.fail(message) } as never,
    );
    await sent(store);
  });
  afterEach(() => {
    outcomes.dispose();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function sent(store: FileLedgerStore): Promise<void> {
    const source = shownSource('a.csv', readSheet(document.getText()), true);
    const all: ImportRow[] = [0, 1, 2].map((place) => source.row(place));
    const ledger = await ImportLedger.begin(store, {
      id: 'import-1',
      file: { uri: document.uri.toString(), hash: 'x' },
      stream: { name: 'Support', host: 'https://a.example', streamId: 'st-1' },
      rows: 3,
      key: hasher.key,
    });
    const hashes = all.map(({ values }) => hasher.row(values));
    await ledger.rows(0, hashes);
    await ledger.sending(all);
    await ledger.settled(all, [
      { outcome: 'created', contact: { id: 'id-7' } },
      { outcome: 'refused' },
      { outcome: 'unknown' },
    ]);
    await ledger.end();
  }

  const shown = () =>
    [...(outcomes.marksOf(document)?.rows() ?? [])].map(({ outcome, first }) => [outcome, first]);

  async function edit(range: vscode.Range, text: string): Promise<void> {
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(change));
  }

  it('come back when it is opened again, follow edits, and tell id and import', async () => {
    let restored = 0;
    outcomes.onDidRestore(() => restored++);
    checked.fire(document);
    await until('the marks', () => restored === 1);
    assert.deepEqual(shown(), [
      ['created', 1],
      ['refused', 2],
      ['unknown', 4],
    ]);
    assert.equal(outcomes.at(document, 1)?.id, 'id-7');
    assert.equal(outcomes.at(document, 3)?.record.begun.stream.name, 'Support');
    assert.equal(outcomes.at(document, 0), undefined);
    await edit(new vscode.Range(1, 0, 1, 0), 'Zed,Roe,Mr,9876543299,+91,+91\n');
    await edit(new vscode.Range(5, 0, 5, 4), 'Clea');
    assert.deepEqual(shown(), [
      ['created', 2],
      ['refused', 3],
    ]);
    checked.fire(document);
    assert.equal(restored, 1, 'looked up again');
  });

  it('follow edits that were made while they were looked up', async () => {
    checked.fire(document);
    await edit(new vscode.Range(4, 0, 4, 0), '\n');
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    assert.deepEqual(shown().at(-1), ['unknown', 5]);
  });

  it('tell where an import’s rows are by now, also in a document that has just been opened', async () => {
    const at = async (...places: number[]) =>
      (await outcomes.rowsOf(document, 'import-1', new Set(places))).map(({ place, first, last }) => [
        place,
        first,
        last,
      ]);
    assert.deepEqual(await at(1, 2, 9), [
      [1, 2, 3],
      [2, 4, 4],
    ]);
    await edit(new vscode.Range(1, 0, 1, 0), 'Zed,Roe,Mr,9876543299,+91,+91\n');
    await edit(new vscode.Range(5, 0, 5, 4), 'Clea');
    assert.deepEqual(await at(1, 2), [[1, 3, 4]], 'the row that was edited is another one');
    assert.deepEqual(await outcomes.rowsOf(document, 'import-2', new Set([1])), []);
  });

  it('lead from the results page to a selection, and from the cursor to the page', async () => {
    const file = { ...resultsOf([0, 1, 2].map((place) => contact(place))), importId: 'import-1' };
    const results = { ...file, fileUri: document.uri.toString() };
    await selectInFile([2, 1], results, outcomes);
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor has the focus');
    assert.deepEqual(
      editor.selections.map(({ start, end }) => [start.line, end.line]),
      [
        [2, 3],
        [4, 4],
      ],
    );
    assert.equal(document.getText(editor.selections[1]), rows[2]);
    await assert.rejects(selectInFile([...Array(501).keys()], results, outcomes), /Select at most 500/);
    await edit(new vscode.Range(1, 0, 1, 1), 'B');
    await assert.rejects(selectInFile([0], results, outcomes), /1 row is no longer in .* as it was sent/);

    const orders: unknown[] = [];
    const told = new vscode.EventEmitter<Results>();
    const cursor = new CursorRow(
      {
        results: [results],
        onDidTell: told.event,
        order: (importId, order) => orders.push([importId, order]) > 0,
      },
      outcomes,
    );
    try {
      editor.selection = new vscode.Selection(3, 2, 3, 2);
      await until('the mark', () => orders.length > 0);
      told.fire(results);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await until('no mark', () => orders.length > 2);
    } finally {
      cursor.dispose();
    }
    const mark = ['import-1', { do: 'mark', place: 1 }];
    assert.deepEqual(orders, [mark, mark, ['import-1', { do: 'mark' }]]);
  });

  it('go when they are cleared, and stay away', async () => {
    checked.fire(document);
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    await outcomes.clear(document);
    assert.deepEqual(shown(), []);
    const source = shownSource('a.csv', readSheet(document.getText()), true);
    await outcomes.show({ uri: document.uri, source, version: document.version });
    assert.deepEqual(shown(), []);
  });
});
