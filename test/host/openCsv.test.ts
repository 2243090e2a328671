import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { openCsv, openSmallCsv } from '../../src/editor/checking/openCsv';
import { UserError } from '../../src/editor/errors';

describe('opening a file to send it', () => {
  let folder: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agentassist-contacts-'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  function file(name: string, content: string | Uint8Array): vscode.Uri {
    const place = path.join(folder, name);
    fs.writeFileSync(place, content);
    return vscode.Uri.file(place);
  }

  async function refusal(uri: vscode.Uri): Promise<string> {
    try {
      await openCsv(uri);
    } catch (error) {
      assert.ok(error instanceof UserError);
      return error.message;
    }
    return assert.fail('it was opened');
  }

  it('gives the text, without a byte order mark', async () => {
    const document = await openCsv(file('a.CSV', '\uFEFFfirstName\nÅsa\n'));
    assert.equal(document?.getText(), 'firstName\nÅsa\n');
  });

  it('refuses what is no CSV', async () => {
    assert.match(await refusal(file('notes.md', 'x')), /^notes\.md is not a CSV\.$/);
  });

  const contacts = 'firstName\tlastName\tcellPhoneNumber\nÅsa\tRao\t9876543210\n';
  for (const [name, content] of [
    ['list.tsv', 'a\tb\n'],
    ['list.txt', contacts],
    ['list', contacts],
    ['list-of-names.txt', 'Asha Rao\n'],
  ] as const) {
    it(`offers to treat ${name} as CSV, and then opens it`, async () => {
      const uri = file(name, content);
      const error: unknown = await openCsv(uri).catch((thrown: unknown) => thrown);
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^list[-.\w]* is not open as CSV\.$/);
      assert.equal(error.remedy?.label, 'Treat as CSV');
      assert.ok(error.remedy.thenAgain, 'what was asked for is done then');
      await error.remedy.run();
      assert.equal((await openCsv(uri))?.languageId, 'csv');
      assert.equal(vscode.window.activeTextEditor?.document.languageId, 'csv');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
  }

  it('leads from a spreadsheet to opening it', async () => {
    const error: unknown = await openCsv(file('people.xlsx', Buffer.alloc(600))).catch(
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof UserError);
    assert.match(error.message, /^people\.xlsx is a spreadsheet\./);
    assert.equal(error.remedy?.label, 'Open Spreadsheet as Contact CSV…');
  });

  it('says when there is no such file', async () => {
    assert.match(await refusal(vscode.Uri.file(path.join(folder, 'gone.csv'))), /^gone\.csv was not found/);
  });

  it('gives none for a file that is too large for one, and says so where nothing else will do', async () => {
    const large = file('large.csv', Buffer.alloc(51 * 1024 * 1024, 'a,b\n'));
    assert.equal(await openCsv(large), undefined);
    await assert.rejects(openSmallCsv(large), /^UserError: Split large\.csv into files of up to 50 MB/);
  });

  it('says when a file is no text', async () => {
    assert.match(await refusal(file('sheet.csv', Buffer.alloc(600))), /^sheet\.csv is not text/);
  });
});
