import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import type { Fault } from '../support/sandbox';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { chooseStream, streamSettings, useStream } from './support/stream';

const header = `${contactColumns.join(',')},notes`;
const secret = 'the right secret';
// VS Code gives no extension more than 50 M UTF-16 units; few and wide rows keep the number of requests small.
const notes = 'n'.repeat(9_000);
const rows = Array.from(
  { length: 6_000 },
  (_, index) => `First${index},Last${index},Mr,${9_876_500_000 + index},+91,+91,${notes}`,
);

/** How many of those fit into one, with 900 kB each. */
const requests = 61;

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
  let imports = 0;
  // It refuses the last request.
  const refused: Fault = { when: 'before', act: { kind: 'status', status: 400 } };
  const stream = useStream({
    clientSecret: secret,
    faults: ({ call }) => (call === 'import' && ++imports === requests ? refused : undefined),
  });
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
    await vscode().explorer.choose('wrong.csv', 'Check as Contact List');
    await vscode().notifications.wait('wrong.csv: 6,000 contacts, 1 error', 60_000);
    const { webview } = vscode();
    await webview.locator('h1', { hasText: 'wrong.csv' }).waitFor();
    await webview.locator('button', { hasText: /^Line 5001, column 1$/ }).waitFor();
    await vscode().screenshot('large-file-findings');
    await webview.locator('button', { hasText: /^Line 5001, column 10$/ }).click();
    await vscode().statusItem('Ln 5001, Col 10').waitFor();
  });

  it('is asked to be saved first when its editor has edits that are not on the disk', async () => {
    const { editors, explorer, notifications } = vscode();
    await editors.waitForActive('wrong.csv');
    await editors.type('x');
    await editors.tab('wrong.csv').and(vscode().page.locator('.dirty')).waitFor();
    for (const command of ['Send CSV to Stream (Import)…', 'Check as Contact List']) {
      await explorer.choose('wrong.csv', command);
      await notifications.wait('wrong.csv has unsaved edits. Save it and try again.');
      await notifications.clear();
    }
    await editors.closeAll();
  });

  it('is not sent with an error in it', async () => {
    await vscode().explorer.choose('wrong.csv', 'Send CSV to Stream (Import)…');
    const words = await vscode().notifications.wait('wrong.csv was not sent: it has 1 error', 60_000);
    assert.match(words, /on line 5001, column 1\./);
    assert.deepEqual(stream().contacts, []);
  });

  it('is sent from the disk, and every row has an outcome', async function () {
    this.timeout(400_000);
    const { explorer, dialog, webview, notifications } = vscode();
    await explorer.choose('large.csv', 'Send CSV to Stream (Import)…');
    await chooseStream(vscode(), secret);
    const { message, detail } = await dialog.read(60_000);
    assert.equal(message, 'Send 6,000 contacts to “Support desk”?');
    assert.match(detail, new RegExp(`Rows: 6,000\\nRequests: ${requests}\\n`));
    await dialog.press('Send');
    const words = await notifications.wait(' refused', 240_000);
    const created = stream().contacts.length;
    const left = rows.length - created;
    assert.ok(left > 0 && left < 100, `${left} left`);
    assert.ok(words.includes(`${created.toLocaleString('en')} created, ${left} refused`), words);
    assert.equal(new Set(stream().contacts.map(({ cellPhone }) => cellPhone.phoneNumber)).size, created);
    const counted = webview.locator('.count', { hasText: 'Created' }).first();
    await poll('the page', async () =>
      (await counted.innerText()).includes(created.toLocaleString('en')) ? true : undefined,
    );
  });

  it('is gone to from the results page, to the line', async () => {
    const { webview } = vscode();
    await click(webview.locator('.count', { hasText: 'Refused' }).first());
    const line = stream().contacts.length + 2;
    await click(webview.getByRole('button', { name: String(line), exact: true }));
    await vscode().editors.waitForActive('large.csv');
    await vscode().statusItem(`Ln ${line}, Col 1`).waitFor();
    await vscode().screenshot('large-file-line');
  });

  it('has the rows that were left saved, each with the reason', async () => {
    const { editors, quickInput, session } = vscode();
    await vscode().command('Agent Assist Contacts: Save the Rest as CSV…');
    await quickInput.wait('Imports with Rows Left');
    await quickInput.accept();
    await quickInput.wait('Unsent Row');
    await quickInput.accept();
    await editors.waitForActive('large.rest.csv');
    const text = session.read('large.rest.csv');
    assert.ok(text.startsWith(`importError,${header}\n`));
    // A reason may have line breaks of its own.
    const saved = Array.from(text.matchAll(/,(First\d.*)$/gm), ([, row]) => row);
    assert.deepEqual(saved, rows.slice(stream().contacts.length));
  });
});
