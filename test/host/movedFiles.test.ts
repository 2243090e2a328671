import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { MovedFiles, type NewAddress } from '../../src/editor/movedFiles';
import { untitledCsv } from '../../src/editor/untitledCsv';
import { until } from './until';

describe('files that are moved', () => {
  let folder: string;
  let moved: MovedFiles;
  let told: { readonly when: 'early' | 'later'; readonly newAddress: NewAddress }[];
  const file = (...names: readonly string[]) => vscode.Uri.file(path.join(folder, ...names));

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-moved-'));
    told = [];
    const tells = (when: 'early' | 'later') => ({
      moveFiles: (newAddress: NewAddress) => void told.push({ when, newAddress }),
    });
    const broken = { moveFiles: () => Promise.reject(new Error('disk full')) };
    moved = new MovedFiles([tells('early')], [broken, tells('later')], () => undefined);
  });

  afterEach(async () => {
    moved.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Where all are told that the file is. */
  async function addressOf(old: vscode.Uri): Promise<readonly (string | undefined)[]> {
    await until('all to be told', () => told.some(({ when }) => when === 'later'));
    return [...new Set(told.map(({ newAddress }) => newAddress(old.toString())))];
  }

  async function rename(old: vscode.Uri, to: vscode.Uri): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(old, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  it('are untitled documents that are saved under the name that they have', async () => {
    const document = await untitledCsv(file('contacts.csv'), 'firstName\nAsha\n');
    await vscode.window.showTextDocument(document);
    assert.ok(await document.save());
    assert.deepEqual(await addressOf(document.uri), [file('contacts.csv').toString()]);
  });

  it('are not files that are saved where they are, whatever else is open', async () => {
    await untitledCsv(file('other.csv'), 'firstName\nBen\n');
    fs.writeFileSync(file('contacts.csv').fsPath, 'firstName\n');
    const document = await vscode.workspace.openTextDocument(file('contacts.csv'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), 'Asha\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    assert.deepEqual(told, []);
  });

  it('are those that are renamed, and those in a folder that is; not one that begins with its name', async () => {
    fs.mkdirSync(file('lists').fsPath);
    fs.writeFileSync(file('lists', 'a b.csv').fsPath, 'firstName\nAsha\n');
    await rename(file('lists', 'a b.csv'), file('lists', 'people.csv'));
    assert.deepEqual(await addressOf(file('lists', 'a b.csv')), [file('lists', 'people.csv').toString()]);
    told = [];
    await rename(file('lists'), file('old lists'));
    assert.deepEqual(await addressOf(file('lists', 'people.csv')), [
      file('old lists', 'people.csv').toString(),
    ]);
    assert.deepEqual(await addressOf(file('lists.csv')), [undefined]);
  });
});
