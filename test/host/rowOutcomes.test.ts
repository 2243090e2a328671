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
