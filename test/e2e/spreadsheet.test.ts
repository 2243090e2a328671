import assert from 'node:assert/strict';
import { rowsXml, workbook } from '../support/xlsx/workbook';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { readGrid } from './support/webview';

const header = [
  ...['firstName', 'lastName', 'salutation'],
  ...['cellPhoneNumber', 'cellPhoneCountryCode', 'cellPhoneExtension'],
];
const people = [
  header,
  ['Asha', 'Rao', 'Mrs', 9_876_543_210, '+91', '+91'],
  ["O'Neil, Jr.", 'Doe', 'Mr', 9_876_543_211, '+91', '+91'],
];
const errorCell = '<row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>';
const locked = Buffer.concat([
  Buffer.from('\xD0\xCF\x11\xE0', 'latin1'),
  Buffer.alloc(512),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

describe('opening a spreadsheet', () => {
  const vscode = useWorkbench(() => ({
    files: {
      'customers.xlsx': workbook({
        sheets: [
          { name: 'Notes', rows: rowsXml([['Exported on Monday']]) + errorCell },
          { name: 'Customers', rows: rowsXml(people) },
        ],
      }),
      'locked.xlsx': locked,
      'callers.tsv': `${people.map((row) => row.join('\t')).join('\n')}\n`,
    },
  }));
  const command = 'Open Spreadsheet as Contact CSV…';

  before(async () => {
    // The entry is there as soon as VS Code has read the extension's manifest.
    await poll('the entry in the menu', async () =>
      (await vscode().explorer.menu('customers.xlsx')).includes(command) ? true : undefined,
    );
  });

  afterEach(async () => {
    await vscode().editors.closeAll();
    await vscode().notifications.clear();
  });

  it('leads from the explorer to contacts on the page, by mouse alone', async () => {
    const { quickInput, notifications, editors, dialog, session } = vscode();
    await vscode().explorer.choose('customers.xlsx', command);
    await quickInput.wait('Open customers.xlsx: Choose a Sheet');
    assert.deepEqual(await quickInput.items(), ['Notes', 'Customers']);
    await vscode().screenshot('spreadsheet-pick');
    await quickInput.pick('Customers');

    const opened = await notifications.wait('customers.csv');
    assert.equal(
      opened,
      'All 2 rows of Customers, hidden ones included, are in customers.csv, not saved yet.',
    );
    await editors.waitForActive('customers.csv');
    assert.deepEqual((await editors.lines()).slice(0, 3), [
      header.join(),
      'Asha,Rao,Mrs,9876543210,+91,+91',
      `"O'Neil, Jr.",Doe,Mr,9876543211,+91,+91`,
    ]);
    await vscode().screenshot('spreadsheet-opened');
    assert.throws(() => session.read('customers.csv'), /ENOENT/);
    await notifications.clear();

    await editors.pressTitleAction('Send CSV to Stream (Import)');
    await quickInput.wait('No stream is set up yet');
    await quickInput.pick('Try the Sandbox');
    await dialog.press('Send');
    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(
      rows.map((cells) => cells.slice(0, 4)),
      [
        ['2', 'Created', 'Asha Rao', '+91 9876543210'],
        ['3', 'Created', "O'Neil, Jr. Doe", '+91 9876543211'],
      ],
    );
  });

  it('names the cells to look at, and saves where the workbook is', async () => {
    const { quickInput, notifications, editors, session } = vscode();
    await vscode().explorer.choose('customers.xlsx', command);
    await quickInput.wait('Choose a Sheet');
    await quickInput.pick('Notes');
    const opened = await notifications.wait('1 error, such as #N/A, in A2');
    assert.match(opened, /^The header and the only row of Notes are in customers\.csv, not saved yet\./);
    await vscode().screenshot('spreadsheet-odd-cells');
    await editors.waitForActive('customers.csv');
    await notifications.press('1 error', 'Go to A2');
    await vscode().page.locator('.statusbar-item', { hasText: 'Ln 2, Col 1' }).waitFor();
    await editors.save();
    assert.equal(session.read('customers.csv'), 'Exported on Monday\n#N/A\n');
  });

  it('says what is wrong with a file, and what to do', async () => {
    await vscode().explorer.choose('locked.xlsx', command);
    const message = await vscode().notifications.wait('is protected with a password');
    assert.match(message, /^locked\.xlsx is protected with a password\. Save it in Excel without one/);
    await vscode().screenshot('spreadsheet-locked');
    await vscode().notifications.press('is protected with a password', 'Choose Another File…');
    await vscode().quickInput.wait('Open Spreadsheet as Contact CSV');
    await vscode().quickInput.cancel();
  });

  it('treats a list that is separated by tabs as CSV', async () => {
    const { notifications, editors } = vscode();
    await vscode().explorer.choose('callers.tsv', 'Check as Contact List');
    await notifications.wait('callers.tsv is not open as CSV.');
    await vscode().screenshot('spreadsheet-tsv');
    await notifications.press('callers.tsv is not open as CSV.', 'Treat as CSV');
    await editors.waitForActive('callers.tsv');
    await editors.waitForSquiggles('error');
    await vscode().screenshot('spreadsheet-tsv-treated');
  });
});
