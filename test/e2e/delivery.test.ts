import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import type { Fault, FaultPlan } from '../support/sandbox';
import { isLong } from '../support/long';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { chooseStream, streamSettings, useStream } from './support/stream';
import { readGrid } from './support/webview';

const header = contactColumns.join(',');
const secret = 'the right secret';

/** So many contacts with numbers of their own. */
function list(count: number, from = 0): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(9_876_500_000 + from + index);
    return `First${index},Last${index},Mr,${number},+91,+91`;
  });
  return `${header}\n${rows.join('\n')}\n`;
}

/** The stream asks to wait for as long as nobody does. */
const waitLong: Fault = {
  when: 'before',
  act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
};

describe('delivery in batches', () => {
  let plan: FaultPlan = () => undefined;
  const stream = useStream({
    clientSecret: secret,
    faults: (request) => plan(request),
    repeatedNumber: 'accept',
  });
  const vscode = useWorkbench(() => ({
    files: {
      'long.csv': list(2500),
      'cut-off.csv': list(2500, 40_000),
      'twice.csv': list(2, 50_000),
      // Other bytes, the same rows.
      'copy.csv': list(2, 50_000).replace(/\n/g, '\r\n'),
      'double.csv': list(5, 60_000),
      'halfway.csv': list(1500, 70_000),
      // With a column of the user's own, which leaves.
      'mixed.csv': `${list(2, 10_000)},Doe,Mr,9876599999,+91,+91\n`
        .replace(/\n/g, ',mine\n')
        .replace('mine', 'reason'),
      'unknown.csv': list(3, 20_000),
      'anyway.csv': list(2, 80_000),
      // An empty extension is but a warning here, and refused there, file and all.
      'refused.csv': list(8, 30_000).replace('9876530005,+91,+91', '9876530005,+91,'),
    },
    // The pace has its own tests; here it would only make them long.
    settings: {
      ...streamSettings('Support desk', stream()),
      'agentassistContacts.send.requestsPerMinute': 6000,
    },
  }));

  afterEach(async () => {
    plan = () => undefined;
    await vscode().editors.closeAll();
    await vscode().notifications.clear();
  });

  async function send(name: string): Promise<void> {
    await vscode().editors.open(name);
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
  }

  /** What the page's head counts. */
  async function counted(label: string): Promise<string> {
    const count = vscode().webview.locator('.count', { hasText: label }).first();
    return (await count.innerText()).replace(/\s+/g, ' ').trim();
  }

  it('shows the plan, waits when the stream asks to, and ends after the request in flight when it is cancelled', async () => {
    const { dialog, notifications } = vscode();
    plan = ({ call, number }) => (call === 'import' && number === 1 ? waitLong : undefined);
    await send('long.csv');
    await chooseStream(vscode(), secret);
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 2,500 contacts to “Support desk”?');
    assert.match(detail, /Rows: 2,500\nRequests: 3\nStream: Support desk/);
    await dialog.press('Send');

    await notifications.wait('The stream asks to wait');
    await vscode().screenshot('delivery-waiting');
    await notifications.press('The stream asks to wait', 'Cancel');
    assert.match(await notifications.wait('Cancelled.'), /1,000 created, 1,500 not sent\./);
    assert.match(await counted('Not sent'), /1,500/);
    await vscode().screenshot('delivery-cancelled');
    assert.equal(stream().contacts.length, 1000);
  });

  it('goes on after a reload with exactly the rows that are left', async () => {
    const { dialog, quickInput } = vscode();
    await vscode().reload();
    await vscode().editors.open('long.csv');
    await vscode().command('Agent Assist Contacts: Resume Import…');
    await quickInput.wait('Choose an import');
    await quickInput.pick('long.csv → Support desk');
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 1,500 contacts to “Support desk”?');
    assert.match(detail, /1,000 created, 1,500 not sent\./);
    assert.ok(detail.includes(`Host: ${stream().host}`), detail);
    await dialog.press('Send');
    await poll('every contact', () => Promise.resolve(stream().contacts.length === 2500 ? true : undefined));
    assert.equal(new Set(stream().contacts.map(({ cellPhone }) => cellPhone.phoneNumber)).size, 2500);
    await poll('the page', async () => ((await counted('Created')).includes('2,500') ? true : undefined));
  });

  it('tells a second window which file is on its way to the stream already, though it asked before that began', async () => {
    const { dialog, notifications, page } = vscode();
    plan = () => waitLong;
    await send('twice.csv');
    await dialog.read();
    await vscode().inSecondWindow(async (second) => {
      await second.editors.open('copy.csv');
      await second.quickInput.command('Agent Assist Contacts: Send CSV to Stream (Import)…');
      await second.dialog.read();
      await page.bringToFront();
      await dialog.press('Send');
      await notifications.wait('The stream asks to wait');
      await second.toFront();
      await second.dialog.press('Send');
      await second.notifications.wait(
        'Nothing was sent: twice.csv is being sent to “Support desk” now. Wait for that import to end or cancel it, then try again.',
      );
    });
    await notifications.press('The stream asks to wait', 'Cancel');
    await notifications.wait('Cancelled. No contact was created.');
  });

  it('asks once when it is told to send twice, and again when another window was faster', async () => {
    const { dialog, page } = vscode();
    const before = stream().contacts.length;
    const all = (count: number) =>
      poll('the contacts', () => Promise.resolve(stream().contacts.length === before + count || undefined));
    await vscode().editors.open('double.csv');
    await page.locator('.editor-actions .codicon-cloud-upload').first().dblclick();
    await dialog.read();
    await vscode().inSecondWindow(async (second) => {
      await second.editors.open('double.csv');
      await second.quickInput.command('Agent Assist Contacts: Send CSV to Stream (Import)…');
      assert.doesNotMatch((await second.dialog.read()).detail, /has changed since you were asked/);
      await page.bringToFront();
      await dialog.press('Send');
      await all(5);
      await poll('the end', async () =>
        (await vscode().statusText(/\b5 contacts came back/)) ? true : undefined,
      );
      assert.equal(await dialog.isOpen(), false, 'nothing is asked a second time');
      const told = await vscode().notifications.all();
      assert.ok(!told.some((message) => message.includes('is being sent')), told.join('\n'));
      await second.toFront();
      await second.dialog.press('Send');
      const { message, detail } = await second.dialog.read();
      assert.equal(message, 'Every contact in this file is on “Support desk” already. Send them again?');
      assert.match(detail, /^Something changed after you answered\./);
      await second.dialog.press('Cancel');
    });
    await all(5);
  });

  it('lets one window at a time resume an import', async () => {
    const { dialog, notifications } = vscode();
    const before = stream().contacts.length;
    let imports = 0;
    plan = ({ call }) => (call === 'import' && ++imports === 2 ? waitLong : undefined);
    await send('halfway.csv');
    await dialog.press('Send');
    await notifications.press('The stream asks to wait', 'Cancel');
    await notifications.wait('Cancelled. 1,000 created, 500 not sent.');
    plan = () => undefined;
    await notifications.press('Cancelled.', 'Resume Import…');
    assert.equal((await dialog.read()).message, 'Send 500 contacts to “Support desk”?');
    await vscode().inSecondWindow(async (second) => {
      await second.editors.open('halfway.csv');
      await second.quickInput.command('Agent Assist Contacts: Send CSV to Stream (Import)…');
      await second.dialog.press('Send the Other 500 Rows');
      await second.notifications.wait('halfway.csv is being sent to “Support desk” now');
    });
    await dialog.press('Send');
    await poll('the contacts', () =>
      Promise.resolve(stream().contacts.length === before + 1500 || undefined),
    );
  });

  it('leaves out rows that an earlier import created', async () => {
    const { dialog, editors } = vscode();
    await editors.open('long.csv');
    await editors.goTo(2, 1);
    await editors.type('Very');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    const edited = await dialog.read();
    assert.equal(edited.message, 'Every contact in this file is on “Support desk” already. Send them again?');
    assert.match(edited.detail, /1 of these rows was edited after it was sent: same number, other values\./);
    await dialog.press('Cancel');
    await editors.goTo(2, 1);
    await editors.type('Nia,New,Mrs,7000000001,+91,+91\n');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    const { message, detail, buttons } = await dialog.read();
    assert.equal(message, 'Send 1 contact to “Support desk”?');
    assert.match(detail, /2,500 more rows are left out: earlier imports created them on this stream\./);
    assert.ok(
      buttons.includes('Send the Other Row') && buttons.includes('Send All 2,501 Rows'),
      buttons.join(),
    );
    await dialog.press('Cancel');
  });

  it('offers an import that was cut off with the machine, and finds out what became of it', async () => {
    const { dialog } = vscode();
    const before = stream().contacts.length;
    // The second batch is stored, and VS Code goes down before there is an answer.
    let batches = 0;
    plan = ({ call }) =>
      call === 'import' && ++batches === 2 ? { when: 'after', act: { kind: 'hang' } } : undefined;
    await send('cut-off.csv');
    await dialog.press('Send');
    await poll('the second batch', () =>
      Promise.resolve(stream().contacts.length === before + 2000 ? true : undefined),
    );
    await vscode().restart();
    plan = () => undefined;

    await vscode().editors.open('cut-off.csv');
    const words = await vscode().notifications.wait('was interrupted');
    assert.match(words, /cut-off\.csv → Support desk .*1,000 created, 1,000 unknown, 500 not sent\./);
    await vscode().screenshot('delivery-cut-off');
    await vscode().notifications.press('was interrupted', 'Resume Import…');
    const { message, detail } = await vscode().dialog.read(30_000);
    assert.equal(message, 'Send 500 contacts to “Support desk”?');
    assert.match(detail, /1,000 created, 1,000 found on the stream, 500 not sent\./);
    await vscode().screenshot('delivery-resume');
    await vscode().dialog.press('Send');
    await vscode().notifications.wait('1,500 created, 1,000 found on the stream');
    const numbers = stream().contacts.map(({ cellPhone }) => cellPhone.phoneNumber);
    assert.equal(numbers.length, before + 2500);
    assert.equal(new Set(numbers).size, numbers.length, 'no contact was created twice');
  });

  it('sends the rows without errors, and saves the others with the reason, ready to be fixed', async () => {
    const { dialog, notifications, quickInput, editors, session } = vscode();
    await send('mixed.csv');
    await notifications.press('1 of its 3 rows has errors', 'Send the Other 2 Rows…');
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 2 contacts to “Support desk”?');
    assert.match(detail, /Another column is sent too: “reason”\.\n\n1 row has errors and is held back/);
    await dialog.press('Send');
    await notifications.press('2 created, 1 not sent because of errors', 'Save the Rest as CSV…');
    await quickInput.accept();
    await editors.waitForActive('mixed.rest.csv');
    assert.equal(
      session.read('mixed.rest.csv'),
      `importError,${header},reason\n"firstName is empty.",,Doe,Mr,9876599999,+91,+91,mine\n`,
    );
    // Mended, it can be sent as it is: the reason is left out.
    await editors.goTo(2, '"firstName is empty.",'.length + 1);
    await editors.type('Ada');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    assert.match(
      (await dialog.read()).detail,
      /Another column is sent too: “reason”\.\nThe column importError is not sent\./,
    );
    await dialog.press('Send');
    await poll('the mended contact', () =>
      Promise.resolve(stream().contacts.some(({ firstName }) => firstName === 'Ada') ? true : undefined),
    );
  });

  it('looks for rows that got no answer, and never sends them by itself', async () => {
    const { dialog, notifications, problems } = vscode();
    const before = stream().contacts.length;
    // Processed, and then the connection breaks; nor can the list be read.
    const lost: Fault = { when: 'after', act: { kind: 'reset' } };
    const down: Fault = { when: 'before', act: { kind: 'status', status: 401 } };
    plan = ({ call }) => (call === 'import' ? lost : down);
    await send('unknown.csv');
    await dialog.press('Send');
    await notifications.wait('got no clear answer and may exist');
    const isFromStream = ({ code }: { readonly code: string }) => code.startsWith('stream.');
    const rows = await problems.wait('unknown.csv', (found) => found.filter(isFromStream).length === 3);
    assert.deepEqual(
      rows.filter(isFromStream).map(({ code, line }) => [code, line]),
      [
        ['stream.unknown', 2],
        ['stream.unknown', 3],
        ['stream.unknown', 4],
      ],
    );
    await vscode().screenshot('delivery-unknown');
    await problems.hide();

    plan = () => undefined;
    await notifications.press('got no clear answer and may exist', 'Resume Import…');
    await notifications.wait('3 found on the stream');
    assert.equal(stream().contacts.length, before + 3);
    assert.deepEqual(
      (await readGrid(vscode().webview)).rows.map((cells) => cells[1]),
      ['Found on stream', 'Found on stream', 'Found on stream'],
    );
  });

  it('sends rows that may exist only when it is told to, twice, where the stream cannot be searched', async () => {
    const { dialog, notifications } = vscode();
    const before = stream().contacts.length;
    const down: Fault = { when: 'before', act: { kind: 'status', status: 401 } };
    plan = ({ call }) => (call === 'import' ? { when: 'after', act: { kind: 'reset' } } : down);
    await send('anyway.csv');
    await dialog.press('Send');
    await notifications.wait('got no clear answer and may exist');
    plan = ({ call }) => (call === 'import' ? undefined : down);
    await notifications.press('got no clear answer and may exist', 'Resume Import…');
    const first = await dialog.read();
    assert.ok(!first.buttons.includes('Send'), first.buttons.join());
    await dialog.press('Send Unknown Rows Too…');
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 2 rows that may exist?');
    assert.ok(detail.includes(`Host: ${stream().host}`), detail);
    await vscode().screenshot('delivery-anyway');
    assert.equal(stream().contacts.length, before + 2);
    await dialog.press('Send Anyway');
    // They did exist: this is what the question warned of.
    await poll('the second contacts', () =>
      Promise.resolve(stream().contacts.length === before + 4 || undefined),
    );
  });

  it('finds the rows that are refused by themselves, and sends the others', async () => {
    const { dialog, notifications } = vscode();
    const before = stream().contacts.length;
    await send('refused.csv');
    await dialog.press('Send');
    await notifications.press('8 refused', 'Find the Refused Rows…');
    await dialog.press('Find the Refused Rows');
    // What was refused may be stored all the same, for as long as the stream may be at work: two minutes.
    await notifications.wait(/on the stream in 1\d\d s/);
    await vscode().screenshot('delivery-refused');
    if (isLong) {
      await notifications.wait('7 created, 1 refused', 240_000);
      assert.equal(stream().contacts.length, before + 7);
      return;
    }
    // Nothing is proven then, so nothing is sent.
    await notifications.follow(/on the stream in/, 'Skip');
    await notifications.wait('8 refused.');
    assert.equal(stream().contacts.length, before);
  });
});
