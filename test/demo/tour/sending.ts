import { contactColumns } from '../../../src/core/contact/columns';
import { click } from '../../e2e/support/click';
import { poll } from '../../e2e/support/poll';
import { streamSettings } from '../../e2e/support/stream';
import { readGrid } from '../../e2e/support/webview';
import type { Fault, FaultPlan } from '../../support/sandbox';
import type { Station } from './station';
import { hover, open, run, send, sendConfirmed, stay, stop } from './steps';

const header = contactColumns.join(',');
const names = [
  'Asha Rao',
  'John Doe',
  'Zoë Brandt',
  'Søren Lund',
  'Priya Iyer',
  'Ines Vidal',
  'Ken Ito',
  'Ana Silva',
];

/** A list of so many contacts, the first with this number. */
function list(count: number, first: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [firstName = '', lastName = ''] = (names[index % names.length] ?? '').split(' ');
    return `${firstName},${lastName},Mrs,${9_876_500_000 + first + index},+91,+91\n`;
  });
  return `${header}\n${rows.join('')}`;
}

/** What {@link sending} opens. */
export const sentFiles = {
  'people.csv': list(40, 0),
  'slow.csv': list(3, 1000),
  'unknown.csv': list(3, 2000),
  'again.csv': list(3, 3000),
  'long.csv': list(10, 4000),
  'refused.csv': list(12, 5000),
  'broken.csv': `${header}\n,Doe,Mr,9876599999,+91,+91\n`,
  'cut.csv': list(12, 7000),
  // The number of a contact of mixed.csv, with another name.
  'renamed.csv': `${list(2, 6100)}Asha,Menon,Mrs,9876506000,+91,+91\n`,
  'mixed.csv': `${list(2, 6000)},Doe,Mr,9876599999,+91,+91\n`,
};

const waits: Fault = {
  when: 'before',
  act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
};
const refuses: Fault = {
  when: 'before',
  act: {
    kind: 'status',
    status: 400,
    body: { errors: [{ msg: 'cellPhoneExtension is required', code: 400 }] },
  },
};
const down: Fault = { when: 'before', act: { kind: 'status', status: 401 } };

/** Of ten requests two are refused, one is lost, and one has to wait for as long as nobody does. */
const bumpy: FaultPlan = ({ call, number }) => {
  if (call !== 'import') return down;
  if (number === 2 || number === 3) return refuses;
  if (number === 5) return { when: 'after', act: { kind: 'reset' } };
  return number > 5 ? waits : undefined;
};
/** Everything is stored, no answer comes, and nothing can be looked up. */
const lost: FaultPlan = ({ call }) => (call === 'import' ? { when: 'after', act: { kind: 'reset' } } : down);

/** From the question to every outcome, and what can be done then. */
export const sending: readonly Station[] = [
  stop('not-sent', async ({ window }) => {
    await send(window, 'broken.csv');
    await window.notifications.wait('broken.csv was not sent');
  }),
  stay('choose-stream', async ({ window }) => {
    await send(window, 'again.csv');
    await window.quickInput.wait('Choose a stream for your contacts');
  }),
  stay('client-secret', async ({ window }) => {
    await window.quickInput.pick('Support desk');
    await window.quickInput.wait('Client Secret');
  }),
  stay('confirm', async ({ window, stream }) => {
    await window.quickInput.enter(stream.clientSecret);
    await window.dialog.read();
  }),
  stop('created', async ({ window }) => {
    await window.dialog.press('Send');
    await readGrid(window.webview);
  }),
  stop('confirm-again', async ({ window }) => {
    await send(window, 'again.csv');
    await window.dialog.read();
  }),
  stay('sending', async ({ window, fail }) => {
    fail(() => ({ when: 'before', act: { kind: 'hang' } }));
    await sendConfirmed(window, 'slow.csv');
    await window.notifications.wait('Sending 3 contacts');
  }),
  stay('finishing', async ({ window }) => {
    await window.notifications.press('Sending 3 contacts', 'Cancel');
    await window.notifications.wait('Waiting for the last answer');
  }),
  stop('cancelled-unknown', async ({ window }) => {
    await window.notifications.press('Waiting for the last answer', 'Cancel');
    await window.notifications.wait('Cancelled');
  }),
  stay('waiting', async ({ window, stream, fail }) => {
    stream.reset();
    fail(bumpy);
    await sendConfirmed(window, 'people.csv');
    await window.notifications.wait('The stream asks to wait');
    await readGrid(window.webview);
  }),
  stop('cancelled', async ({ window, fail }) => {
    await window.notifications.press('The stream asks to wait', 'Cancel');
    fail();
    await window.notifications.wait('Cancelled');
  }),
  stay('marks', async ({ window }) => {
    await open(window, 'people.csv');
    await window.page.locator('.glyph-margin-widgets .cgmr:visible').first().waitFor();
  }),
  stop('marks-hover', ({ window }) => hover(window, 11, 3)),
  stay('results', async ({ window }) => {
    await window.editors.open('people.csv');
    await run(window, 'Show Last Results');
    await readGrid(window.webview);
    await window.editors.tab('people.csv').click({ button: 'middle' });
  }),
  stay('results-details', async ({ window }) => {
    await click(window.webview.locator('.body .refused .cell.name').first());
  }),
  stay('results-only-refused', async ({ window }) => {
    await window.page.keyboard.press('Escape');
    await click(window.webview.locator('.count.refused').first());
  }),
  stay('results-columns', async ({ window }) => {
    await click(window.webview.getByRole('button', { name: 'Columns' }));
    await window.webview.getByRole('button', { name: 'All', exact: true }).waitFor();
  }),
  stay('results-nobody', async ({ window }) => {
    await window.page.keyboard.press('Escape');
    await window.webview.locator('.filter-input').fill('nobody');
    await window.webview.locator('.empty').waitFor();
  }),
  stay('results-menu', async ({ window }) => {
    await window.webview.locator('.filter-input').fill('');
    await click(window.webview.locator('.body .cell.name').first(), { button: 'right' });
    await window.menus.shown();
  }),
  stop('export', async ({ window }) => {
    await window.menus.pick('Export Results…');
    await window.quickInput.wait('Export');
  }),
  stop('exported', async ({ window }) => {
    await window.editors.open('people.csv');
    await run(window, 'Export Results…');
    await window.quickInput.pick('CSV');
    await poll('the name', async () =>
      (await window.quickInput.value()).endsWith('people.results.csv') ? true : undefined,
    );
    await window.quickInput.accept();
    await window.notifications.wait('Saved');
  }),
  stop('history', async ({ window }) => {
    await window.command('Explorer: Focus on Contact Imports View');
    await click(window.explorer.importOf('people.csv'), { button: 'right' });
    await window.menus.shown();
  }),
  stay('forget', async ({ window }) => {
    await window.menus.choose(window.explorer.importOf('people.csv'), 'Forget Import…');
    await window.dialog.read();
  }),
  stop('save-rest', async ({ window }) => {
    await window.dialog.press('Cancel');
    await run(window, 'Save the Rest as CSV…');
    await window.quickInput.wait('Imports with Rows Left');
  }),
  stay('save-rest-file', async ({ window }) => {
    await window.menus.choose(window.explorer.importOf('people.csv'), 'Save the Rest as CSV…');
    await window.quickInput.wait('Unsent Row');
  }),
  stop('rest', async ({ window }) => {
    await window.quickInput.accept();
    await window.editors.waitForActive('people.rest.csv');
  }),
  stay('find-refused', async ({ window }) => {
    await window.menus.choose(window.explorer.importOf('people.csv'), 'Find the Refused Rows…');
    await window.dialog.read();
  }),
  stop('resume', async ({ window }) => {
    await window.dialog.press('Cancel');
    await run(window, 'Resume Import…');
    await window.quickInput.wait('Choose an import');
  }),
  stop('resume-confirm', async ({ window }) => {
    await window.menus.choose(window.explorer.importOf('people.csv'), 'Resume Import…');
    await window.dialog.read();
  }),
  stay('unknown', async ({ window, fail }) => {
    fail(lost);
    await sendConfirmed(window, 'unknown.csv');
    await window.notifications.wait('got no clear answer and may exist');
  }),
  stay('unknown-resume', async ({ window, fail }) => {
    fail(({ call }) => (call === 'import' ? undefined : down));
    await window.notifications.press('got no clear answer and may exist', 'Resume Import…');
    await window.dialog.read();
  }),
  stop('unknown-anyway', async ({ window }) => {
    await window.dialog.press('Send Unknown Rows Too…');
    await window.dialog.read();
  }),
  stay('held-back', async ({ window }) => {
    await send(window, 'mixed.csv');
    await window.notifications.wait('1 of its 3 rows has errors');
  }),
  stay('held-back-confirm', async ({ window }) => {
    await window.notifications.press('1 of its 3 rows has errors', 'Send the Other 2 Rows…');
    await window.dialog.read();
  }),
  stop('held-back-results', async ({ window }) => {
    await window.dialog.press('Send');
    await window.notifications.wait('not sent because of errors');
  }),
  stay('not-returned', async ({ window }) => {
    await send(window, 'renamed.csv');
    await window.dialog.press('Send All 3 Rows');
    await window.notifications.wait('missing from the stream’s answer');
    await window.webview.locator('.happened .line').first().waitFor();
  }),
  stay('other-name', async ({ window }) => {
    await window.notifications.press('missing from the stream’s answer', 'Look Them Up…');
    await window.webview.locator('.row.otherName').waitFor();
  }),
  stop('other-name-details', async ({ window }) => {
    await window.notifications.clear();
    await click(window.webview.locator('.row.otherName .cell.name'));
    await window.webview.locator('.details').waitFor();
  }),
  stop('cut-off', async ({ window, stream, fail }) => {
    stream.reset();
    fail(({ call, number }) => (call === 'import' && number > 0 ? waits : undefined));
    await sendConfirmed(window, 'cut.csv');
    await window.notifications.wait('The stream asks to wait');
    await window.reload();
    await readGrid(window.webview);
  }),
  stop('refused-token', async ({ window, fail }) => {
    fail(() => down);
    await sendConfirmed(window, 'refused.csv');
    await window.notifications.wait('No contact was created');
    await window.notifications.waitUntilGone('Sending');
  }),
  stay('protected', async ({ window, stream }) => {
    const { host, streamId, clientId } = stream;
    const desk = { name: 'Support desk', host, streamId, clientId, protected: true };
    await window.changeSettings({ 'agentassistContacts.streams': [desk] });
    await send(window, 'long.csv');
    await window.dialog.read();
  }),
  stay('protected-name', async ({ window }) => {
    await window.dialog.press('Send');
    await window.quickInput.wait('Protected Stream');
  }),
  stop('protected-wrong', async ({ window }) => {
    await window.quickInput.enter('Support');
    await window.quickInput.waitForMessage('Type “Support desk”');
  }),
  stop('long-look', async ({ window, stream, fail }) => {
    await window.changeSettings({
      ...streamSettings('Support desk', stream),
      'agentassistContacts.send.requestsPerMinute': 2,
      'agentassistContacts.send.batchRows': 1000,
    });
    fail(({ call }) => (call === 'import' ? { when: 'after', act: { kind: 'reset' } } : undefined));
    await sendConfirmed(window, 'long.csv');
    await poll('the question', async () =>
      (await window.dialog.read()).message.startsWith('Look for') ? true : undefined,
    );
  }),
  stop('delete-history', async ({ window }) => {
    await run(window, 'Delete History');
    await window.dialog.read();
  }),
];
