import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { mappedFiles, oneValue, overview, preview, previewNames, source } from './support/mapColumns';
import { poll } from './support/poll';
import { readGrid } from './support/webview';

describe('sending a CSV with its columns mapped', () => {
  const vscode = useWorkbench(() => ({
    files: {
      ...mappedFiles,
      'other.csv': 'First Name,Surname,Title,Mobile\nBen,Stone,Mr,9876543212\n',
      'campaign.csv':
        'phoneNumber,firstName,lastName,timeZone,uniqueId,contactPriority\n' +
        '+1 (202) 555-0143,Dora,Fox,America/New_York,1,5\n' +
        '+442079460958,Ed,Hill,Europe/London,2,5\n',
      'extra.csv':
        'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension,Email\n' +
        'Cleo,Ray,Mrs,9876543214,+91,+91,cleo@example.com\n',
    },
  }));

  before(async () => {
    // The entry is there as soon as VS Code has read the extension's manifest.
    await poll('the entry in the menu', async () =>
      (await vscode().explorer.menu('export.csv')).includes('Send CSV to Stream (Import)…')
        ? true
        : undefined,
    );
  });

  afterEach(async () => {
    await vscode().editors.closeAll();
    await vscode().notifications.clear();
  });

  const send = (name: string) => vscode().explorer.choose(name, 'Send CSV to Stream (Import)…');

  /** Gives the country code in all rows, where the overview asks for one, and accepts the columns. */
  async function acceptWithCode(code: string): Promise<void> {
    const { quickInput } = vscode();
    await overview(vscode());
    await source(vscode(), 'cellPhoneCountryCode');
    await oneValue(vscode(), 'cellPhoneCountryCode');
    await quickInput.enter(code);
    await overview(vscode());
    await quickInput.accept();
  }

  /** What the rows of the quick pick say: label, description and detail. */
  async function sources(): Promise<readonly string[]> {
    const rows = vscode().page.locator('.quick-input-widget:visible .monaco-list-row');
    const texts = (await rows.all()).map(async (row) => {
      const parts = await row.locator('.label-name:visible, .label-description:visible').allInnerTexts();
      return parts.join(' ').replace(/\s+/g, ' ').trim();
    });
    return await Promise.all(texts);
  }

  it('shows all columns with their sources, asks for what is missing, previews the rows, and sends them with their lines', async () => {
    const { quickInput, notifications, dialog, session } = vscode();
    await send('export.csv');
    const message = await notifications.wait('export.csv was not sent');
    assert.match(message, /your file is not changed/);
    assert.deepEqual(await notifications.buttons('export.csv was not sent'), [
      'Map Columns…',
      'Show Problems',
    ]);
    await notifications.press('export.csv was not sent', 'Map Columns…');

    await overview(vscode());
    assert.deepEqual(await quickInput.items(), contactColumns);
    await vscode().screenshot('map-columns-1');
    assert.deepEqual(await sources(), [
      "firstName ← First Name 100% filled · Asha · O'Neil, Jr.",
      'lastName ← Surname 100% filled · Rao · Doe',
      'salutation ← Title 100% filled · Mrs · Mr',
      'cellPhoneNumber ← number in “Mobile” 100% filled · 9876543210 · 9876543211',
      'cellPhoneCountryCode choose where it comes from No column of your file matches.',
      'cellPhoneExtension ← same as cellPhoneCountryCode',
    ]);
    await source(vscode(), 'cellPhoneCountryCode');
    assert.deepEqual(await quickInput.items(), [
      'First Name',
      'Surname',
      'Title',
      'Mobile',
      'Use one value for all rows…',
    ]);
    await vscode().screenshot('map-columns-2');
    await oneValue(vscode(), 'cellPhoneCountryCode');
    await quickInput.type('x');
    await quickInput.waitForMessage('This is not a country calling code');
    await vscode().screenshot('map-columns-constant');
    await quickInput.enter('+91');
    await overview(vscode());
    assert.deepEqual(await quickInput.items(), ['Continue with These Columns', 'Preview', ...contactColumns]);
    assert.equal(await quickInput.focused(), 'Continue with These Columns');
    await vscode().screenshot('map-columns-6');
    await preview(vscode());

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
      /A mapped copy is sent; your file is not changed:\nfirstName ← First Name\nlastName ← Surname/,
    );
    assert.match(
      detail,
      /cellPhoneCountryCode ← “\+91” in all rows\ncellPhoneExtension ← same as cellPhoneCountryCode/,
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
    assert.equal(session.read('export.csv'), mappedFiles['export.csv'], 'the file is left alone');
  });

  it('maps a file with the same header as last time, says so, and lets it be changed', async () => {
    const { dialog } = vscode();
    await send('other.csv');
    assert.match((await dialog.read()).detail, /Columns are mapped as last time/);
    await vscode().screenshot('map-columns-remembered');
    await dialog.press('Change Columns…');
    await acceptWithCode('+7');
    const { detail } = await dialog.read();
    assert.match(detail, /cellPhoneCountryCode ← “\+7” in all rows/);
    assert.doesNotMatch(detail, /as last time/);
    await dialog.press('Cancel');
  });

  it('stops at an error in a mapped value and names line and column of the file', async () => {
    const { notifications, editors, dialog } = vscode();
    await vscode().editors.open('gaps.csv');
    await vscode().command('Agent Assist Contacts: Map Columns…');
    await acceptWithCode('+91');
    const message = await notifications.wait('gaps.csv was not sent');
    assert.equal(
      message,
      'gaps.csv was not sent: its only row, line 2, is held back. Surname: lastName is empty.',
    );
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
    await overview(vscode());
    await quickInput.cancel();
  });

  it('maps no file whose first line is a contact: that one would be lost', async () => {
    const { notifications, editors, problems } = vscode();
    await send('headless.csv');
    await notifications.wait('headless.csv was not sent');
    assert.ok(!(await notifications.buttons('headless.csv was not sent')).includes('Map Columns…'));
    await editors.open('headless.csv');
    await vscode().command('Agent Assist Contacts: Map Columns…');
    await notifications.press('The first line of headless.csv looks like a contact', 'Show Problems');
    await problems.wait('headless.csv', ([first]) => first?.code === 'columns.missing');
    await problems.hide();
  });

  it('offers a mapped copy of a file that may be sent, but has more columns', async () => {
    const { dialog, quickInput } = vscode();
    await send('extra.csv');
    assert.doesNotMatch((await dialog.read()).detail, /mapped copy/);
    await dialog.press('Map Columns…');
    await overview(vscode());
    await quickInput.accept();
    assert.match((await dialog.read()).detail, /A mapped copy is sent/);
    await dialog.press('Send');
    await quickInput.isOpen();
    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(rows[0]?.slice(0, 2), ['2', 'Created']);
  });

  it('sends a campaign list: codes and numbers come out of one column, and Enter leads through the rest', async () => {
    const { dialog, quickInput, notifications } = vscode();
    await send('campaign.csv');
    await notifications.press('campaign.csv was not sent', 'Map Columns…');
    await overview(vscode());
    assert.deepEqual(await quickInput.items(), contactColumns);
    assert.equal(await quickInput.focused(), 'salutation', 'the one that no column holds');
    await vscode().screenshot('map-columns-campaign');
    await quickInput.accept();
    await quickInput.wait('Map Columns: salutation');
    assert.equal(await quickInput.focused(), 'Use one value for all rows…');
    await quickInput.accept();
    await quickInput.waitForMessage('One value for salutation');
    await quickInput.enter('Mrs');
    await overview(vscode());
    await quickInput.accept();
    assert.match(
      (await dialog.read()).detail,
      /cellPhoneNumber ← number in “phoneNumber”\ncellPhoneCountryCode ← country code in “phoneNumber”/,
    );
    await dialog.press('Send');
    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(
      rows.map((cells) => [cells[0], cells[1], cells[2]?.split(' ')[0], cells[3]]),
      [
        ['2', 'Created', 'Dora', '+1 2025550143'],
        ['3', 'Created', 'Ed', '+44 2079460958'],
      ],
    );
  });

  it('splits full names, shows each row in which a part is not clear, and sends the others', async () => {
    const { dialog, quickInput, notifications, editors } = vscode();
    await editors.open('names.csv');
    await vscode().command('Agent Assist Contacts: Map Columns…');
    await overview(vscode());
    await vscode().screenshot('map-columns-names');
    await source(vscode(), 'firstName');
    assert.equal(await quickInput.focused(), 'Full Name', 'what the overview suggests');
    assert.match((await sources())[1] ?? '', /^Phone cellPhoneNumber, .* \+1 202 555 0150/);
    await vscode().screenshot('map-columns-suggested');
    await click(vscode().page.locator('.quick-input-titlebar .codicon-quick-input-back'));
    await overview(vscode());
    await previewNames(vscode());
    await vscode().screenshot('map-columns-held');
    assert.deepEqual(
      (await sources()).filter((text) => text.startsWith('line ')),
      [
        'line 3 Full Name: The full name is a single word.',
        'line 4 Phone: Two numbers are in one cell. Keep one.',
        'line 5 This row has 2 cells; the header has 3.',
      ],
    );
    await quickInput.pick('line 4');
    await vscode().statusText('Ln 4, Col 46 (33 selected)');
    await quickInput.pick('Continue with These Columns');
    assert.match((await dialog.read()).detail, /3 rows have errors and are held back/);
    await vscode().screenshot('map-columns-names-confirm');
    await dialog.press('Send');
    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(
      rows.filter((cells) => cells[1] === 'Created').map((cells) => cells.slice(0, 4)),
      [
        ['2', 'Created', 'John Smith', '+1 2025550150'],
        ['6', 'Created', 'Jana van den Berg', '+31 612345678'],
      ],
    );
    await notifications.clear();
  });
});
