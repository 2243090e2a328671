import { click } from '../../e2e/support/click';
import { poll } from '../../e2e/support/poll';
import { rowsXml, workbook } from '../../support/xlsx/workbook';
import { contactColumns } from '../../../src/core/contact/columns';
import type { Station } from './station';
import { open, run, stay, stop } from './steps';

const header = contactColumns.join(',');
const asha = 'Asha,Rao,Mrs,9876543210,+91,+91';
const cells = "O'Neil, Jr.\tDoe\tMr\t9876543211\t+91\t+91\r\n";
const locked = Buffer.concat([
  Buffer.from('\xD0\xCF\x11\xE0', 'latin1'),
  Buffer.alloc(512),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

/** What {@link mapping} opens. */
export const mappedFiles = {
  'export.csv':
    'First Name,Surname,Title,Mobile\nAsha,Rao,Mrs,9876543210\n\n"O\'Neil, Jr.",Doe,Mr,9876543211\n',
  'gaps.csv': 'First Name,Surname,Title,Mobile\nBen,,Mr,9876543213\n',
  'headless.csv': 'Asha,Rao,9876543210\nBen,Doe,9876543211\n',
  'names.csv':
    'Full Name,Phone,Job Title\n' +
    'Mr John Smith,+1 202 555 0150,Engineer\n' +
    'Cher,+1 202 555 0151,Singer\n' +
    '"Doe, Jane",+1 202 555 0152 / +1 202 555 0153,CEO\n' +
    'Anna de Vries,"+1 (202) 555-0154"\n' +
    '"van den Berg, Mrs Jana",0031612345678,CTO\n',
  'customers.xlsx': workbook({
    sheets: [
      {
        name: 'Notes',
        rows: `${rowsXml([['Exported on Monday']])}<row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>`,
      },
      {
        name: 'Customers',
        rows: rowsXml([
          [...contactColumns],
          ['Asha', 'Rao', 'Mrs', 9_876_543_210, '+91', '+91'],
          ["O'Neil, Jr.", 'Doe', 'Mr', 9_876_543_211, '+91', '+91'],
        ]),
      },
    ],
  }),
  'locked.xlsx': locked,
  'pasted.csv': `${header}\n${asha}\n`,
};

/** A file with other columns, a workbook, cells from the clipboard. */
export const mapping: readonly Station[] = [
  stay('not-sent', async ({ window }) => {
    await window.explorer.choose('export.csv', 'Send CSV to Stream (Import)…');
    await window.notifications.wait('export.csv was not sent');
  }),
  stay('overview', async ({ window }) => {
    await window.notifications.press('export.csv was not sent', 'Map Columns…');
    await window.quickInput.wait('Where each column comes from');
  }),
  stay('source', async ({ window }) => {
    await window.quickInput.pick('cellPhoneCountryCode');
    await window.quickInput.wait('Map Columns: cellPhoneCountryCode');
  }),
  stay('one-value', async ({ window }) => {
    await window.quickInput.pick('Use one value for all rows…');
    await window.quickInput.waitForMessage('One value for cellPhoneCountryCode');
  }),
  stay('one-value-wrong', async ({ window }) => {
    await window.quickInput.type('x');
    await window.quickInput.waitForMessage('This is not a country calling code');
  }),
  stay('complete', async ({ window }) => {
    await window.quickInput.enter('+91');
    await window.quickInput.wait('Where each column comes from');
  }),
  stay('preview', async ({ window }) => {
    await window.quickInput.pick('Preview');
    await window.quickInput.wait('Map Columns: Preview');
  }),
  stop('confirm', async ({ window }) => {
    await window.quickInput.accept();
    await poll('the question', async () => {
      if (await window.dialog.isOpen()) return true;
      if (await window.quickInput.isOpen()) await window.quickInput.pick('Sandbox').catch(() => undefined);
      return undefined;
    });
  }),
  stop('first-line', async ({ window }) => {
    await window.editors.open('headless.csv');
    await run(window, 'Map Columns…');
    await window.notifications.wait('looks like a contact');
  }),
  stay('names', async ({ window }) => {
    await window.editors.open('names.csv');
    await run(window, 'Map Columns…');
    await window.quickInput.wait('Where each column comes from');
  }),
  stay('name-parts', async ({ window }) => {
    await window.quickInput.pick('firstName');
    await window.quickInput.wait('Map Columns: firstName');
  }),
  stop('names-held', async ({ window }) => {
    await window.quickInput.cancel();
    await run(window, 'Map Columns…');
    await window.quickInput.wait('Where each column comes from');
    await window.quickInput.pick('Use the Suggestions');
    await window.quickInput.pick('Preview');
    await window.quickInput.wait('Map Columns: Preview');
    await poll('the rows that are held back', async () =>
      (await window.quickInput.items()).includes('line 3') ? true : undefined,
    );
  }),
  stay('sheets', async ({ window }) => {
    await window.explorer.choose('customers.xlsx', 'Open Spreadsheet as Contact CSV…');
    await window.quickInput.wait('Choose a Sheet');
  }),
  stop('sheet-opened', async ({ window }) => {
    await window.quickInput.pick('Customers');
    await window.notifications.wait('not saved yet');
  }),
  stop('sheet-odd-cells', async ({ window }) => {
    await window.explorer.choose('customers.xlsx', 'Open Spreadsheet as Contact CSV…');
    await window.quickInput.wait('Choose a Sheet');
    await window.quickInput.pick('Notes');
    await window.notifications.wait('1 error');
  }),
  stop('workbook-locked', async ({ window }) => {
    await window.explorer.choose('locked.xlsx', 'Open Spreadsheet as Contact CSV…');
    await window.notifications.wait('is protected with a password');
  }),
  stop('pasted', async ({ window }) => {
    await open(window, 'pasted.csv');
    await window.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(cells)})`);
    await window.editors.goTo(3);
    await window.editors.press('Control+V');
    await poll('the row', async () =>
      (await window.editors.lines())[2]?.startsWith('"O') ? true : undefined,
    );
  }),
  stop('file-menu', async ({ window }) => {
    await click(window.explorer.row('export.csv'), { button: 'right' });
    await window.menus.shown();
  }),
];
