import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RuleSettings } from '../../src/core/checks/severity';
import { settingsForSending } from '../../src/core/checks/severity';
import { contactColumns } from '../../src/core/contact/columns';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import type { Checker } from '../../src/editor/checking/checker';
import { HeldBackRows } from '../../src/editor/checking/heldBack';
import type { FindingsPanel } from '../../src/editor/largeFiles/findingsPanel';
import { LargeFiles } from '../../src/editor/largeFiles/largeFileCheck';
import type { Log } from '../../src/editor/log';
import { ColumnMapper } from '../../src/editor/mapping/mapper';
import { Preparer } from '../../src/editor/sending/preparer';
import { checked } from '../support/checked';
import { openText } from './openText';

const header = contactColumns.join(',');
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';
const nameless = 'Bo,,Mr,9876543211,+91,+91';

describe('what is sent of a document', () => {
  const phones = createPhoneNumbers();
  const loadPhones = () => Promise.resolve(phones);
  const maps = {
    columnMapFor: () => ({
      headers: ['First Name', ...contactColumns.slice(1)],
      columns: Object.fromEntries(contactColumns.map((column, field) => [column, { field }])) as never,
    }),
    setColumnMap: () => Promise.resolve(),
  };
  let settings: RuleSettings = {};
  let held = new HeldBackRows();

  beforeEach(() => {
    settings = {};
    held = new HeldBackRows();
  });

  afterEach(async () => {
    held.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  function preparerWith(large: LargeFiles): Preparer {
    const rules = { checkRules: () => settings };
    const mapper = new ColumnMapper(maps, rules, loadPhones);
    const none = {} as unknown;
    return new Preparer(none as Checker, mapper, rules, held, loadPhones, large, none as FindingsPanel);
  }

  /** What the preparer makes of a text as it is sent: the lines held back, or what it is instead. */
  async function prepared(document: vscode.TextDocument): Promise<readonly number[] | string> {
    const preparer = preparerWith({} as unknown as LargeFiles);
    const report = check(document);
    const made = await preparer.prepare({ document, version: document.version, report });
    if (made === undefined) return 'nothing';
    if (!('sendable' in made)) return 'bad' in made ? `${made.bad} bad` : 'refused';
    const { source, heldBack } = made.sendable;
    const lines: number[] = [];
    for await (const rows of source.groups()) {
      for (const { index, line } of rows) if (!heldBack.has(index)) lines.push(line);
    }
    return lines;
  }

  const check = (document: vscode.TextDocument) =>
    checked(document.getText(), { settings: settingsForSending(settings), forSending: true });

  function hold(document: vscode.TextDocument, record: number): void {
    held.set(document.uri, check(document).sheet, [record], true);
  }

  it('is all but blank rows, when these are its only errors', async () => {
    assert.deepEqual(await prepared(await openText(`${header}\n${good}\n,,,,,\n\n`)), [2]);
  });

  it('is what the user does not hold back, until such a row is edited', async () => {
    const document = await openText(`${header}\n${good}\n${nameless}\n`);
    assert.equal(await prepared(document), '1 bad');
    hold(document, 2);
    assert.deepEqual(await prepared(document), [2]);
    hold(document, 1);
    assert.equal(await prepared(document), 'refused', 'none is left');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((builder) => builder.insert(new vscode.Position(2, 2), 'b'));
    assert.equal(await prepared(document), '1 bad');
  });

  it('is without held rows in a copy whose columns are mapped too', async () => {
    const document = await openText(
      `First Name${header.slice(9)}\n\n${good}\n${good.replace('10,', '12,')}\n`,
    );
    hold(document, 2);
    assert.deepEqual(await prepared(document), [4]);
  });

  it('needs what every contact needs, whatever the settings say', async () => {
    settings = { 'value.required': 'off', 'columns.missing': 'hint' };
    assert.equal(await prepared(await openText(`${header}\n${good}\n${nameless}\n`)), '1 bad');
  });

  it('is a file too large for an editor without its blank rows, when these are its only errors', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'large-'));
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const rules = { checkRules: () => settings };
    const refused: string[] = [];
    const { showErrorMessage } = vscode.window;
    Object.assign(vscode.window, {
      showErrorMessage: (message: string) => Promise.resolve(void refused.push(message)),
    });
    const preparer = preparerWith(new LargeFiles(rules, loadPhones, log as unknown as Log));
    const lines = async (text: string) => {
      const file = path.join(folder, 'large.csv');
      fs.writeFileSync(file, text);
      const made = await preparer.prepareLarge(vscode.Uri.file(file));
      const found: number[] = [];
      if (made) for await (const rows of made.source.groups()) found.push(...rows.map(({ line }) => line));
      return made && found;
    };
    try {
      assert.deepEqual(await lines(`${header}\n,,,,,\n${good}\n\n\u001A`), [3]);
      assert.deepEqual(refused, []);
      assert.equal(await lines(`${header}\n,,,,,\n${nameless}\n`), undefined);
      assert.match(refused.join(), /large\.csv was not sent: it has 2 errors/);
    } finally {
      Object.assign(vscode.window, { showErrorMessage });
      fs.rmSync(folder, { recursive: true });
    }
  });
});
