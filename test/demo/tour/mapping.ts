import { click } from '../../e2e/support/click';
import { mappedFiles, oneValue, overview, preview, previewNames, source } from '../../e2e/support/mapColumns';
import { rowsXml, workbook } from '../../support/xlsx/workbook';
import { contactColumns } from '../../../src/core/contact/columns';
import type { Station } from './station';
import { lens, open, run, stay, stop } from './steps';

const header = contactColumns.join(',');
const asha = 'Asha,Rao,Mrs,9876543210,+91,+91';
const cells = "O'Neil, Jr.\tDoe\tMr\t9876543211\t+91\t+91\r\n";
const locked = Buffer.concat([
  Buffer.from('\xD0\xCF\x11\xE0', 'latin1'),
  Buffer.alloc(512),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

/** What {@link mapping} opens. */
export const otherFiles = {
  ...mappedFiles,
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
    await overview(window);
  }),
  stay('source', ({ window }) => source(window, 'cellPhoneCountryCode')),
  stay('one-value', ({ window }) => oneValue(window, 'cellPhoneCountryCode')),
  stay('one-value-wrong', async ({ window }) => {
    await window.quickInput.type('x');
    await window.quickInput.waitForMessage('This is not a country calling code');
  }),
  stay('complete', async ({ window }) => {
    await window.quickInput.enter('+91');
    await overview(window);
  }),
  stay('preview', ({ window }) => preview(window)),
  stop('confirm', async ({ window }) => {
    await window.quickInput.accept();
    await window.quickInput.wait('No stream is set up yet');
    await window.quickInput.pick('Try the Sandbox');
    await window.dialog.read();
  }),
  stop('first-line', async ({ window }) => {
    await window.editors.open('headless.csv');
    await run(window, 'Map Columns…');
    await window.notifications.wait('looks like a contact');
  }),
  stay('names', async ({ window }) => {
    await window.editors.open('names.csv');
    await run(window, 'Map Columns…');
    await overview(window);
  }),
  stay('name-parts', ({ window }) => source(window, 'firstName')),
  stop('names-held', async ({ window }) => {
    await window.quickInput.cancel();
    await run(window, 'Map Columns…');
    await overview(window);
    await previewNames(window);
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
    await window.notifications.waitUntilGone('Reading');
  }),
  stop('pasted', async ({ window }) => {
    await open(window, 'pasted.csv');
    await window.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(cells)})`);
    await window.editors.goTo(3);
    await window.editors.press('Control+V');
    await lens(window, '2 rows');
  }),
  stop('file-menu', async ({ window }) => {
    await click(window.explorer.row('export.csv'), { button: 'right' });
    await window.menus.shown();
  }),
];
