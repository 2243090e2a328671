import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { actionsAt, activate, find, runCommand } from './fixingSupport';
import { until } from './until';

const header = contactColumns.join(',');
const list = (...rows: string[]) => [header, ...rows, ''].join('\n');
const text = list('Jos\u00e9,Rao,Mr,9876543210,+91,+91');
const west = Buffer.from(text, 'latin1');

describe('a file whose letters are wrong', () => {
  let folder = '';
  let original: typeof vscode.window;

  before(activate);

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'letters-'));
    original = { ...vscode.window };
  });

  afterEach(async () => {
    const { showQuickPick, showInformationMessage, showWarningMessage } = original;
    Object.assign(vscode.window, { showQuickPick, showInformationMessage, showWarningMessage });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is led to Convert to UTF-8 by the line above its header, and Fix All is not offered', async () => {
    const document = await openFile('west.csv', Buffer.from(text.replace('Rao', ' Rao'), 'latin1'));
    const titles = async () => (await lenses(document)).map(({ title }) => title);
    await until('the lenses', async () => (await titles()).length > 0);
    assert.equal((await titles())[1], 'Convert to UTF-8…');
    assert.ok(!(await titles()).includes('Fix All'));
    const kind = vscode.CodeActionKind.SourceFixAll.append('agentassistContacts');
    for (const { edit } of await actionsAt(document, '\uFFFD', { kind })) assert.ok(!edit?.size);
    choose('Western (Windows 1252)', 'Convert');
    await vscode.commands.executeCommand('agentassistContacts.takeStep', document.uri);
    assert.equal(fs.readFileSync(document.uri.fsPath, 'utf8'), text.replace('Rao', ' Rao'));
    await until('the next step', async () => (await titles())[1] === 'Fix All');
  });

  it('is read again without its edits, once the user discards them', async () => {
    const document = await openFile('west.csv', west);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), 'John,Doe,Mr,2025550123,+1,+1\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const asked = answer('showWarningMessage', 'Discard Edits and Reopen…');
    choose('Western (Windows 1252)', 'Convert');
    await runCommand(find(await actionsAt(document, '\uFFFD'), 'Convert to UTF-8…'));
    await until('the letters', () => document.getText() === text);
    assert.match(asked[0] ?? '', /^west\.csv has unsaved edits/);
    assert.equal(document.isDirty, false);
    assert.equal(fs.readFileSync(document.uri.fsPath, 'utf8'), text);
  });

  for (const [label, swap] of [
    ['UTF-16 LE', false],
    ['UTF-16 BE', true],
  ] as const) {
    it(`is offered ${label} alone, where NULs between its letters tell of it`, async () => {
      const bytes = Buffer.from(text, 'utf16le');
      const document = await openFile('wide.csv', swap ? bytes.swap16() : bytes, 'utf8');
      assert.ok(document.getText().includes('\0'));
      const offered = choose(label, 'Convert');
      await vscode.commands.executeCommand('agentassistContacts.convertEncoding', document.uri.toString());
      assert.deepEqual(offered[0], [
        `${label}: Jos\u00e9,Rao,Mr,9876543210,+91,+91`,
        'Choose Another Encoding…: ',
      ]);
      assert.equal(document.getText(), text);
      assert.equal(fs.readFileSync(document.uri.fsPath, 'utf8'), text);
    });
  }

  it('is said to have wrong letters still, where it mixes encodings, and undone at once', async () => {
    const mixed = Buffer.concat([west, Buffer.from('Zo\u00eb,Rao,Mrs,9876543211,+91,+91\n')]);
    const document = await openFile('mixed.csv', mixed);
    const before = document.getText();
    const offered = choose('Western (Windows 1252)', 'Convert');
    const said = answer('showWarningMessage', 'Undo');
    await runCommand(find(await actionsAt(document, '\uFFFD'), 'Convert to UTF-8…'));
    const western = offered[0]?.find((label) => label.startsWith('Western (Windows 1252)'));
    assert.ok(western?.includes('Jos\u00e9,Rao'), offered.join());
    assert.ok(western?.includes('Zo\u00c3\u00ab,Rao'), 'the line that would go wrong is shown');
    assert.deepEqual(said, [
      'mixed.csv is UTF-8 now, but some letters are wrong. Undo to choose another encoding.',
    ]);
    await until('the old text', () => document.getText() === before);
    assert.deepEqual(fs.readFileSync(document.uri.fsPath), mixed);
  });

  it('is only reopened where it may not be written, and that is said', async () => {
    const document = await openFile('west.csv', west);
    fs.chmodSync(document.uri.fsPath, 0o444);
    const offered = choose('Western (Windows 1252)');
    const said = answer('showInformationMessage');
    await runCommand(find(await actionsAt(document, '\uFFFD'), 'Convert to UTF-8…'));
    assert.equal(offered.length, 1, 'nothing is asked about rewriting it');
    assert.equal(document.getText(), text);
    assert.equal(document.encoding, 'windows1252');
    assert.deepEqual(fs.readFileSync(document.uri.fsPath), west);
    assert.deepEqual(said, [
      'west.csv cannot be rewritten, so it was only reopened as Western (Windows 1252). Saving keeps this encoding.',
    ]);
  });

  it('is only reopened where no disk has it', async () => {
    const files = new MemoryFile(west);
    const registered = vscode.workspace.registerFileSystemProvider('letters', files);
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('letters:/virtual.csv'));
      await vscode.window.showTextDocument(document, { preview: false });
      choose('Western (Windows 1252)');
      const said = answer('showInformationMessage');
      await vscode.commands.executeCommand('agentassistContacts.convertEncoding', document.uri.toString());
      assert.equal(document.getText(), text);
      assert.match(said.join(), /^virtual\.csv cannot be rewritten, .* Saving keeps this encoding\.$/);
      assert.deepEqual(Buffer.from(files.bytes), west);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      registered.dispose();
    }
  });

  /** Chooses entries of one list after the other by their labels; gives what each list offered. */
  function choose(...labels: string[]): readonly (readonly string[])[] {
    const offered: string[][] = [];
    const showQuickPick = (items: readonly vscode.QuickPickItem[]) => {
      offered.push(items.map(({ label, detail = '' }) => `${label}: ${detail}`));
      const wanted = labels[offered.length - 1];
      return Promise.resolve(items.find(({ label }) => label === wanted));
    };
    Object.assign(vscode.window, { showQuickPick });
    return offered;
  }

  /** Answers messages of a kind, and gives what they said. */
  function answer(kind: 'showInformationMessage' | 'showWarningMessage', button?: string): readonly string[] {
    const said: string[] = [];
    Object.assign(vscode.window, {
      [kind]: (message: string) => {
        said.push(message);
        return Promise.resolve(button);
      },
    });
    return said;
  }

  async function openFile(
    name: string,
    content: Uint8Array,
    encoding?: string,
  ): Promise<vscode.TextDocument> {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content);
    const uri = vscode.Uri.file(file);
    const document = await vscode.workspace.openTextDocument(uri, encoding === undefined ? {} : { encoding });
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }
});

async function lenses(document: vscode.TextDocument): Promise<vscode.Command[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  return found.flatMap(({ command }) => command ?? []);
}

/** A file system with one file. */
class MemoryFile implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  constructor(public bytes: Uint8Array) {}

  watch = () => new vscode.Disposable(() => undefined);
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.bytes.length });
  readDirectory = () => [];
  createDirectory = () => undefined;
  readFile = () => this.bytes;
  writeFile = (_: vscode.Uri, content: Uint8Array) => {
    this.bytes = content;
  };
  delete = () => undefined;
  rename = () => undefined;
}
