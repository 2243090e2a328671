import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { contactColumns } from '../../src/core/contact/columns';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { readGrid } from './support/webview';

const header = contactColumns.join(',');
const contacts = `${header}
Asha,Rao,Mrs,9876543210,+91,+91
"<img src=x onerror=alert(1)>",Doe,Mr,2025550123,+1,+1
`;

describe('sending a CSV to the sandbox', () => {
  const vscode = useWorkbench(() => ({
    files: {
      'contacts.csv': contacts,
      'LOUD.CSV': `${header}\nJane,Doe,Mrs,2025550124,+1,+1\n`,
      'notes.txt': 'nothing to send here\n',
      'broken.csv': `firstName,lastName,cellPhoneNumber\n,Rao,98\n`,
    },
  }));

  afterEach(async () => {
    await vscode().editors.closeAll();
    await vscode().notifications.clear();
  });

  it('is offered on a CSV, whatever the case of its name, and on nothing else', async () => {
    const { explorer } = vscode();
    // The entry is there as soon as VS Code has read the extension's manifest.
    await poll('the entry in the menu', async () =>
      (await explorer.menu('contacts.csv')).includes('Send CSV to Stream (Import)…') ? true : undefined,
    );
    assert.ok((await explorer.menu('LOUD.CSV')).includes('Send CSV to Stream (Import)…'));
    assert.ok(!(await explorer.menu('notes.txt')).some((label) => label.includes('CSV')));
  });

  it('stops at errors and shows them', async () => {
    const { explorer, notifications, problems } = vscode();
    await explorer.choose('broken.csv', 'Send CSV to Stream (Import)…');
    await notifications.press('broken.csv was not sent', 'Show Problems');
    const rows = await problems.wait('broken.csv', (found) => found.length === 2);
    assert.deepEqual(
      rows.map(({ severity, code, line, column }) => [severity, code, line, column]),
      [
        ['error', 'columns.missing', 1, 1],
        ['error', 'value.required', 2, 1],
      ],
    );
    await problems.hide();
  });

  it('sends what the editor shows, unsaved edits included, and shows the contacts that came back', async () => {
    const { explorer, editors, quickInput, dialog, session } = vscode();
    await editors.open('contacts.csv');
    await editors.goTo(2, 1);
    await editors.type('Very');
    await explorer.choose('contacts.csv', 'Send CSV to Stream (Import)…');
    await quickInput.wait('No stream is set up yet');
    assert.deepEqual(await quickInput.items(), ['Try the Sandbox', 'Add Stream…']);
    await quickInput.pick('Try the Sandbox');

    const { message, detail, buttons } = await dialog.read();
    assert.equal(message, 'Send 2 contacts to the SANDBOX?');
    assert.match(detail, /File: contacts\.csv\nRows: 2\nStream: SANDBOX\nHost: http:\/\/127\.0\.0\.1:\d+/);
    assert.match(detail, /Your unsaved edits are sent too/);
    assert.ok(buttons.includes('Send'));
    await dialog.press('Send');

    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(
      rows.map((cells) => cells.slice(0, 4)),
      [
        ['2', 'Created', 'VeryAsha Rao', '+91 9876543210'],
        ['3', 'Created', '<img src=x onerror=alert(1)> Doe', '+1 2025550123'],
      ],
    );
    await vscode().screenshot('sent');
    assert.equal(session.read('contacts.csv'), contacts, 'the file on disk is left alone');
  });

  it('jumps from a row to its line', async () => {
    await vscode().editors.open('contacts.csv');
    await vscode().command('Agent Assist Contacts: Show Last Results');
    await readGrid(vscode().webview);
    await click(vscode().webview.getByRole('button', { name: '3', exact: true }));
    await vscode().statusText('Ln 3, Col 1');
  });

  it('copies the rows that are selected, and selects them in the file, by the key for the menu', async () => {
    const { menus, page, webview } = vscode();
    await vscode().editors.open('contacts.csv');
    await vscode().command('Agent Assist Contacts: Show Last Results');
    await readGrid(vscode().webview);
    await click(webview.locator('.body .cell.name').first());
    await page.keyboard.press('Shift+ArrowDown');
    const choose = async (label: string) => {
      const shown = await poll('the menu', async () => {
        // The page has the focus back only when the last menu is gone.
        await page.keyboard.press('ContextMenu');
        return await Promise.race([menus.shown().catch(() => undefined), wait(2_000, undefined)]);
      });
      assert.deepEqual(shown, [
        ...['Copy Cell', 'Copy Rows', 'Copy Rows as CSV', 'Copy Rows as JSON'],
        ...['Go to Line', 'Select Rows in the CSV', 'Export Results…'],
      ]);
      await vscode().screenshot('rows-menu');
      await menus.pick(label);
    };
    await choose('Copy Rows');
    await webview.getByText('2 rows copied', { exact: true }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    assert.match(copied, /^2\tCreated\tVeryAsha Rao\t\+91 9876543210.*\n3\tCreated\t<img.*\n$/);
    await choose('Select Rows in the CSV');
    // The edit was never saved: the first row is not in the file as it was sent.
    await vscode().notifications.wait('1 row is no longer in contacts.csv as it was sent');
    await vscode().statusText(/^Ln 3, Col \d+ \(\d+ selected\)/);
    const marked = webview.locator('.row[aria-current=location]');
    assert.equal(await marked.locator('.cell.line').innerText(), '3');
    await vscode().editors.goTo(2, 1);
    await marked.waitFor({ state: 'detached' });
  });

  it('confirms several selected files one by one, and skips none', async () => {
    const { explorer, dialog, notifications } = vscode();
    await explorer.select('LOUD.CSV', 'broken.csv', 'contacts.csv');
    await explorer.choose('contacts.csv', 'Send CSV to Stream (Import)…');
    const asked: string[] = [];
    for (let files = 0; files < 2; files++) {
      asked.push((await dialog.read()).detail.split('\n')[0] ?? '');
      await dialog.press('Cancel');
    }
    assert.deepEqual(asked.toSorted(), ['File: LOUD.CSV', 'File: contacts.csv']);
    await notifications.wait('broken.csv was not sent');
  });

  it('offers the last results by name where the file in front has none', async () => {
    const { editors, notifications, webview } = vscode();
    await editors.open('broken.csv');
    await vscode().command('Agent Assist Contacts: Show Last Results');
    await notifications.press('No results of broken.csv are kept.', 'Show Results of contacts.csv');
    await readGrid(webview);
  });

  it('shows the returned contacts again after a reload of the window', async () => {
    await vscode().editors.open('contacts.csv');
    await vscode().command('Agent Assist Contacts: Show Last Results');
    await readGrid(vscode().webview);
    await vscode().reload();
    const { rows } = await readGrid(vscode().webview);
    assert.equal(rows.length, 2);
    assert.equal(rows[0]?.[2], 'VeryAsha Rao');
  });
});

describe('sending with checks that are off', () => {
  const vscode = useWorkbench(() => ({
    files: { 'unchecked.csv': `${header}\nAsha,Rao,Dr,98765 43210,+91,+91\n` },
    settings: {
      'agentassistContacts.check.rules': {
        'value.salutation': 'off',
        'phone.spelling': 'off',
        'columns.missing': 'off',
      },
    },
  }));

  it('names them in the question, but none that is checked all the same', async () => {
    const { explorer, quickInput, dialog } = vscode();
    await explorer.choose('unchecked.csv', 'Send CSV to Stream (Import)…');
    await quickInput.wait('No stream is set up yet');
    await quickInput.pick('Try the Sandbox');
    const { detail } = await dialog.read();
    assert.match(detail, /^Checks turned off in your settings: value\.salutation, phone\.spelling$/m);
    await vscode().screenshot('not-checked');
    await dialog.press('Cancel');
  });
});
