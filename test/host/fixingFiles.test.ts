import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { actionsAt, activate, find, runCommand } from './fixingSupport';
import { openText } from './openText';
import { until } from './until';

const header = contactColumns.join(',');
const list = (...rows: string[]) => [header, ...rows, ''].join('\n');
const settings = () => vscode.workspace.getConfiguration('agentassistContacts');

describe('fixes of whole files', () => {
  let folder = '';

  before(activate);

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fixing-'));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await settings().update('check.rules', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('check.files', undefined, vscode.ConfigurationTarget.Global);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('Fix All does what is safe and no more, in one undo step', async () => {
    const text = list('Asha, Rao,mrs,9876543210,0091,+91', '', 'John,,Mr,2025550123,+1,+1');
    const document = await openText(text);
    await vscode.commands.executeCommand('agentassistContacts.fixAll');
    assert.equal(document.getText(), list('Asha,Rao,mrs,9876543210,+91,+91', 'John,,Mr,2025550123,+1,+1'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('Fix All leaves a rule that is turned off alone, and a good file as it is', async () => {
    const text = list('Asha,Rao,Mrs,9876543210,0091,+91');
    const document = await openText(text);
    await settings().update(
      'check.rules',
      { 'countryCode.invalid': 'off' },
      vscode.ConfigurationTarget.Global,
    );
    const { version } = document;
    await vscode.commands.executeCommand('agentassistContacts.fixAll');
    assert.equal(document.version, version);
  });

  it('works on save', async () => {
    const document = await openFile('save.csv', list('Asha,Rao,Mrs,9876543210,+91,+91'));
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update(
      'codeActionsOnSave',
      { 'source.fixAll.agentassistContacts': 'explicit' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(2, 0), 'John,Doe ,Mr,2025550123,001,+1\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(await document.save());
      const mended = list('Asha,Rao,Mrs,9876543210,+91,+91', 'John,Doe,Mr,2025550123,+1,+1');
      assert.equal(fs.readFileSync(document.uri.fsPath, 'utf8'), mended);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('offers the fix of the whole file to those who ask for source actions only', async () => {
    const document = await openText(list('Asha,Rao,Mrs,9876543210,0091,+91'));
    const [source] = await actionsAt(document, '0091', { kind: vscode.CodeActionKind.SourceFixAll });
    assert.equal(source?.title, 'Fix all auto-fixable problems in this file');
    assert.equal(source.kind?.value, 'source.fixAll.agentassistContacts');
    const titles = (await actionsAt(document, '0091')).map(({ title }) => title);
    assert.ok(!titles.includes(source.title));
  });

  it('Fix All and a save leave a file alone that is no contact list', async () => {
    const document = await openText('isbn,title,author\n1,The Example ,A. Writer\n\n');
    const { version } = document;
    await vscode.commands.executeCommand('agentassistContacts.fixAll');
    assert.equal(document.version, version);
  });

  it('takes a file for a contact list when the user says so, and not when the user takes it back', async () => {
    const document = await openFile('phones.csv', 'phone\n+919876543210\n');
    const codes = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .map(({ code }) => (typeof code === 'object' ? code.value : code));
    await until('the information', () => codes().join() === 'columns.none');
    const offered = await actionsAt(document, 'phone');
    find(offered, 'Map Columns…');
    await runCommand(find(offered, 'Check as Contact List'));
    await until('the errors of a list', () => codes().includes('columns.missing'));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const again = await vscode.workspace.openTextDocument(document.uri);
    await vscode.window.showTextDocument(again);
    await until('the errors of a list again', () => codes().includes('columns.missing'));
    await runCommand(find(await actionsAt(again, 'phone'), 'Do Not Check as Contact List'));
    await until('the information again', () => codes().join() === 'columns.none');
  });

  it('reports a rule no more in one file, and takes that back', async () => {
    const text = list('Asha,Rao,Mrs,9876543210,0091,+91');
    const [document, other] = [await openFile('a.csv', text), await openFile('b.csv', text)];
    await until('the markers', () => count(document) === 1 && count(other) === 1);
    await report(document, '0091', 0);
    await until('no marker', () => count(document) === 0);
    assert.equal(count(other), 1);
    await vscode.commands.executeCommand('notifications.focusToasts');
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await until('the marker again', () => count(document) === 1);
    assert.equal(rules()['countryCode.invalid'], undefined);
  });

  it('reports a rule no more in the workspace, or as something else', async () => {
    const document = await openText(list('Asha,Rao,Mrs,9876543210,0091,+91'));
    await report(document, '0091', 2);
    await until(
      'an error',
      () => vscode.languages.getDiagnostics(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error,
    );
    assert.equal(rules()['countryCode.invalid'], 'error');
    await report(document, '0091', 1);
    await until('no marker', () => count(document) === 0);
    assert.equal(rules()['countryCode.invalid'], 'off');
    await clearWorkspaceSettings();
  });

  it('leaves a file out, whatever characters its name has', async () => {
    const document = await openFile('a[1]{x}.csv', list('Asha,Rao,Mrs,9876543210,0091,+91'));
    const other = await openFile('b.csv', list('Asha,Rao,Mrs,9876543210,0091,+91'));
    await report(document, '0091', 6);
    await until('no marker', () => count(document) === 0);
    await until('the other file checked', () => count(other) === 1);
    await clearWorkspaceSettings();
  });

  const count = (document: vscode.TextDocument) => vscode.languages.getDiagnostics(document.uri).length;

  /** Chooses how a finding is reported: the entry of the list at that place. */
  async function report(document: vscode.TextDocument, at: string, entry: number): Promise<void> {
    const { showQuickPick } = vscode.window;
    const chosen = (items: readonly vscode.QuickPickItem[]) =>
      items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator)[entry];
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => Promise.resolve(chosen(items)),
    });
    try {
      await runCommand(find(await actionsAt(document, at), 'Change How This Is Reported…'));
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
  }

  it('selects a number whose digits are lost, and offers none', async () => {
    const document = await openText(list('Asha,Rao,Mrs,9.87654E+09,+91,+91'));
    const actions = await actionsAt(document, '9.87654E+09');
    assert.deepEqual(
      actions.filter(({ edit }) => edit !== undefined),
      [],
    );
    await runCommand(find(actions, 'Why this number cannot be fixed: its digits are lost'));
    const selection = vscode.window.activeTextEditor?.selection;
    assert.equal(selection && document.getText(selection), '9.87654E+09');
  });

  it('converts a file from the encoding it was saved in, and the disk holds it', async () => {
    const document = await openFile(
      'west.csv',
      Buffer.from(list('Jos\u00e9,Rao,Mr,9876543210,+91,+91'), 'latin1'),
    );
    assert.ok(document.getText().includes('Jos\uFFFD'));
    const action = find(await actionsAt(document, '\uFFFD'), 'Convert to UTF-8…');
    const done = runCommand(action);
    await until('the letters', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText().includes('Jos\u00e9');
    });
    await done;
    assert.equal(document.encoding, 'utf8');
    assert.equal(document.isDirty, false);
    assert.equal(fs.readFileSync(document.uri.fsPath, 'utf8'), document.getText());
  });

  it('brings letters back that were misread before the file was saved', async () => {
    const document = await openFile('misread.csv', list('Garc\u00C3\u00ADa,Rao,Mr,9876543210,+91,+91'));
    const done = runCommand(find(await actionsAt(document, '\u00C3\u00AD'), 'Convert to UTF-8…'));
    await until('the letters', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText().includes('Garc\u00EDa');
    });
    await done;
    assert.equal(fs.readFileSync(document.uri.fsPath, 'utf8'), list('García,Rao,Mr,9876543210,+91,+91'));
  });

  it('fixes nothing unasked where letters are wrong', async () => {
    const document = await openFile('misread.csv', list('Nicol\u00C3\u00A0,Rao ,Mr,9876543210,+91,+91'));
    const kind = vscode.CodeActionKind.SourceFixAll.append('agentassistContacts');
    const actions = await actionsAt(document, 'Nicol', { kind });
    for (const { edit } of actions) assert.ok(edit === undefined || edit.size === 0);
  });

  it('does not throw unsaved edits away for another encoding', async () => {
    const document = await openFile(
      'west.csv',
      Buffer.from(list('Jos\u00e9,Rao,Mr,9876543210,+91,+91'), 'latin1'),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), 'John,Doe,Mr,2025550123,+1,+1\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const text = document.getText();
    await runCommand(find(await actionsAt(document, '\uFFFD'), 'Convert to UTF-8…'));
    assert.equal(document.getText(), text);
    assert.equal(document.encoding, 'utf8');
  });

  async function openFile(name: string, content: string | Uint8Array): Promise<vscode.TextDocument> {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }
});

function rules(): Record<string, unknown> {
  return settings().get<Record<string, unknown>>('check.rules') ?? {};
}

async function clearWorkspaceSettings(): Promise<void> {
  if (!vscode.workspace.workspaceFolders?.length) return;
  await settings().update('check.rules', undefined, vscode.ConfigurationTarget.Workspace);
  await settings().update('check.files', undefined, vscode.ConfigurationTarget.Workspace);
}
