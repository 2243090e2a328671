import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { fullId } from '../../src/editor/commandIds';
import { plainWorkbook, rowsXml, workbook } from '../support/xlsx/workbook';
import { until } from './until';

const header = [
  'firstName',
  'lastName',
  'salutation',
  'cellPhoneNumber',
  'cellPhoneCountryCode',
  'cellPhoneExtension',
];
const list = [header, ['Åsa', 'Rao, Jr.', 'Mrs', 9_876_543_210, '+91', '+91']];
const csv = `${header.join()}\nÅsa,"Rao, Jr.",Mrs,9876543210,+91,+91\n`;

describe('opening a spreadsheet', () => {
  let folder: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agentassist-contacts-'));
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  function file(name: string, content: Uint8Array): vscode.Uri {
    const place = path.join(folder, name);
    fs.writeFileSync(place, content);
    return vscode.Uri.file(place);
  }

  const open = (uri: vscode.Uri) => vscode.commands.executeCommand(fullId('openSpreadsheet'), uri);
  const documentOf = (name: string) =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.path === vscode.Uri.file(path.join(folder, name)).path,
    );

  async function discard(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }

  it('gives a CSV that is not saved, with the name of the workbook, and checks it', async () => {
    await open(file('people.xlsx', plainWorkbook(list)));
    const document = documentOf('people.csv');
    assert.ok(document);
    assert.deepEqual(
      [document.isUntitled, document.isDirty, document.languageId, document.getText()],
      [true, true, 'csv', csv],
    );
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.deepEqual(fs.readdirSync(folder), ['people.xlsx']);
    await discard();
  });

  it('takes no name that is taken, on the disk or in an editor', async () => {
    file('team.csv', Buffer.from('mine\n'));
    const book = file('team.xlsx', plainWorkbook(list));
    await open(book);
    assert.equal(documentOf('team-2.csv')?.getText(), csv);
    await open(book);
    assert.equal(documentOf('team-3.csv')?.getText(), csv);
    assert.equal(fs.readFileSync(path.join(folder, 'team.csv'), 'utf8'), 'mine\n');
    await discard();
    await discard();
  });

  it('asks which sheet, those without values left out', async () => {
    const sheets = [
      { name: 'Empty', rows: '' },
      { name: 'List', rows: rowsXml(list) },
      { name: 'Notes', rows: rowsXml([['x']]) },
    ];
    const opening = open(file('several.xlsx', workbook({ sheets })));
    const accepted = until('the first sheet to be chosen', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return documentOf('several.csv') !== undefined;
    });
    await Promise.all([opening, accepted]);
    assert.equal(documentOf('several.csv')?.getText(), csv);
    await discard();
  });

  it('opens nothing of what is no workbook', async () => {
    await open(file('old.xls', Buffer.from('a,b\n')));
    assert.equal(documentOf('old.csv'), undefined);
  });
});
