import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { openText } from './openText';
import { until } from './until';

const header = contactColumns.join(',');
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';

describe('checking while editing', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await settings().update('check.rules', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('check.files', undefined, vscode.ConfigurationTarget.Global);
  });

  it('marks the cell, with a code that opens its explanation', async () => {
    const document = await openText(`${header}\nAsha,,Mrs,98,+91,+91\n`);
    const [empty, short] = await markers(document, (found) => found.length === 2);
    assert.ok(empty && short);
    assert.deepEqual(place(empty), ['value.required', 'Error', '1:5-1:5']);
    assert.deepEqual(place(short), ['phone.invalid', 'Warning', '1:10-1:12']);
    assert.equal(short.source, 'Contacts');
    const target = typeof short.code === 'object' ? short.code.target : undefined;
    assert.equal(target?.path, 'agentassistContacts.explainRule');
    await vscode.commands.executeCommand(target.path, ...(JSON.parse(target.query) as unknown[]));
    await until('the explanation', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.includes('phone.invalid')),
      ),
    );
  });

  it('moves markers with an edit, adds what it breaks, and takes away what it mends', async () => {
    const document = await openText(`${header}\nAsha,,Mrs,9876543211,+91,+91\n`);
    await markers(document, (found) => found.length === 1);
    await edit(document, (builder) =>
      builder.insert(new vscode.Position(1, 0), `${good}\n,Rao,Mrs,9876543212,+91,+91\n`),
    );
    const two = await markers(document, (found) => found.length === 2);
    assert.deepEqual(
      two.map(place).map(([, , range]) => range),
      ['2:0-2:0', '3:5-3:5'],
    );
    await edit(document, (builder) => {
      builder.insert(new vscode.Position(2, 0), 'Jane');
      builder.insert(new vscode.Position(3, 5), 'Rao');
    });
    await markers(document, (found) => found.length === 0);
  });

  it('takes the markers away when the file closes', async () => {
    const document = await openText(`${header}\n`);
    await markers(document, (found) => found.length === 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('no marker', () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });

  it('follows the severity settings', async () => {
    const document = await openText(`${header}\nAsha,,Mrs,98,+91,+91\n`);
    await markers(document, (found) => found.length === 2);
    const rules = { 'value.required': 'hint', 'phone.invalid': 'off', 'no.such': 'error' };
    await settings().update('check.rules', rules, vscode.ConfigurationTarget.Global);
    const [only] = await markers(document, (found) => found.length === 1);
    assert.ok(only);
    assert.deepEqual(place(only).slice(0, 2), ['value.required', 'Hint']);
  });

  it('leaves files out that the settings leave out', async () => {
    const document = await openText(`${header}\n`);
    await markers(document, (found) => found.length === 1);
    await settings().update('check.files', ['!**/*'], vscode.ConfigurationTarget.Global);
    await markers(document, (found) => found.length === 0);
  });

  it('leaves other languages alone', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: `${header}\n`,
    });
    const csv = await openText(`${header}\n`);
    await markers(csv, (found) => found.length === 1);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('checks files, untitled documents and writable file systems, and nothing else', async () => {
    const text = `${header}\nAsha,,Mrs,9876543210,+91,+91\n`;
    const { registerFileSystemProvider, registerTextDocumentContentProvider } = vscode.workspace;
    const registered = vscode.Disposable.from(
      registerFileSystemProvider('writable-files', new OneFile(text)),
      registerFileSystemProvider('readonly-files', new OneFile(text), { isReadonly: true }),
      registerTextDocumentContentProvider('chat-snapshot', { provideTextDocumentContent: () => text }),
    );
    try {
      const open = async (scheme: string) => {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/list.csv`));
        await vscode.languages.setTextDocumentLanguage(document, 'csv');
        return document.uri;
      };
      const others = [await open('readonly-files'), await open('chat-snapshot')];
      const writable = await open('writable-files');
      const untitled = await openText(text);
      for (const uri of [writable, untitled.uri]) {
        await until(`a marker in ${uri.scheme}`, () => vscode.languages.getDiagnostics(uri).length === 1);
      }
      for (const uri of others) assert.deepEqual(vscode.languages.getDiagnostics(uri), [], uri.scheme);
    } finally {
      registered.dispose();
    }
  });

  it('shows at most 1,000 markers, errors first, and says last how many there are', async () => {
    const document = await openText(
      `${header}\n${Array.from({ length: 600 }, (_, row) => `Asha,,,98${row},+91,+91\n`).join('')}`,
    );
    const shown = await markers(document, (found) => found.length === 1000);
    const errors = shown.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.equal(errors.length, 600);
    const last = shown.at(-1);
    assert.equal(last?.message, '999 of 1,800 problems are marked.');
    assert.ok(shown.every(({ range }) => !range.start.isAfter(last.range.start)));
  });

  it('marks what the editor shows beyond the first thousand, but not while Problems moves about', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => `Asha,,,98${at},+91,+91\n`).join('');
    const document = await openText(`${header}\n${rows}`);
    await markers(document, (found) => found.length === 1000);
    const isMarked = (line: number) =>
      vscode.languages.getDiagnostics(document.uri).some(({ range }) => range.start.line === line);
    assert.ok(!isMarked(4000) && !isMarked(2000));
    const editor = await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('cursorBottom');
    await until('the marker of the last row', () => isMarked(4000));
    assert.equal(vscode.languages.getDiagnostics(document.uri).length, 1000);
    // As a problem that is chosen in the list does it.
    const place = new vscode.Range(2000, 0, 2000, 0);
    editor.selection = new vscode.Selection(place.start, place.end);
    editor.revealRange(place);
    await until('the row in sight', () => editor.visibleRanges.some((range) => range.contains(place)));
    assert.ok(!isMarked(2000));
    await vscode.commands.executeCommand('cursorMove', { to: 'down' });
    await until('the marker in the middle', () => isMarked(2000));
  });

  it('gives a file that is no contact list one piece of information, until it is checked on purpose', async () => {
    const document = await openText('sku,price\n1,"2\n');
    const [only] = await markers(document, (found) => found.length === 1);
    assert.ok(only);
    assert.deepEqual(place(only).slice(0, 2), ['columns.none', 'Information']);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('agentassistContacts.checkCsv');
    const found = await markers(document, (all) =>
      all.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    assert.ok(found.map((marker) => place(marker)[0]).includes('columns.missing'));
  });

  it('keeps up with typing: only the last text counts', async () => {
    const document = await openText(`${header}\n${good}\n`);
    for (const letter of 'abc')
      await edit(document, (builder) => builder.insert(new vscode.Position(0, 0), letter));
    await edit(document, (builder) => builder.delete(new vscode.Range(0, 0, 0, 3)));
    await edit(document, (builder) => builder.insert(new vscode.Position(1, good.length), ',x'));
    const [only] = await markers(
      document,
      (found) => found.length === 1 && place(found[0])[0] === 'csv.fieldCount',
    );
    assert.equal(only?.message, 'This row has 7 cells; the header has 6.');
  });
});

describe('New Contact CSV', () => {
  it('makes a list in which nothing is wrong', async () => {
    await vscode.commands.executeCommand('agentassistContacts.newContactCsv');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, 'csv');
    assert.equal(document.lineAt(0).text, header);
    assert.equal(document.lineCount, 4);
    assert.match(document.uri.path, /\/contacts(-\d+)?\.csv$/);
    assert.ok(document.isUntitled);
    const { selection } = vscode.window.activeTextEditor ?? assert.fail('no editor');
    assert.equal(document.getText(selection), 'Asha');
    // A mistake made on purpose comes alone: the rest was checked and found good.
    await edit(document, (builder) => builder.replace(new vscode.Range(1, 0, 1, 4), ''));
    assert.deepEqual(
      (await markers(document, (found) => found.length > 0)).map((marker) => place(marker)[0]),
      ['value.required'],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('agentassistContacts');
}

async function edit(
  document: vscode.TextDocument,
  change: (builder: vscode.TextEditorEdit) => void,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  assert.ok(await editor.edit(change));
}

async function markers(
  document: vscode.TextDocument,
  condition: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const find = () => vscode.languages.getDiagnostics(document.uri);
  await until(
    'markers as expected',
    () => condition(find()),
    () => find().map(place),
  );
  return find();
}

/** Code, severity, and the range in 0-based lines and characters. */
function place(diagnostic: vscode.Diagnostic | undefined): [code: unknown, severity: string, range: string] {
  assert.ok(diagnostic);
  const { code, severity, range } = diagnostic;
  const at = ({ line, character }: vscode.Position) => `${line}:${character}`;
  return [
    typeof code === 'object' ? code.value : code,
    vscode.DiagnosticSeverity[severity],
    `${at(range.start)}-${at(range.end)}`,
  ];
}

/** A file system that has the same text in every file. */
class OneFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly text: string) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: Buffer.byteLength(this.text) };
  }

  readFile(): Uint8Array {
    return Buffer.from(this.text);
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(): void {
    assert.fail('nothing is written');
  }

  writeFile(): void {
    assert.fail('nothing is written');
  }

  delete(): void {
    assert.fail('nothing is deleted');
  }

  rename(): void {
    assert.fail('nothing is renamed');
  }
}
