import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import type { FaultPlan } from '../support/sandbox';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { deleteKeptResults } from './support/keptResults';
import { poll } from './support/poll';
import { chooseStream, streamSettings, useStream } from './support/stream';
import { readGrid } from './support/webview';

const secret = 'a-secret-of-the-history-test';

/** A list of so many contacts. `first`: the number of the first one. */
function list(count: number, first = 0): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `Row${index},Rao,Mrs,98765${String(10_000 + first + index)},+91,+91`,
  );
  return `${[contactColumns.join(','), ...rows].join('\n')}\n`;
}

/** Of four requests the second is refused, and the third has to wait for as long as nobody does. */
const plan: FaultPlan = ({ call, number }) => {
  if (call !== 'import') return undefined;
  if (number === 1) return { when: 'before', act: { kind: 'status', status: 400 } };
  if (number < 2) return undefined;
  return { when: 'before', act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } } };
};

describe('the history of imports', () => {
  const stream = useStream({ clientSecret: secret, faults: plan });
  const vscode = useWorkbench(() => ({
    files: { 'people.csv': list(16), 'another.csv': list(1, 900), 'cut-by-reload.csv': list(12) },
    settings: {
      ...streamSettings('Support desk', stream()),
      'agentassistContacts.send.requestsPerMinute': 6000,
      'agentassistContacts.send.batchRows': 4,
    },
  }));
  const view = () => vscode().explorer.imports;
  const imports = () => view().locator('.monaco-list-row');
  const icons = () => vscode().page.locator('.glyph-margin-widgets .cgmr:visible').count();
  const lens = () => vscode().page.locator('.codelens-decoration').first().innerText();

  it('is empty at first, with two buttons', async () => {
    await vscode().explorer.unfoldImports();
    await poll('the buttons', async () =>
      (await view().locator('.monaco-button').count()) === 2 ? true : undefined,
    );
    await vscode().screenshot('history-empty');
  });

  it('lists an import as soon as it is over, and marks its rows', async () => {
    const { editors, dialog, notifications } = vscode();
    await editors.open('people.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await chooseStream(vscode(), secret);
    await dialog.press('Send');
    await notifications.wait('The stream asks to wait');
    await poll('the page while the import waits', async () => {
      const { rows } = await readGrid(vscode().webview);
      const outcomes = [0, 4, 8, 15].map((row) => rows[row]?.[1]);
      return String(outcomes) === 'Created,Refused,Waiting,Waiting' ? true : undefined;
    });
    await vscode().webview.getByText('8 of 16 rows', { exact: true }).waitFor();
    await vscode().screenshot('history-live');
    await notifications.press('The stream asks to wait', 'Cancel');
    await notifications.wait('Cancelled.');
    await poll('the import', async () =>
      (await imports().allInnerTexts()).some((text) => text.includes('4 refused, 8 not sent, 4 created'))
        ? true
        : undefined,
    );
    await poll('the marks', async () => ((await icons()) === 12 ? true : undefined));
    await poll('the line above the header', async () =>
      (await lens()).includes('16 rows · 4 refused, 8 not sent') ? true : undefined,
    );
    await notifications.clear();
  });

  it('marks the rows again when the file is opened again, until they are edited', async () => {
    const { editors } = vscode();
    await editors.closeAll();
    await editors.open('people.csv');
    await poll('the marks', async () => ((await icons()) === 12 ? true : undefined));
    await vscode().screenshot('history-marks');
    await editors.goTo(7, 1);
    await editors.type('Very');
    await poll('one mark less', async () => ((await icons()) === 11 ? true : undefined));
    await poll('the count', async () => ((await lens()).includes('3 refused') ? true : undefined));
    await vscode().command('Agent Assist Contacts: Clear Outcome Marks');
    await poll('no mark', async () => ((await icons()) === 0 ? true : undefined));
    await editors.press('Control+z');
  });

  it('shows the results of the import that is chosen, and of the file in front', async () => {
    const { editors } = vscode();
    await editors.closeAll();
    await click(imports().filter({ hasText: 'people.csv' }));
    const { rows } = await readGrid(vscode().webview);
    assert.equal(rows.length, 16);
    await editors.open('people.csv');
    await vscode().command('Agent Assist Contacts: Show Last Results');
    await vscode().page.locator('.tab.active', { hasText: 'people.csv (Results)' }).waitFor();
  });

  it('puts results together again that are no longer kept', async () => {
    const { session, editors } = vscode();
    await editors.closeAll();
    await deleteKeptResults(session.storage);
    await vscode().reload();
    await click(imports().filter({ hasText: 'people.csv' }));
    const { rows } = await readGrid(vscode().webview);
    assert.deepEqual(
      [0, 4, 8].map((row) => rows[row]?.slice(0, 2)),
      [
        ['2', 'Created'],
        ['6', 'Refused'],
        ['10', 'Not sent'],
      ],
    );
    await vscode().webview.getByText('Restored from the import history').waitFor();
  });

  it('exports results, and copies a summary', async () => {
    const { quickInput, notifications, session, editors } = vscode();
    await editors.open('people.csv');
    await vscode().command('Agent Assist Contacts: Export Results…');
    await quickInput.wait('Export Results of people.csv');
    await quickInput.pick('CSV');
    await poll('the name', async () =>
      (await quickInput.value()).endsWith('people.results.csv') ? true : undefined,
    );
    await quickInput.accept();
    await notifications.wait('Saved 16 rows.');
    const lines = session.read('people.results.csv').trim().split('\r\n');
    assert.equal(lines.length, 17);
    assert.match(lines[5] ?? '', /^6,refused,/);
    await editors.open('people.csv');
    await vscode().command('Agent Assist Contacts: Export Results…');
    await quickInput.wait('Export Results of people.csv');
    await quickInput.pick('Copy Summary');
    const copied = await poll('the summary', async () => {
      const text = await vscode().page.evaluate('navigator.clipboard.readText()');
      return typeof text === 'string' && text.startsWith('Import of people.csv') ? text : undefined;
    });
    assert.match(copied, /Rows: 4 created, 4 refused, 8 not sent\./);
    await notifications.clear();
  });

  it('forgets an import when asked to, and is empty once it is deleted', async () => {
    const { menus, dialog } = vscode();
    const item = imports().filter({ hasText: 'people.csv' });
    assert.deepEqual(await menus.labels(item), [
      'Resume Import…',
      'Find the Refused Rows…',
      'Save the Rest as CSV…',
      'Export Results…',
      'Choose the File…',
      'Forget Import…',
    ]);
    await menus.choose(item, 'Forget Import…');
    assert.match((await dialog.read()).message, /^Forget the import people\.csv → .+\?$/);
    await dialog.press('Forget');
    await poll('it to be forgotten', async () =>
      (await item.innerText()).includes('forgotten') ? true : undefined,
    );
    await vscode().webview.getByRole('button', { name: 'Resume' }).waitFor({ state: 'hidden' });
    await vscode().command('Agent Assist Contacts: Delete History');
    await dialog.press('Delete');
    await poll('the buttons', async () =>
      (await view().locator('.monaco-button').count()) === 2 ? true : undefined,
    );
  });

  it('gives each import its own page, and shows one that a reload has cut off as far as it came', async () => {
    stream().reset();
    const { page, editors, dialog, notifications } = vscode();
    const tab = (name: string) => page.locator('.tab', { hasText: `${name} (Results)` });
    await editors.open('another.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await dialog.press('Send');
    await tab('another.csv').waitFor();
    await poll('the only row', async () =>
      (await readGrid(vscode().webview)).rows[0]?.[1] === 'Created' ? true : undefined,
    );
    stream().reset();
    await editors.open('cut-by-reload.csv');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await dialog.press('Send');
    await notifications.wait('The stream asks to wait');
    await vscode().webview.getByText('8 of 12 rows', { exact: true }).waitFor();
    await vscode().reload();
    const outcomes = await poll('the page', async () => {
      const { rows } = await readGrid(vscode().webview);
      return rows.length === 12 ? [0, 4, 8].map((row) => rows[row]?.[1]) : undefined;
    });
    assert.deepEqual(outcomes, ['Created', 'Refused', 'Not sent']);
    await vscode().webview.getByRole('button', { name: 'Send Them…' }).waitFor();
    await vscode().screenshot('history-cut-off');
    await click(tab('another.csv'));
    await poll('its page', async () =>
      (await readGrid(vscode().webview)).rows[0]?.[1] === 'Created' ? true : undefined,
    );
    assert.equal(await tab('cut-by-reload.csv').count(), 1);
  });

  it('says of a row that is not sent again which import has created its contact', async () => {
    stream().reset();
    const { editors, dialog } = vscode();
    await editors.open('another.csv');
    await editors.goTo(3, 1);
    await editors.type('Nia,New,Mrs,9876599999,+91,+91\n');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await dialog.press('Send the Other Row');
    const rows = await poll('the new row', async () => {
      const grid = await readGrid(vscode().webview);
      return grid.rows[1]?.[1] === 'Created' ? grid.rows : undefined;
    });
    const [line, outcome, , , why] = rows[0] ?? [];
    assert.deepEqual([line, outcome], ['2', 'Not sent']);
    assert.match(why ?? '', /^The import of .+ created a contact with this number\.$/);
    const told = vscode().webview.locator('li.line', { hasText: '1 not sent, already on the stream' });
    assert.match(await told.innerText(), /Nothing to do/);
    await vscode().screenshot('history-left-out');
  });
});
