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
  type ImportSource,
} from '../../src/core/delivery';
import type { ColumnMap } from '../../src/core/mapping/columnMap';
import { OutcomeLookUp } from '../../src/editor/checking/outcomeLookUp';
import { OutcomeNews } from '../../src/editor/checking/outcomeNews';
import { RowOutcomes } from '../../src/editor/checking/rowOutcomes';
import { RowPlaces } from '../../src/editor/checking/rowPlaces';
import { LedgerWatch } from '../../src/editor/ledgerWatch';
import { ColumnMapper } from '../../src/editor/mapping/mapper';
import { goToRow } from '../../src/editor/results/goToRow';
import { CursorRow } from '../../src/editor/results/cursorRow';
import { selectInFile } from '../../src/editor/results/selectInFile';
import type { Results } from '../../src/protocol/results';
import { contact, resultsOf } from '../support/page/results';
import { until } from './until';
import { finished } from '../support/finished';

const ledger = { id: 'import-1' };
const rows = ['Asha,Rao', '"Ben\nJr.",Doe', 'Cleo,Ray'].map(
  (name, index) => `${name},Mr,987654321${index},+91,+91`,
);

describe('outcomes of a document’s rows', () => {
  let folder: string;
  let document: vscode.TextDocument;
  let outcomes: RowOutcomes;
  let rowPlaces: RowPlaces;
  let checked: vscode.EventEmitter<vscode.TextDocument>;
  let mapper: ColumnMapper;
  let watching: vscode.Disposable;
  /** As long as somebody types, no check comes to its end. */
  let isTyping = false;
  /** When pages have what they are waited for. */
  let pages: Promise<void>;
  const cleared = new Map<string, string>();
  const phones = createPhoneNumbers();
  const hasher = new Hasher('a key', phones);

  beforeEach(() => {
    cleared.clear();
    isTyping = false;
    pages = Promise.resolve();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-outcomes-'));
    mapper = mapperWith(undefined);
  });

  const mapperWith = (columns: ColumnMap | undefined) =>
    new ColumnMapper(
      {
        columnMapFor: (headers) => columns && { headers, columns },
        setColumnMap: () => Promise.resolve(),
      },
      { checkRules: () => ({}) },
      () => Promise.resolve(phones),
    );

  /** Opens a document whose first three rows were sent. `sourceOf`: as what. */
  async function open(header: string, lines: readonly string[], sourceOf: () => Promise<ImportSource>) {
    document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: [header, ...lines, ''].join('\n'),
    });
    const store = new FileLedgerStore(folder);
    const history = new ImportHistory(store);
    checked = new vscode.EventEmitter();
    const checker = {
      onDidCheck: checked.event,
      reportOf: () => (isTyping ? undefined : ({ sheet: readSheet(document.getText()) } as never)),
      sheetOf: () => readSheet(document.getText()),
    };
    const ledgers = {
      exist: () => Promise.resolve(fs.readdirSync(folder).some((name) => name.endsWith('.jsonl'))),
      open: () => Promise.resolve({ store, history, hasher } as never),
    };
    const lookUp = new OutcomeLookUp(
      checker,
      { rowsOfLastTime: (...list) => mapper.rowsOfLastTime(...list) },
      ledgers,
    );
    const watch = new LedgerWatch(
      { onDidChange: () => ({ dispose: () => undefined }) },
      vscode.Uri.file(folder),
    );
    const news = new OutcomeNews(ledgers, watch, assert.ifError);
    watching = vscode.Disposable.from(news, watch);
    outcomes = new RowOutcomes(
      checker,
      lookUp,
      ledgers,
      news,
      {
        marksClearedAt: (uri) => cleared.get(uri),
        setMarksCleared: (uri, id) => Promise.resolve(void cleared.set(uri, id)),
      },
      { warn: (message: string) => assert.fail(message) } as never,
      () => pages,
    );
    rowPlaces = new RowPlaces(outcomes, lookUp, ledgers);
    await sent(store, await sourceOf());
  }
  const shownAsItIs = () => finished(shownSource('a.csv', readSheet(document.getText()), true));
  const openList = () => open(contactColumns.join(','), rows, () => Promise.resolve(shownAsItIs()));

  afterEach(() => {
    outcomes.dispose();
    watching.dispose();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function allRows(source: ImportSource): Promise<ImportRow[]> {
    const all: ImportRow[] = [];
    for await (const group of source.groups()) all.push(...group);
    return all;
  }

  async function sent(store: FileLedgerStore, source: ImportSource): Promise<void> {
    const all = await allRows(source);
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
    await openList();
    let restored = 0;
    outcomes.onDidRestore(() => restored++);
    await until('the marks', () => {
      // VS Code closes and opens it once more when it has found out its language.
      checked.fire(document);
      return restored === 1;
    });
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

  it('come back where rows were only moved, and when an edit is undone', async () => {
    await openList();
    checked.fire(document);
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    await edit(new vscode.Range(1, 0, 5, 0), [rows[2], rows[1], rows[0], ''].join('\n'));
    assert.deepEqual(shown(), []);
    checked.fire(document);
    const sorted = [
      ['unknown', 1],
      ['refused', 2],
      ['created', 4],
    ];
    await until('the marks again', () => shown().length === 3);
    assert.deepEqual(shown(), sorted);
    await edit(new vscode.Range(2, 0, 2, 1), "'");
    checked.fire(document);
    await edit(new vscode.Range(2, 0, 2, 1), '"');
    let restored = 0;
    outcomes.onDidRestore(() => restored++);
    checked.fire(document);
    await until('the mark again', () => restored === 1);
    assert.deepEqual(shown(), sorted);
  });

  it('come with the next check where somebody types as an import ends', async () => {
    await openList();
    const source = shownAsItIs();
    const { version } = document;
    isTyping = true;
    await edit(new vscode.Range(5, 0, 5, 0), 'N');
    await outcomes.show({ uri: document.uri, source, version, ledger });
    assert.deepEqual(shown(), []);
    isTyping = false;
    checked.fire(document);
    await until('the marks', () => shown().length === 3);
  });

  it('come anew when another window’s import of the file ends, and not while it goes on', async () => {
    await openList();
    checked.fire(document);
    await until('the marks', () => shown().length === 3);
    const other = await ImportLedger.begin(new FileLedgerStore(folder), {
      id: 'import-2',
      file: { uri: document.uri.toString(), hash: 'x' },
      stream: { name: 'Support', host: 'https://a.example', streamId: 'st-1' },
      rows: 3,
      key: hasher.key,
    });
    const all = await allRows(shownAsItIs());
    await other.rows(
      0,
      all.map(({ values }) => hasher.row(values)),
    );
    await other.sending(all.slice(1, 2));
    await outcomes.show({ uri: document.uri, source: shownAsItIs(), version: document.version, ledger });
    assert.deepEqual(shown()[1], ['refused', 2], 'told of an import that goes on');
    await other.settled(all.slice(1, 2), [{ outcome: 'created', contact: { id: 'id-8' } }]);
    await other.end();
    await until('what the other window has found out', () => shown()[1]?.[0] === 'created');
    for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true });
    await until('no marks of what is deleted', () => shown().length === 0);
  });

  it('follow edits that were made while they were looked up', async () => {
    await openList();
    checked.fire(document);
    await edit(new vscode.Range(4, 0, 4, 0), '\n');
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    assert.deepEqual(shown().at(-1), ['unknown', 5]);
  });

  it('come after the rows of pages, and follow edits that were made before', async () => {
    let told: () => void = () => undefined;
    pages = new Promise((resolve) => (told = resolve));
    await openList();
    checked.fire(document);
    await edit(new vscode.Range(4, 0, 4, 0), '\n');
    assert.equal(outcomes.marksOf(document), undefined);
    told();
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    assert.deepEqual(shown().at(-1), ['unknown', 5]);
  });

  it('tell where an import’s rows are by now, also in a document that has just been opened', async () => {
    await openList();
    const at = async (...places: number[]) =>
      (await rowPlaces.rowsOf(document, 'import-1', new Set(places))).map(({ place, first, last }) => [
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
    assert.deepEqual(await rowPlaces.rowsOf(document, 'import-2', new Set([1])), []);
  });

  it('tell of rows that were moved, were cleared or are not marked yet, and of none by mistake', async () => {
    await openList();
    const placesNow = async () =>
      (await rowPlaces.rowsOf(document, 'import-1', new Set([0, 1, 2]))).map(({ place, first }) => [
        place,
        first,
      ]);
    checked.fire(document);
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    await edit(new vscode.Range(1, 0, 5, 0), [rows[2], rows[1], rows[0], ''].join('\n'));
    const moved = [
      [2, 1],
      [1, 2],
      [0, 4],
    ];
    assert.deepEqual(await placesNow(), moved);
    checked.fire(document);
    await until('the marks again', () => shown().length === 3);
    await outcomes.clear(document);
    assert.deepEqual(await placesNow(), moved);
  });

  it('lead from a line on the results page to the row, wherever it is by now', async () => {
    await openList();
    const file = { ...resultsOf([0, 1, 2].map((place) => contact(place))), importId: 'import-1' };
    const results = { ...file, fileUri: document.uri.toString() };
    const cursor = () => vscode.window.activeTextEditor?.selection.active.line;
    await edit(new vscode.Range(1, 0, 1, 0), 'Zed,Roe,Mr,9876543299,+91,+91\n');
    await goToRow(2, results, rowPlaces);
    assert.equal(cursor(), 5);
    await edit(new vscode.Range(3, 0, 3, 4), '"Bob');
    await assert.rejects(goToRow(1, results, rowPlaces), /no longer in .* as it was sent/);
    assert.equal(cursor(), 5, 'went to another row');
    await goToRow(1, { ...results, importId: 'deleted' }, rowPlaces);
    assert.equal(cursor(), 2, 'the line that was sent is all that is known');
  });

  it('lead from the results page to a selection, and from the cursor to the page', async () => {
    await openList();
    const file = { ...resultsOf([0, 1, 2].map((place) => contact(place))), importId: 'import-1' };
    const results = { ...file, fileUri: document.uri.toString() };
    await selectInFile([2, 1], results, rowPlaces);
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor has the focus');
    assert.deepEqual(
      editor.selections.map(({ start, end }) => [start.line, end.line]),
      [
        [2, 3],
        [4, 4],
      ],
    );
    assert.equal(document.getText(editor.selections[1]), rows[2]);
    await assert.rejects(selectInFile([...Array(501).keys()], results, rowPlaces), /Select at most 500/);
    await edit(new vscode.Range(1, 0, 1, 1), 'B');
    await assert.rejects(selectInFile([0], results, rowPlaces), /1 row is no longer in .* as it was sent/);

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
    await openList();
    checked.fire(document);
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    await outcomes.clear(document);
    assert.deepEqual(shown(), []);
    const source = shownAsItIs();
    await outcomes.show({ uri: document.uri, source, version: document.version, ledger });
    assert.deepEqual(shown(), []);
  });

  it('come back where columns were mapped, on the lines of the file', async () => {
    const lines = ['Rao Asha,"a\nb",9876543210', 'Doe Ben,,9876543211', 'Ray Cleo,"c\n",9876543212'];
    const name = (part: 'firstName' | 'lastName') =>
      ({ field: 0, part, order: 'familyFirst', oneWord: 'repeat' }) as const;
    mapper = mapperWith({
      firstName: name('firstName'),
      lastName: name('lastName'),
      salutation: { constant: 'Mr' },
      cellPhoneNumber: { field: 2 },
      cellPhoneCountryCode: { constant: '+91' },
      cellPhoneExtension: { constant: '+91' },
    });
    await open('Name,Notes,Mobile', lines, async () => {
      const sheet = readSheet(document.getText());
      const copy = await mapper.apply(
        document,
        sheet,
        mapper.lastTime(document, sheet) ?? assert.fail(),
        true,
      );
      return copy?.source ?? assert.fail();
    });
    checked.fire(document);
    await until('the marks', () => outcomes.marksOf(document) !== undefined);
    assert.deepEqual(
      [...(outcomes.marksOf(document)?.rows() ?? [])].map(({ outcome, first, last, lastLength }) => [
        ...[outcome, first, last, lastLength],
      ]),
      [
        ['created', 1, 2, 13],
        ['refused', 3, 3, 19],
        ['unknown', 4, 5, 12],
      ],
    );
  });
});
