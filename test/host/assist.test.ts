import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { openHidden, openText } from './openText';
import { fifteenMistakes } from '../support/fifteenMistakes';
import { until } from './until';

const header = contactColumns.join(',');
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';

describe('help while editing', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const kind of ['hover', 'completion', 'codeLens', 'outline']) await turn(kind, undefined);
  });

  describe('hover', () => {
    it('names column and row, what belongs there, and whose number it is', async () => {
      const document = await open(`${header}\n${good}\nBo,Li,Mr,12,+1,+1\n`);
      const [number] = await hover(document, 1, 16);
      assert.ok(number);
      assert.match(number.text, /\*\*cellPhoneNumber\*\* — line 2, column 4/);
      assert.match(number.text, /national number, digits only/);
      assert.match(number.text, /\\?\+91 98765 43210 · India · mobile/);
      assert.deepEqual(number.range, new vscode.Range(1, 13, 1, 23));
      const [code] = await hover(document, 2, 13);
      assert.match(code?.text ?? '', /United States and \d+ others/);
      const [invalid] = await hover(document, 2, 10);
      assert.doesNotMatch(invalid?.text ?? '', /·/, 'nothing is said of a number that is none');
      const [head] = await hover(document, 0, 2);
      assert.match(head?.text ?? '', /\*\*firstName\*\* — column 1\s+The contact’s first name/);
    });

    it('shows foreign names as text', async () => {
      const document = await open(`cellPhoneNumber,[a](command:b) <img>\nAsha,x,y\n`);
      const [unknown] = await hover(document, 1, 5);
      assert.ok(unknown);
      assert.doesNotMatch(unknown.text, /[^\\]\[a\]\(/);
      assert.doesNotMatch(unknown.text, /<img>/);
      assert.match(unknown.text, /Not a contact column/);
      const [surplus] = await hover(document, 1, 7);
      assert.match(surplus?.text ?? '', /The header has no column here/);
    });
  });

  describe('completion', () => {
    it('offers the missing columns in the header, for the whole cell', async () => {
      const document = await open('firstName,"fo",cellPhoneNumber\n');
      const items = await complete(document, 0, 12);
      assert.deepEqual(
        items.map(({ label }) => label),
        ['lastName', 'salutation', 'cellPhoneCountryCode', 'cellPhoneExtension'],
      );
      assert.deepEqual(replaced(items[0]), new vscode.Range(0, 10, 0, 14));
      assert.equal(items[0]?.filterText, '"lastName');
    });

    it('offers a misnamed column its right name, whatever is typed', async () => {
      const document = await open('firstName,Surname,Phone\n');
      const items = await complete(document, 0, 17);
      assert.equal(items.find(({ label }) => label === 'lastName')?.filterText, 'Surname');
    });

    it('offers salutations, and nothing in a name', async () => {
      const document = await open(`${header}\nAsha,Rao,,,,\n`);
      const items = await complete(document, 1, 9);
      assert.deepEqual(
        items.map(({ label }) => label),
        ['Mr', 'Mrs'],
      );
      assert.deepEqual(replaced(items[0]), new vscode.Range(1, 9, 1, 9));
      assert.deepEqual(await complete(document, 1, 2), []);
    });

    it('offers country codes with their countries, those of the list first', async () => {
      const document = await open(
        `${header}\n${good}\n${good}\nBo,Li,Mr,2025550123,+1,+1\nJo,Doe,Mr,98,+,\n`,
      );
      const items = await complete(document, 4, 14);
      assert.ok(items.length > 200);
      const [first, second, third] = items;
      assert.deepEqual(first?.label, { label: '+91', description: 'India' });
      assert.match(JSON.stringify(second?.label), /"\+1","description":"United States and/);
      assert.match(JSON.stringify(third?.label), /"\+7","description":"Russia, Kazakhstan"/);
      assert.equal(first.insertText, '+91');
      assert.deepEqual(replaced(first), new vscode.Range(4, 13, 4, 14));
    });

    it('answers in the midst of typing', async () => {
      const document = await open(`${header}\n${good}\n`);
      const editor = await vscode.window.showTextDocument(document);
      assert.ok(await editor.edit((builder) => builder.insert(new vscode.Position(2, 0), 'Bo,Li,')));
      const items = await complete(document, 2, 6);
      assert.deepEqual(
        items.map(({ label }) => label),
        ['Mr', 'Mrs'],
      );
    });
  });

  describe('lenses', () => {
    it('tell rows and problems, and offer to send', async () => {
      const document = await open(`${header}\n${good}\nBo,,Mr,12,+1,+1\n`);
      const [summary, step, send] = await lenses(document);
      assert.equal(summary?.title, '2 rows · 1 error, 1 warning');
      assert.deepEqual(
        [step?.title, step?.command],
        ['Send Only Rows Without Errors…', 'agentassistContacts.takeStep'],
      );
      assert.equal(summary.command, 'workbench.panel.markers.view.focus');
      assert.match(send?.title ?? '', /^Send to /);
      assert.equal(send?.command, 'agentassistContacts.sendCsv');
      assert.deepEqual(send.arguments?.map(String), [document.uri.toString()]);
    });

    it('offer to fix all where there is something to fix', async () => {
      const commands = await vscode.commands.getCommands(true);
      const canFix = commands.includes('agentassistContacts.fixAll');
      const titles = async (text: string) => (await lenses(await open(text))).map(({ title }) => title);
      const fixable = `${header}\nAsha,Rao,Mrs,9876543210,0091,+91\n`;
      assert.equal((await titles(fixable)).includes('Fix All'), canFix);
      for (const text of [`${header}\n${good}\n`, `${header}\nAsha,,Mrs,9876543210,+91,+91\n`]) {
        assert.ok(
          !(await titles(text)).includes('Fix All'),
          'nothing that could be fixed without a decision',
        );
      }
    });

    it('name what the list needs next, and taking each step leads to the next one, to the end', async () => {
      const document = await open(fifteenMistakes);
      const { window } = vscode;
      const { showQuickPick } = window;
      // Enter on the list of fixes: those that are ticked.
      const enter = (items: readonly vscode.QuickPickItem[]) =>
        Promise.resolve(items.filter(({ picked }) => picked));
      Object.assign(window, { showQuickPick: enter });
      const seen: string[] = [];
      try {
        const step = async () => (await lenses(document))[1]?.title ?? '';
        for (let title = await step(); !title.startsWith('Send'); title = await step()) {
          seen.push(title);
          await vscode.commands.executeCommand('agentassistContacts.takeStep', document.uri);
          await until('the next step', async () => (await step()) !== title);
        }
        seen.push(await step());
      } finally {
        Object.assign(window, { showQuickPick });
      }
      assert.deepEqual(seen, [
        'Convert to Commas',
        'Fix Header',
        'Fix All',
        'Review 9 Fixes…',
        'Send Only Rows Without Errors…',
      ]);
    });

    it('ask of each row whose number may be wrong whether it is sent, once', async () => {
      const rows = [
        'Bo,Li,Mr,9876543211 / 9876543212,+91,+91',
        'Cy,Ito,Mr,98,+91,+91',
        'Di,Orr,Mr,97,+91,+91',
      ];
      const document = await open([header, good, ...rows, ''].join('\n'));
      const title = async () => (await lenses(document))[1]?.title ?? '';
      assert.equal(await title(), 'Decide on 3 Rows…');
      const { window } = vscode;
      const { showQuickPick } = window;
      const labels: string[] = [];
      // The rows with two numbers are held back, and the others are sent as they are.
      const clearOthers = (items: readonly vscode.QuickPickItem[]) => {
        labels.push(...items.filter(({ picked }) => picked).map(({ label }) => label));
        return Promise.resolve(items.filter(({ label }) => label.includes('two numbers')));
      };
      Object.assign(window, { showQuickPick: clearOthers });
      try {
        await vscode.commands.executeCommand('agentassistContacts.takeStep', document.uri);
      } finally {
        Object.assign(window, { showQuickPick });
      }
      assert.deepEqual(labels.toSorted(), [
        'Hold 1 row back: two numbers in a cell',
        'Hold 2 rows back: invalid number',
      ]);
      await until('the lens to go on', async () => (await title()).startsWith('Send '), title);
      const [summary] = await lenses(document);
      assert.equal(summary?.title, '4 rows · 1 warning', 'what is kept is not reported');
      assert.equal(document.getText(), [header, good, ...rows, ''].join('\n'));
    });

    it('follow the text', async () => {
      const document = await open(`${header}\n${good}\n`);
      const [before] = await lenses(document);
      assert.deepEqual([before?.title, before?.command], ['1 row · no problems', '']);
      const editor = await vscode.window.showTextDocument(document);
      assert.ok(
        await editor.edit((builder) => builder.insert(new vscode.Position(2, 0), 'Bo,,Mr,12,+1,+1\n')),
      );
      await until(
        'the new lens',
        async () => (await lenses(document))[0]?.title === '2 rows · 1 error, 1 warning',
      );
    });
  });

  describe('outline', () => {
    it('has the rows by name, with the range of the row', async () => {
      const document = await open(`${header}\n${good}\n\n" Bo\nLi",Doe,Mr,12,+1,+1\n,,Mr,3,+1,\n`);
      const symbols = await outline(document);
      assert.deepEqual(
        symbols.map(({ name, detail }) => [name, detail]),
        [
          ['Asha Rao', '+91 9876543210'],
          ['Bo Li Doe', '+1 12'],
          ['Row 3', '+1 3'],
        ],
      );
      assert.deepEqual(symbols[1]?.range, new vscode.Range(3, 0, 4, 19));
    });

    it('stops at 5,000 rows and states the total', async () => {
      const document = await open(`${header}\n${`${good}\n`.repeat(6000)}`);
      const symbols = await outline(document);
      assert.equal(symbols.length, 5001);
      const last = symbols.at(-1);
      assert.deepEqual([last?.name, last?.detail], ['1,000 more rows', '6,000 in all']);
    });
  });

  it('is off on files that are no contact lists', async () => {
    const document = await open('sku,price\n1,2\n');
    assert.deepEqual(await everything(document), [0, 0, 0, 0]);
  });

  it('is off on files that are not checked', async () => {
    const setting = vscode.workspace.getConfiguration('agentassistContacts');
    await setting.update('check.files', ['!**/*'], vscode.ConfigurationTarget.Global);
    try {
      const document = await openHidden(`${header}\n${good}\n`);
      assert.deepEqual(await everything(document), [0, 0, 0, 0]);
    } finally {
      await setting.update('check.files', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('can be turned off, each kind by itself', async () => {
    const document = await open(`${header}\n${good}\n`);
    for (const [index, kind] of ['hover', 'completion', 'codeLens', 'outline'].entries()) {
      await turn(kind, false);
      const found = await everything(document);
      assert.deepEqual(
        found.map((count) => count === 0),
        [0, 1, 2, 3].map((other) => other === index),
        kind,
      );
      await turn(kind, undefined);
    }
  });

  it('answers far down in a long list too', async () => {
    const document = await open(`${header}\n${`${good}\n`.repeat(50_000)}`);
    assert.ok((await hover(document, 40_000, 16)).length > 0);
    assert.equal((await lenses(document)).length > 0, true);
  });
});

async function turn(kind: string, value: boolean | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('agentassistContacts')
    .update(`assist.${kind}`, value, vscode.ConfigurationTarget.Global);
}

/** Opens a list and waits until it has been checked. */
async function open(content: string): Promise<vscode.TextDocument> {
  const document = await openText(content);
  const found = () => vscode.languages.getDiagnostics(document.uri).length > 0;
  // Either sign shows that the check has ended; a list without mistakes has no marker, any other file no lens.
  await until('the end of the check', async () => found() || (await lenses(document)).length > 0);
  return document;
}

async function hover(document: vscode.TextDocument, line: number, character: number) {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return found
    .map(({ contents, range }) => ({
      text: contents
        .map((part) => (typeof part === 'string' || 'language' in part ? '' : part.value))
        .join('\n'),
      range,
    }))
    .filter(({ text }) => text.includes('column'));
}

async function complete(document: vscode.TextDocument, line: number, character: number) {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  // Without a provider's suggestions VS Code offers the words of the document.
  return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

function replaced(item: vscode.CompletionItem | undefined): vscode.Range | undefined {
  const range = item?.range;
  return range instanceof vscode.Range ? range : range?.replacing;
}

async function lenses(document: vscode.TextDocument): Promise<vscode.Command[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  return found.map(({ command }) => command).filter((command) => command !== undefined);
}

async function outline(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return found ?? [];
}

/** How much there is of hover, completion, lenses and outline in the first row's salutation. */
async function everything(document: vscode.TextDocument): Promise<number[]> {
  return [
    await hover(document, 1, 1),
    await complete(document, 1, document.lineAt(1).text.indexOf('Mrs') + 1),
    await lenses(document),
    await outline(document),
  ].map(({ length }) => length);
}
