import { click } from '../../e2e/support/click';
import { poll } from '../../e2e/support/poll';
import { readGrid } from '../../e2e/support/webview';
import type { Workbench } from '../../e2e/support/workbench';
import type { Station } from './station';
import { run, stay, stop } from './steps';

const steps = ['Open a contact list', 'Start the sandbox', 'Add your stream', 'Send the list'];

/** From the installed extension to the first list in the sandbox. */
export const newcomer: readonly Station[] = [
  stop('extension-page', async ({ window }) => {
    await window.command('Extensions: Show Installed Extensions');
    await click(window.page.locator('.extension-list-item', { hasText: 'Agent Assist Contacts' }).first());
    await window.page.locator('.extension-editor .header .name').waitFor();
    await window.page.locator('iframe.webview.ready').first().waitFor();
  }),
  stop('settings', async ({ window }) => {
    await window.command('Preferences: Open Settings (UI)');
    const box = window.page.locator('.settings-editor .suggest-input-container').first();
    await click(box);
    await window.page.keyboard.type('@ext:agentassist-contacts.agentassist-contacts');
    await window.page.locator('.setting-item-label', { hasText: 'Streams' }).first().waitFor();
  }),
  stop('view-empty', async ({ window }) => {
    await window.command('Explorer: Focus on Contact Imports View');
    await window.explorer.imports.locator('.monaco-button').first().waitFor();
  }),
  ...steps.map((title, index): Station => ({
    name: `walkthrough-${index + 1}`,
    go: async ({ window }) => {
      if (index === 0) {
        // Beside the side bar there would be no room for the pictures.
        await window.page.keyboard.press('Control+B');
        await window.command('Welcome: Open Walkthrough...');
        await window.quickInput.pick('Send contacts to Agent Assist');
      }
      const step = window.page.locator('.getting-started-step', { hasText: title });
      await step.waitFor();
      await poll(`the step ${title}`, async () => {
        if ((await step.getAttribute('aria-expanded')) === 'true') return true;
        await click(step);
        return undefined;
      });
    },
    ...(index < steps.length - 1 && { stays: true }),
  })),
  stop('palette', async ({ window }) => {
    await window.page.keyboard.press('Control+B');
    await window.page.keyboard.press('F1');
    await window.quickInput.type('>agent assist');
    await poll('commands', async () => ((await window.quickInput.items()).length > 5 ? true : undefined));
  }),
  stop('choose-csv', async ({ window }) => {
    await run(window, 'Send CSV to Stream (Import)…');
    await window.quickInput.wait('Choose a CSV');
  }),
  stay('new-contact-csv', async ({ window }) => {
    await run(window, 'New Contact CSV from Template');
    await window.editors.waitForActive('contacts.csv');
    await window.page.locator('.codelens-decoration').first().waitFor();
  }),
  stay('editor-menu', async ({ window }) => {
    await click(window.editors.text, { button: 'right' });
    await window.menus.shown();
  }),
  stay('choose-stream', async ({ window }) => {
    await window.page.keyboard.press('Escape');
    await run(window, 'Send CSV to Stream (Import)…');
    await window.quickInput.wait('No stream is set up yet');
  }),
  stay('confirm-sandbox', async ({ window }) => {
    await window.quickInput.pick('Try the Sandbox');
    await window.dialog.read();
  }),
  stay('results', async ({ window }) => {
    await window.dialog.press('Send');
    await readGrid(window.webview);
  }),
  stay('sandbox-stopped', async ({ window }) => {
    await run(window, 'Stop Sandbox');
    await window.notifications.wait('sandbox is stopped');
  }),
  stop('sandbox-started', async ({ window }) => {
    await window.notifications.clear();
    await run(window, 'Start Sandbox');
    await window.notifications.wait('The sandbox runs at');
  }),
  stay('practice', async ({ window }) => {
    await run(window, 'Try the Sandbox with Problems…');
    await window.dialog.read();
  }),
  stay('practice-started', async ({ window }) => {
    await window.dialog.press('Start Sandbox');
    await window.notifications.wait('The sandbox with problems is running');
  }),
  stop('practice-results', practise),
  stop('token-claims', async ({ window }) => {
    await run(window, 'Show Token Claims');
    await window.editors.waitForActive('Token Claims of Sandbox.json');
  }),
];

async function practise({ window }: { readonly window: Workbench }): Promise<void> {
  await window.notifications.press('The sandbox with problems is running', 'New Contact CSV');
  await window.editors.waitForActive('contacts.csv');
  await run(window, 'Send CSV to Stream (Import)…');
  await window.dialog.press('Send');
  await readGrid(window.webview);
}
