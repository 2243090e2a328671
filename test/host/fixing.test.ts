import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { actionsAt, activate, apply, find, runCommand } from './fixingSupport';
import { openText } from './openText';
import { until } from './until';

const header = contactColumns.join(',');
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';
const list = (...rows: string[]) => [header, ...rows, ''].join('\n');

/** What is fixed: where the cursor is put, which entry is chosen, and the whole text that must come of it. */
interface Case {
  readonly kind: string;
  readonly text: string;
  readonly at: string;
  /** The last occurrence of it, not the first. */
  readonly last?: true;
  readonly title: string;
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    kind: 'renameHeader',
    text: `First Name${header.slice(9)}\n${good}\n`,
    at: 'First Name',
    title: 'Rename to firstName',
    after: `${header}\n${good}\n`,
  },
  {
    kind: 'addColumns',
    text: 'firstName,lastName,salutation,cellPhoneNumber\nAsha,Rao,Mrs,9876543210\n',
    at: 'firstName',
    title: 'Add 2 missing columns, empty',
    after: `${header}\nAsha,Rao,Mrs,9876543210,,\n`,
  },
  {
    kind: 'removeColumn',
    text: `${header},budget\n${good},12\n`,
    at: 'budget',
    title: 'Remove the column “budget”',
    after: list(good),
  },
  {
    kind: 'removeColumn of a duplicate',
    text: `${header},firstName\n${good},Asha\n`,
    at: 'firstName',
    last: true,
    title: 'Remove this second firstName column',
    after: list(good),
  },
  {
    kind: 'trim',
    text: list('Asha,Rao ,Mrs,9876543210,+91,+91'),
    at: 'Rao ',
    title: 'Trim lastName',
    after: list(good),
  },
  {
    kind: 'dropControlCharacters',
    text: list('As\u0007ha,Rao,Mrs,9876543210,+91,+91'),
    at: 'As\u0007ha',
    title: 'Remove control characters from firstName',
    after: list(good),
  },
  {
    kind: 'normaliseSalutation',
    text: list('Asha,Rao,mrs.,9876543210,+91,+91'),
    at: 'mrs.',
    title: 'Write Mrs',
    after: list(good),
  },
  {
    kind: 'splitPrefix',
    text: list('Asha,Rao,Mrs,+919876543210,,+91'),
    at: '+919876543210',
    title: 'Move +91 to cellPhoneCountryCode',
    after: list(good),
  },
  {
    kind: 'dropDecimals',
    text: list('Asha,Rao,Mrs,9876543210.0,+91,+91'),
    at: '9876543210.0',
    title: 'Remove the decimals',
    after: list(good),
  },
  {
    kind: 'dropSeparators',
    text: list('Asha,Rao,Mrs,"9,876,543,210",+91,+91'),
    at: '"9,876',
    title: 'Remove the thousands separators',
    after: list('Asha,Rao,Mrs,"9876543210",+91,+91'),
  },
  {
    kind: 'addLeadingZero',
    text: list('Anna,Rossi,Mrs,669821234,+39,+39'),
    at: '669821234',
    title: 'Restore the leading zero',
    after: list('Anna,Rossi,Mrs,0669821234,+39,+39'),
  },
  {
    kind: 'normaliseCountryCode',
    text: list('Asha,Rao,Mrs,9876543210,0091,+91'),
    at: '0091',
    title: 'Write +91',
    after: list(good),
  },
  {
    kind: 'padRow',
    text: list('Asha,Rao,Mrs,9876543210'),
    at: 'Asha',
    title: 'Add 2 empty cells',
    after: list('Asha,Rao,Mrs,9876543210,,'),
  },
  {
    kind: 'cutRow',
    text: list(`${good},surplus`),
    at: 'surplus',
    title: 'Remove the extra cell',
    after: list(good),
  },
  {
    kind: 'deleteRow, empty',
    text: list(good, ',,,,,'),
    at: ',,,,,',
    title: 'Delete this empty row',
    after: list(good),
  },
  {
    kind: 'deleteRow, twice',
    text: list(good, 'Other,Rao,Mrs,9876543210,+91,+91'),
    at: '9876543210',
    last: true,
    title: 'Delete this row and keep the first one',
    after: list(good),
  },
  {
    kind: 'closeQuote',
    text: list('Asha,"Rao,Mrs,9876543210,+91,+91'),
    at: '"Rao',
    title: 'Close the quote at the end of this cell',
    after: list('Asha,"Rao",Mrs,9876543210,+91,+91'),
  },
  {
    kind: 'removeQuote',
    text: list('Asha,R"ao,Mrs,9876543210,+91,+91'),
    at: '"ao',
    title: 'Remove this quote',
    after: list(good),
  },
  {
    kind: 'quoteCell',
    text: list('Asha,R"ao,Mrs,9876543210,+91,+91'),
    at: '"ao',
    title: 'Put the whole cell in quotes',
    after: list('Asha,"R""ao",Mrs,9876543210,+91,+91'),
  },
  {
    kind: 'convertDelimiter',
    text: list(good, 'Jo,"Doe, jr",Mr,2025550123,+1,+1').replace(/,(?! )/g, ';'),
    at: 'firstName',
    title: 'Convert to commas',
    after: list(good, 'Jo,"Doe, jr",Mr,2025550123,+1,+1'),
  },
  {
    kind: 'insertHeader',
    text: `${good}\n`,
    at: 'Asha',
    title: 'Insert the contact header',
    after: list(good),
  },
];

describe('fixes behind the light bulb', () => {
  before(activate);

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const { kind, text, at, last, title, after } of cases) {
    it(`mends one finding, and undo brings it back: ${kind}`, async () => {
      const document = await openText(text);
      const actions = await actionsAt(document, at, { last });
      await apply(actions, title);
      assert.equal(document.getText(), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });
  }

  it('prefers what is safe, and offers to report it otherwise last', async () => {
    const document = await openText(list('Asha,Rao,Mrs,9876543210,0091,+91'));
    await until('the marker', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    const actions = await actionsAt(document, '0091');
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred ?? false]),
      [
        ['Write +91', true],
        ['Change cellPhoneCountryCode…', false],
        ['Hold This Row Back', false],
        ['Keep as It Is', false],
        ['Change How This Is Reported…', false],
      ],
    );
  });

  it('asks for the value of a whole column by a command, as the edits are not known before', async () => {
    const text =
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneExtension\nAsha,Rao,Mrs,9876543210,+91\n';
    const document = await openText(text);
    const title = 'Add cellPhoneCountryCode with the same value in every row…';
    const action = find(await actionsAt(document, 'firstName'), title);
    assert.equal(action.edit, undefined);
    assert.equal(action.command?.command, 'agentassistContacts.applyFix');
  });

  for (const [what, row, at, ...titles] of [
    [
      'a name',
      'Asha,,Mrs,9876543210,+91,+91',
      ',Mrs',
      'Fill In lastName…',
      'Hold This Row Back',
      'Delete This Row',
    ],
    ['a salutation', 'Asha,Rao,,9876543210,+91,+91', ',9876', 'Mr', 'Mrs', 'Keep as It Is'],
    [
      ...(['an extension', 'Asha,Rao,Mrs,9876543210,+91,', '\n'] as const),
      ...['Same as Country Code', 'Fill In cellPhoneExtension…', 'Keep as It Is'],
    ],
  ] as const) {
    it(`offers for ${what} that is missing what mends it first, and the report last`, async () => {
      const document = await openText(list(row));
      const actions = await actionsAt(document, at, { last: true });
      assert.deepEqual(
        actions.map(({ title }) => title),
        [...titles, 'Change How This Is Reported…'],
      );
    });
  }

  const noCode = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneExtension';
  for (const [what, text, at, first, removal] of [
    [
      'by a map, though it is known by what it holds',
      `${noCode},Country\nAsha,Rao,Mrs,9876543210,+91,+91\n`,
      'Country',
      'Map Columns…',
      undefined,
    ],
    // A file would offer to convert it; an untitled document has no bytes.
    [
      'by its letters',
      `${header},Pr\uFFFDnom\n${good},x\n`,
      'Pr\uFFFDnom',
      'Explain This Problem',
      undefined,
    ],
    ['by a map', `${header},Notes\n${good},x\n`, 'Notes', 'Map Columns…', 'Remove the column “Notes”'],
  ] as const) {
    it(`begins for an unknown column with what explains it, ${what}, and never with its removal`, async () => {
      const document = await openText(text);
      await until('the markers', () => vscode.languages.getDiagnostics(document.uri).length > 0);
      const titles = (await actionsAt(document, at)).map(({ title }) => title);
      assert.equal(titles[0], first, titles.join());
      const place = titles.findIndex((title) => title.startsWith('Remove'));
      assert.equal(titles[place], removal);
    });
  }

  it('deletes the row by a command, so that its entry stands behind what mends', async () => {
    const document = await openText(list(good, 'Asha,,Mrs,9876543211,+91,+91'));
    await runCommand(find(await actionsAt(document, ',Mrs', { last: true }), 'Delete This Row'));
    assert.equal(document.getText(), list(good));
  });

  it('keeps a salutation as it is, everywhere in the file and nowhere else', async () => {
    const text = list(
      'Asha,Rao,Dr,9876543210,+91,+91',
      'Ravi,Rao,Dr,9876543211,+91,+91',
      'Bo,Rao,Prof,9876543212,+91,+91',
    );
    const count = (document: vscode.TextDocument) => vscode.languages.getDiagnostics(document.uri).length;
    const [document, other] = [await openText(text), await openText(text)];
    await until('the markers', () => count(document) === 3 && count(other) === 3);
    await runCommand(find(await actionsAt(document, 'Dr'), 'Keep as It Is'));
    await until('the other one alone', () => count(document) === 1);
    assert.equal(count(other), 3);
  });

  it('says of a row that is held back that it can be sent too', async () => {
    const document = await openText(list('Asha,,Mrs,9876543210,+91,+91'));
    const at = ',Mrs';
    await runCommand(find(await actionsAt(document, at), 'Hold This Row Back'));
    await runCommand(find(await actionsAt(document, at), 'Send This Row Too'));
    find(await actionsAt(document, at), 'Hold This Row Back');
  });

  it('mends all of a kind, also beyond the thousand that are marked, in one undo step', async () => {
    const text = list(
      ...Array.from({ length: 3000 }, (_, row) => `Asha,Rao,Mrs,${9876500000 + row},0091,+91`),
    );
    const document = await openText(text);
    const actions = await actionsAt(document, '0091');
    await apply(actions, 'Write all country codes in this file like +91');
    assert.equal(document.getText(), text.replaceAll(',0091,', ',+91,'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('keeps the line breaks of the file', async () => {
    const document = await openText(list('Asha,Rao,Mrs,9876543210,0091,+91').replaceAll('\n', '\r\n'));
    await apply(await actionsAt(document, '0091'), 'Write +91');
    assert.equal(document.getText(), list(good).replaceAll('\n', '\r\n'));
  });

  it('offers nothing for a file that is not checked', async () => {
    const settings = vscode.workspace.getConfiguration('agentassistContacts');
    await settings.update('check.files', ['!**/*'], vscode.ConfigurationTarget.Global);
    try {
      const document = await openText(list('Asha,Rao,Mrs,9876543210,0091,+91'));
      assert.deepEqual(await actionsAt(document, '0091'), []);
    } finally {
      await settings.update('check.files', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
