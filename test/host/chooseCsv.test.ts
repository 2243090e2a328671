import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { chosenCsvs } from '../../src/editor/checking/chooseCsv';
import { uriInFront } from '../../src/editor/files';
import { until } from './until';

describe('the CSV that a command is about, when a page is in front', () => {
  let folder: string;
  let panel: vscode.WebviewPanel | undefined;

  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agentassist-contacts-'));
  });

  afterEach(async () => {
    panel?.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** A file of that name in a folder of its own, open in a tab. */
  async function openFile(name: string): Promise<vscode.Uri> {
    const file = path.join(fs.mkdtempSync(path.join(folder, 'list-')), name);
    fs.writeFileSync(file, 'firstName\n');
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document, { preview: false });
    return document.uri;
  }

  async function showPage(title: string): Promise<void> {
    panel = vscode.window.createWebviewPanel('csv-editor', title, vscode.ViewColumn.Active);
    const label = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label;
    await until('the page to be in front', () => label() === title);
  }

  it('is the open file that its title names', async () => {
    await openFile('other grid.csv');
    const uri = await openFile('front grid.csv');
    await showPage('CSV edit front grid.csv');
    assert.equal(uriInFront()?.toString(), uri.toString());
    assert.deepEqual((await chosenCsvs([])).map(String), [uri.toString()]);
  });

  it('is none that is only like it, and none of two', async () => {
    await openFile('grid.csv');
    await showPage('CSV edit mygrid.csv');
    assert.equal(uriInFront(), undefined);
    panel?.dispose();
    await openFile('grid.csv');
    await showPage('CSV edit grid.csv');
    assert.equal(uriInFront(), undefined);
  });

  it('is not sent while the page has edits that are not in it', async () => {
    await openFile('edited.csv');
    await showPage('* CSV edit edited.csv');
    await assert.rejects(
      chosenCsvs([]),
      /^UserError: edited\.csv has unsaved edits in another editor\. Save them there, then try again\.$/,
    );
    // Whoever names the file means what is on the disk.
    const named = vscode.Uri.file('/lists/edited.csv');
    assert.deepEqual(await chosenCsvs([named]), [named]);
  });
});
