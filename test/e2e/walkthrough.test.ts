import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { builtVsix } from './support/builtVsix';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';
import { poll } from './support/poll';
import { readGrid } from './support/webview';

const prefix = 'Agent Assist Contacts: ';

describe('the first hour', () => {
  // Just installed, in a profile of its own: a step is ticked once.
  const vscode = useWorkbench(async () => ({ vsix: [await builtVsix()] }));

  const commands = async (text: string) =>
    (await vscode().quickInput.commands(text))
      .filter((title) => title.startsWith(prefix))
      .map((title) => title.slice(prefix.length));

  it('finds in the palette what can be done, by the words one would type', async () => {
    const offers = (word: string, title: string) =>
      poll(`${title} by ${word}`, async () => ((await commands(word)).includes(title) ? true : undefined));
    for (const word of ['agent assist', 'contacts', 'csv', 'import']) {
      await offers(word, 'Send CSV to Stream (Import)…');
    }
    await offers('template', 'New Contact CSV from Template');
    const stream = await commands(`${prefix}Stream`);
    for (const title of ['Edit Stream…', 'Remove Stream…', 'Stop Sandbox']) {
      assert.ok(!stream.includes(title), title);
    }
    assert.deepEqual(await commands('Fix All Auto-Fixable'), []);
  });

  it('leads by the mouse alone from the walkthrough to a list that was sent, and ticks what happened', async () => {
    const { page, quickInput, dialog, editors, notifications } = vscode();
    const step = (title: string) => page.locator('.getting-started-step', { hasText: title });
    const isDone = (title: string) =>
      step(title).locator('[role=checkbox][aria-checked=true]').waitFor({ timeout: 20_000 });
    const isOpen = async (title: string) => {
      if ((await step(title).getAttribute('aria-expanded')) !== 'true') await click(step(title));
    };
    const press = async (title: string, button: string) => {
      await isOpen(title);
      await click(step(title).locator('.monaco-button', { hasText: button }).first());
    };
    const back = async () => click(tab(page.locator('.tab'), /Walkthrough|Welcome/));

    await vscode().command('Welcome: Open Walkthrough...');
    await quickInput.pick('Send contacts to Agent Assist');
    await press('Open a contact list', 'New Contact CSV');
    await editors.waitForActive('contacts.csv');
    await back();
    await isDone('Open a contact list');

    // What was not done is not ticked.
    await press('Add your stream', 'Add Stream…');
    await quickInput.wait('Add Stream');
    await quickInput.cancel();
    await press('Start the sandbox', 'Start Sandbox');
    await notifications.wait('The sandbox runs at');
    await isDone('Start the sandbox');
    await notifications.clear();

    // The walkthrough is in front: the list is one of those to choose from.
    await press('Send the list', 'Send CSV to Stream…');
    await quickInput.wait('Choose a CSV');
    assert.deepEqual(await quickInput.items(), ['contacts.csv', 'New Contact CSV', 'Open File…']);
    await quickInput.pick('contacts.csv');
    assert.equal((await dialog.read()).message, 'Send 2 contacts to the SANDBOX?');
    await dialog.press('Send');
    assert.equal((await readGrid(vscode().webview)).rows.length, 2);
    await back();
    await isDone('Send the list');
    assert.equal(await step('Add your stream').locator('[aria-checked=true]').count(), 0);

    // By now more can be done.
    await click(tab(page.locator('.tab'), 'contacts.csv'));
    assert.ok((await commands('Stop Sandbox')).includes('Stop Sandbox'));
    assert.ok((await commands('Fix All Auto-Fixable')).includes('Fix All Auto-Fixable Problems'));
  });
});

describe('a walkthrough that is opened after the work', () => {
  const vscode = useWorkbench(async () => ({ vsix: [await builtVsix()] }));

  it('has a tick at each step that was taken, and at no other', async () => {
    const { page, quickInput, dialog, editors } = vscode();
    await vscode().command(`${prefix}New Contact CSV from Template`);
    await editors.waitForActive('contacts.csv');
    await vscode().command(`${prefix}Send CSV to Stream (Import)…`);
    await quickInput.pick('Try the Sandbox');
    await dialog.press('Send');
    await readGrid(vscode().webview);
    await vscode().command('Welcome: Open Walkthrough...');
    await quickInput.pick('Send contacts to Agent Assist');
    const isDone = (title: string) =>
      page
        .locator('.getting-started-step', { hasText: title })
        .locator('[role=checkbox][aria-checked=true]')
        .waitFor({ timeout: 20_000 });
    for (const title of ['Open a contact list', 'Start the sandbox', 'Send the list']) await isDone(title);
    await vscode().screenshot('walkthrough-after');
    assert.equal(await page.locator('.getting-started-step [aria-checked=true]').count(), 3);
  });
});

function tab(tabs: Locator, label: string | RegExp): Locator {
  return tabs.filter({ hasText: label }).first();
}
