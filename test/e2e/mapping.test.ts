import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { readGrid } from './support/webview';

const header = 'First Name,Surname,Title,Mobile\n';
const export1 = `${header}Asha,Rao,Mrs,9876543210\n\n"O'Neil, Jr.",Doe,Mr,9876543211\n`;

describe('sending a CSV with its columns mapped', () => {
  const vscode = useWorkbench(() => ({
    files: {
      'export.csv': export1,
      'other.csv': `${header}Ben,Stone,Mr,9876543212\n`,
      'gaps.csv': `${header}Ben,,Mr,9876543213\n`,
      'headless.csv': 'Asha,Rao,9876543210\nBen,Doe,9876543211\n',
      'extra.csv':
        'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension,Email\n' +
        'Cleo,Ray,Mrs,9876543214,+91,+91,cleo@example.com\n',
    },
  }));

  before(async () => {
    // The entry is there as soon as VS Code has read the extension's manifest.
    await poll('the entry in the menu', async () =>
      (await vscode().explorer.menu('export.csv')).includes('Send CSV to Stream…') ? true : undefined,
    );
  });

  afterEach(async () => {
    await vscode().editors.closeAll();
    await vscode().notifications.clear();
  });

  const send = (name: string) => vscode().explorer.choose(name, 'Send CSV to Stream…');

  /** Presses Enter on what is proposed for each of the columns. */
  async function acceptColumns(...columns: readonly string[]): Promise<void> {
    for (const column of columns) {
      await vscode().quickInput.wait(`Map Columns: ${column}`);
      await vscode().quickInput.accept();
    }
  }

  it('asks for each column with the best guess chosen, previews the rows, and sends them with their lines', async () => {
    const { quickInput, notifications, dialog, session } = vscode();
    await send('export.csv');
    const message = await notifications.wait('export.csv was not sent');
    assert.match(message, /the file stays as it is/);
    assert.deepEqual(await notifications.buttons('export.csv was not sent'), [
      'Map Columns…',
      'Show Problems',
    ]);
    await notifications.press('export.csv was not sent', 'Map Columns…');

    await quickInput.wait('Map Columns: firstName (1/7)');
    assert.deepEqual(await quickInput.items(), [
      'First Name',
      'Surname',
      'Title',
      'Mobile',
      'Use one value for all rows…',
    ]);
    await vscode().screenshot('map-columns-1');
    await quickInput.accept();
    await quickInput.wait('Map Columns: lastName (2/7)');
    await vscode().screenshot('map-columns-2');
    await acceptColumns('lastName', 'salutation', 'cellPhoneNumber', 'cellPhoneCountryCode');
    await quickInput.wait('Map Columns: cellPhoneCountryCode');
    await quickInput.waitForMessage('One value for cellPhoneCountryCode');
    await quickInput.type('x');
    await quickInput.waitForMessage('This is not a country calling code');
    await vscode().screenshot('map-columns-constant');
    await quickInput.enter('+91');
    await quickInput.wait('Map Columns: cellPhoneExtension');
    await vscode().screenshot('map-columns-6');
    assert.ok((await quickInput.items()).includes('Leave it empty'));
    await quickInput.accept();
    await quickInput.waitForMessage('One value for cellPhoneExtension');
    await quickInput.enter('+91');

    await quickInput.wait('Map Columns: Preview (7/7)');
    const firstValues = vscode().page.locator('.quick-input-widget:visible .label-description');
    assert.deepEqual(await quickInput.items(), ['Continue with These Columns', ...contactColumns]);
    assert.deepEqual((await firstValues.allInnerTexts()).slice(1), [
      "Asha · O'Neil, Jr.",
      'Rao · Doe',
      'Mrs · Mr',
      '9876543210 · 9876543211',
      '+91 · +91',
      '+91 · +91',
    ]);
    await vscode().screenshot('map-columns-preview');
    await quickInput.accept();

    await quickInput.wait('No stream is set up yet');
    await quickInput.pick('Try the Sandbox');
    const { detail, buttons } = await dialog.read();
    assert.match(
      detail,
      /A mapped copy is sent; the file stays as it is:\nfirstName ← First Name\nlastName ← Surname/,
    );
    assert.match(
      detail,
      /cellPhoneCountryCode ← “\+91” in all rows\ncellPhoneExtension ← “\+91” in all rows/,
    );
    assert.ok(buttons.includes('Change Columns…'));
    await vscode().screenshot('map-columns-confirm');
    await dialog.press('Send');

    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(
      rows.map((cells) => cells.slice(0, 4)),
      [
        ['2', 'Created', 'Asha Rao', '+91 9876543210'],
        ['4', 'Created', "O'Neil, Jr. Doe", '+91 9876543211'],
      ],
    );
    assert.equal(session.read('export.csv'), export1, 'the file is left alone');
  });

  it('maps a file with the same header as last time, says so, and lets it be changed', async () => {
    const { quickInput, dialog } = vscode();
    await send('other.csv');
    assert.match((await dialog.read()).detail, /Columns are mapped as last time/);
    await vscode().screenshot('map-columns-remembered');
    await dialog.press('Change Columns…');
    await acceptColumns('firstName', 'lastName', 'salutation', 'cellPhoneNumber', 'cellPhoneCountryCode');
    await quickInput.waitForMessage('One value for cellPhoneCountryCode');
    assert.equal(await quickInput.value(), '+91');
    await quickInput.enter('+44');
    await acceptColumns('cellPhoneExtension');
    await quickInput.waitForMessage('One value for cellPhoneExtension');
    await quickInput.accept();
    await acceptColumns('Preview');
    const { detail } = await dialog.read();
    assert.match(detail, /cellPhoneCountryCode ← “\+44” in all rows/);
    assert.doesNotMatch(detail, /as last time/);
    await dialog.press('Cancel');
  });

  it('stops at an error in a mapped value and names line and column of the file', async () => {
    const { notifications, editors, quickInput, dialog } = vscode();
    await vscode().editors.open('gaps.csv');
    await vscode().command('Contacts: Map Columns…');
    await acceptColumns('firstName', 'lastName', 'salutation', 'cellPhoneNumber', 'cellPhoneCountryCode');
    await quickInput.waitForMessage('One value for cellPhoneCountryCode');
    await quickInput.accept();
    await acceptColumns('cellPhoneExtension');
    await quickInput.waitForMessage('One value for cellPhoneExtension');
    await quickInput.accept();
    await acceptColumns('Preview');
    const message = await notifications.wait('gaps.csv was not sent');
    assert.equal(message, 'gaps.csv was not sent. Line 2, column “Surname”: lastName is empty.');
    assert.equal(await dialog.isOpen(), false);
    await notifications.press('gaps.csv was not sent', 'Go to Line');
    await editors.waitForActive('gaps.csv');
    await vscode().statusText('Ln 2, Col 5');
  });

  it('asks again when the header is another one', async () => {
    const { notifications, quickInput, session } = vscode();
    session.write('other.csv', 'First Name,Surname,Title,Phone\nBen,Stone,Mr,9876543212\n');
    await vscode().editors.open('other.csv');
    await send('other.csv');
    await notifications.press('other.csv was not sent', 'Map Columns…');
    await quickInput.wait('Map Columns: firstName');
    await quickInput.cancel();
  });

  it('maps no file whose first line is a contact: that one would be lost', async () => {
    const { notifications, editors } = vscode();
    await send('headless.csv');
    await notifications.wait('headless.csv was not sent');
    assert.ok(!(await notifications.buttons('headless.csv was not sent')).includes('Map Columns…'));
    await editors.open('headless.csv');
    await vscode().command('Contacts: Map Columns…');
    await notifications.wait('The first line of headless.csv seems to be a contact');
  });

  it('offers a mapped copy of a file that may be sent, but has more columns', async () => {
    const { dialog, quickInput } = vscode();
    await send('extra.csv');
    assert.doesNotMatch((await dialog.read()).detail, /mapped copy/);
    await dialog.press('Map Columns…');
    const six =
      'firstName lastName salutation cellPhoneNumber cellPhoneCountryCode cellPhoneExtension Preview';
    await acceptColumns(...six.split(' '));
    assert.match((await dialog.read()).detail, /A mapped copy is sent/);
    await dialog.press('Send');
    await quickInput.isOpen();
    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(rows[0]?.slice(0, 2), ['2', 'Created']);
  });
});
