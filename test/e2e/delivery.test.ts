import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import type { Fault, FaultPlan } from '../support/sandbox';
import { isLong } from '../support/long';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { streamSettings, useStream } from './support/stream';
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
      // With a column of the user's own, which leaves.
      'mixed.csv': `${list(2, 10_000)},Doe,Mr,9876599999,+91,+91\n`
        .replace(/\n/g, ',mine\n')
        .replace('mine', 'reason'),
      'unknown.csv': list(3, 20_000),
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
    await vscode().command('Contacts: Send CSV to Stream…');
  }

  /** What the page's head counts. */
  async function counted(label: string): Promise<string> {
    const count = vscode().webview.locator('.count', { hasText: label }).first();
    return (await count.innerText()).replace(/\s+/g, ' ').trim();
  }

  it('shows the plan, waits when the stream asks to, and ends after the request in flight when it is cancelled', async () => {
    const { quickInput, dialog, notifications } = vscode();
    const wait: Fault = {
      when: 'before',
      act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
    };
    plan = ({ call, number }) => (call === 'import' && number === 1 ? wait : undefined);
    await send('long.csv');
    await quickInput.wait('Where shall contacts go?');
    await quickInput.pick('Support desk');
    await quickInput.wait('Client Secret');
    await quickInput.enter(secret);
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 2,500 contacts to “Support desk”?');
    assert.match(detail, /Rows: 2,500\nRequests: 3, about a minute\nStream: Support desk/);
    await dialog.press('Send');

    await notifications.wait('The stream asks to wait');
    await vscode().screenshot('delivery-waiting');
    await notifications.press('The stream asks to wait', 'Cancel');
    assert.match(await notifications.wait('Cancelled.'), /Rows: 1,000 created, 1,500 not sent\./);
    assert.match(await counted('Not sent'), /1,500/);
    await vscode().screenshot('delivery-cancelled');
    assert.equal(stream().contacts.length, 1000);
  });

  it('goes on after a reload with exactly the rows that are left', async () => {
    const { dialog, quickInput } = vscode();
    await vscode().reload();
    await vscode().editors.open('long.csv');
    await vscode().command('Contacts: Resume Import…');
    await quickInput.wait('Which import?');
    await quickInput.pick('long.csv → Support desk');
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 1,500 contacts to “Support desk”?');
    assert.match(detail, /Rows: 1,000 created, 1,500 not sent\./);
    assert.ok(detail.includes(`Host: ${stream().host}`), detail);
    await dialog.press('Send');
    await poll('every contact', () => Promise.resolve(stream().contacts.length === 2500 ? true : undefined));
    assert.equal(new Set(stream().contacts.map(({ cellPhone }) => cellPhone.phoneNumber)).size, 2500);
    await poll('the page', async () => ((await counted('Created')).includes('2,500') ? true : undefined));
  });

  it('tells a second window that the file is on its way already', async () => {
    const { dialog, notifications } = vscode();
    plan = () => ({
      when: 'before',
      act: { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
    });
    await send('twice.csv');
    await dialog.press('Send');
    await notifications.wait('The stream asks to wait');
    await vscode().inSecondWindow(async (second) => {
      await second.editors.open('twice.csv');
      await second.quickInput.command('Contacts: Send CSV to Stream…');
      await second.dialog.press('Send');
      await second.notifications.wait(
        'twice.csv is being sent to “Support desk” at this moment, perhaps from another window.',
      );
    });
    await notifications.press('The stream asks to wait', 'Cancel');
    await notifications.wait('Cancelled. No contact was created.');
  });

  it('leaves out rows that an earlier import created', async () => {
    const { dialog, editors } = vscode();
    await editors.open('long.csv');
    await editors.goTo(2, 1);
    await editors.type('Very');
    await vscode().command('Contacts: Send CSV to Stream…');
    const { message, detail, buttons } = await dialog.read();
    assert.equal(message, 'Send 1 contact to “Support desk”?');
    assert.match(detail, /2,499 further rows are on this stream already/);
    assert.ok(buttons.includes('Send the Other 1') && buttons.includes('Send All 2,500'), buttons.join());
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
    const words = await vscode().notifications.wait('was cut off');
    assert.match(words, /cut-off\.csv → Support desk .*Rows: 1,000 created, 1,000 unknown, 500 not sent\./);
    await vscode().screenshot('delivery-cut-off');
    await vscode().notifications.press('was cut off', 'Resume Import…');
    assert.equal((await vscode().dialog.read()).message, 'Look for 1,000 unknown rows on the stream?');
    await vscode().dialog.press('Look Them Up');
    const { message, detail } = await vscode().dialog.read(30_000);
    assert.equal(message, 'Send 500 contacts to “Support desk”?');
    assert.match(detail, /Rows: 1,000 created, 1,000 found on the stream, 500 not sent\./);
    await vscode().screenshot('delivery-resume');
    await vscode().dialog.press('Send');
    await vscode().notifications.wait('1,500 created, 1,000 found on the stream');
    const numbers = stream().contacts.map(({ cellPhone }) => cellPhone.phoneNumber);
    assert.equal(numbers.length, before + 2500);
    assert.equal(new Set(numbers).size, numbers.length, 'no contact was created twice');
  });

  it('sends the rows without errors, and saves the others with the reason, ready to be mended', async () => {
    const { dialog, notifications, quickInput, editors, session } = vscode();
    await send('mixed.csv');
    await notifications.press('1 of its 3 rows has errors', 'Send the Other 2 Rows…');
    const { message, detail } = await dialog.read();
    assert.equal(message, 'Send 2 contacts to “Support desk”?');
    assert.match(detail, /Another column is sent too: “reason”\.\n\n1 row has errors and is held back/);
    await dialog.press('Send');
    await notifications.press('2 created, 1 not sent', 'Save the Rest as CSV…');
    await quickInput.accept();
    await editors.waitForActive('mixed.rest.csv');
    assert.equal(
      session.read('mixed.rest.csv'),
      `importError,${header},reason\n"firstName is empty.",,Doe,Mr,9876599999,+91,+91,mine\n`,
    );
    // Mended, it can be sent as it is: the reason is left out.
    await editors.goTo(2, '"firstName is empty.",'.length + 1);
    await editors.type('Ada');
    await vscode().command('Contacts: Send CSV to Stream…');
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
    await notifications.wait('may have been created all the same');
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
    await notifications.press('may have been created all the same', 'Resume Import…');
    assert.equal((await dialog.read()).message, 'Look for 3 unknown rows on the stream?');
    await dialog.press('Look Them Up');
    await notifications.wait('3 found on the stream');
    assert.equal(stream().contacts.length, before + 3);
    assert.deepEqual(
      (await readGrid(vscode().webview)).rows.map((cells) => cells[1]),
      ['Present', 'Present', 'Present'],
    );
  });

  it('finds the rows that are refused by themselves, and sends the others', async () => {
    const { dialog, notifications } = vscode();
    const before = stream().contacts.length;
    await send('refused.csv');
    await dialog.press('Send');
    await notifications.press('8 refused', 'Find the Refused Rows…');
    await dialog.press('Find Them');
    // What was refused may be stored all the same, for as long as the stream may be at work: two minutes.
    await notifications.wait(/on the stream once more in 1\d\d s/);
    await vscode().screenshot('delivery-refused');
    if (isLong) {
      await notifications.wait('7 created, 1 refused', 240_000);
      assert.equal(stream().contacts.length, before + 7);
      return;
    }
    await notifications.press(/on the stream once more in/, 'Cancel');
    await notifications.wait('Cancelled');
    assert.equal(stream().contacts.length, before);
  });
});
