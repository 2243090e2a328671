import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { streamSettings, useStream } from './support/stream';

const header = `${contactColumns.join(',')},notes`;
const secret = 'the right secret';
// VS Code gives no extension more than 50 M UTF-16 units; few and wide rows keep the number of requests small.
const notes = 'n'.repeat(9_000);
const rows = Array.from(
  { length: 6_000 },
  (_, index) => `First${index},Last${index},Mr,${9_876_500_000 + index},+91,+91,${notes}`,
);

// Nothing to be found but in the first row and the last one, and long for the numbering plans: numbers that begin like
// one with its country code are looked at closely, which takes fifty times as long.
const manyRows = Array.from(
  { length: 80_000 },
  (_, index) => `Asha,Rao,Mrs,${9_100_000_000 + index},+91,+91`,
);
const long = [
  contactColumns.join(','),
  ',Rao,Mrs,9799999999,+91,+91',
  ...manyRows,
  'Asha,Rao,Mrs,98765,+91,+91',
];

describe('a long file', () => {
  const vscode = useWorkbench(() => ({ files: { 'lengthy.csv': `${long.join('\n')}\n` } }));

  it('shows its first findings while the status bar says that the rest is being checked', async () => {
    const { session, editors } = vscode();
    const item = vscode().statusItem('Checking phone numbers…');
    // It may come and go before the file is drawn.
    const seen = item.waitFor();
    await editors.open('lengthy.csv');
    await seen;
    await editors.waitForSquiggles('error');
    await vscode().screenshot('long-file-checking');
    await item.waitFor({ state: 'hidden' });
    await session.page.getByText('80,002 rows · 1 error, 1 warning').waitFor();
    await vscode().screenshot('long-file-checked');
  });
});

describe('a file that is too large for an editor', () => {
  const stream = useStream({ clientSecret: secret });
  const vscode = useWorkbench(() => ({
    files: {
      'large.csv': `${header}\n${rows.join('\n')}\n`,
      'wrong.csv': `${header}\n${rows.with(4_999, `,Last,Mr,98765,+91,+91,${notes}`).join('\n')}\n`,
    },
    settings: {
      ...streamSettings('Support desk', stream()),
      'agentassistContacts.send.requestsPerMinute': 6000,
    },
  }));

  afterEach(async () => {
    await vscode().notifications.clear();
  });

  it('is checked from the disk, to the line and column', async () => {
    await vscode().explorer.choose('wrong.csv', 'Check CSV');
    const words = await vscode().notifications.wait('wrong.csv with 6,000 contacts has 1 error', 60_000);
    assert.match(words, /The first is on line 5001, column 1: firstName is empty\./);
    const { webview } = vscode();
    await webview.locator('h1', { hasText: 'wrong.csv' }).waitFor();
    await vscode().screenshot('large-file-findings');
    await webview.locator('button', { hasText: /^Line 5001, column 10$/ }).click();
    await vscode().statusItem('Ln 5001, Col 10').waitFor();
  });

  it('is asked to be saved first when its editor has edits that are not on the disk', async () => {
    const { editors, explorer, notifications } = vscode();
    await editors.waitForActive('wrong.csv');
    await editors.type('x');
    await editors.tab('wrong.csv').and(vscode().page.locator('.dirty')).waitFor();
    for (const command of ['Send CSV to Stream…', 'Check CSV']) {
      await explorer.choose('wrong.csv', command);
      await notifications.wait(
        'wrong.csv has unsaved edits. A file of this size is read from the disk: save it, and try again.',
      );
      await notifications.clear();
    }
    await editors.closeAll();
  });

  it('is not sent with an error in it', async () => {
    await vscode().explorer.choose('wrong.csv', 'Send CSV to Stream…');
    const words = await vscode().notifications.wait('wrong.csv was not sent: it has 1 error.', 60_000);
    assert.match(words, /line 5001, column 1/);
    assert.deepEqual(stream().contacts, []);
  });

  it('is sent from the disk, and every row has an outcome', async function () {
    this.timeout(400_000);
    const { explorer, quickInput, dialog, webview } = vscode();
    await explorer.choose('large.csv', 'Send CSV to Stream…');
    await quickInput.wait('Where shall contacts go?');
    await quickInput.pick('Support desk');
    await quickInput.wait('Client Secret');
    await quickInput.enter(secret);
    const { message, detail } = await dialog.read(60_000);
    assert.equal(message, 'Send 6,000 contacts to “Support desk”?');
    assert.match(detail, /Rows: 6,000\nRequests: 61, about a minute\n/);
    await dialog.press('Send');
    const allCreated = () => Promise.resolve(stream().contacts.length === rows.length ? true : undefined);
    await poll('every contact', allCreated, 240_000);
    const created = webview.locator('.count', { hasText: 'Created' }).first();
    await poll('the page', async () => ((await created.innerText()).includes('6,000') ? true : undefined));
    assert.equal(new Set(stream().contacts.map(({ cellPhone }) => cellPhone.phoneNumber)).size, rows.length);
  });
});
