import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import { openCsv } from '../../src/editor/checking/openCsv';
import { LargeFiles } from '../../src/editor/largeFiles/largeFileCheck';
import { MemoryLog } from '../support/memoryLog';
import { plainWorkbook } from '../support/xlsx/workbook';
import { StreamParts } from './streamsFakes';
import { until } from './until';

const header = contactColumns.join(',');
const scheme = 'memory-lists';

/** Files that are on no disk, as those of a repository opened over the network. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly files = new Map<string, Uint8Array>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  watch = () => ({ dispose: () => undefined });
  readDirectory = () =>
    [...this.files.keys()].map((name) => [name, vscode.FileType.File] as [string, number]);
  createDirectory = () => undefined;
  rename = () => undefined;
  delete = (uri: vscode.Uri) => void this.files.delete(uri.path);

  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.files.get(uri.path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.files.set(uri.path, content);
  }
}

describe('a workspace that is on no disk', () => {
  const memory = new MemoryFiles();
  let registered: vscode.Disposable;

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider(scheme, memory);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => {
    registered.dispose();
  });

  function file(path: string, content: Uint8Array): vscode.Uri {
    memory.files.set(path, content);
    return vscode.Uri.from({ scheme, path });
  }

  it('has its lists checked, fixed and saved', async () => {
    const uri = file('/virtual.csv', Buffer.from(`${header}\nAsha, Rao,Mrs,9876543210,0091,+91\n`));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const codes = () =>
      vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
    await until('the markers', () => codes().length === 2);
    assert.deepEqual(codes(), ['value.whitespace', 'countryCode.invalid']);
    await vscode.commands.executeCommand('agentassistContacts.fixAll');
    await document.save();
    assert.equal(
      Buffer.from(memory.readFile(uri)).toString(),
      `${header}\nAsha,Rao,Mrs,9876543210,+91,+91\n`,
    );
    // What is sent is what the editor shows.
    assert.equal(await openCsv(uri), document);
  });

  it('has its workbooks opened', async () => {
    const row = ['Asha', 'Rao', 'Mrs', 9_876_543_210, '+91', '+91'];
    const uri = file('/people.xlsx', plainWorkbook([[...contactColumns], row]));
    await vscode.commands.executeCommand('agentassistContacts.openSpreadsheet', uri);
    const opened = vscode.window.activeTextEditor?.document;
    assert.equal(opened?.getText(), `${header}\n${row.join()}\n`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('has files above 50 MB refused, which are read from a disk', async () => {
    const uri = file('/large.csv', Buffer.alloc(51 * 1024 * 1024, 'a,b\n'));
    assert.equal(await openCsv(uri), undefined);
    const streams = new StreamParts();
    try {
      const phones = createPhoneNumbers();
      const large = new LargeFiles(streams.settings, () => Promise.resolve(phones), new MemoryLog());
      await assert.rejects(large.check(uri), { name: 'UserError', message: /large\.csv/ });
    } finally {
      streams.dispose();
      memory.files.clear();
    }
  });
});
