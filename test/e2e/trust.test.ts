import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
import { click } from './support/click';
import { useWorkbench } from './support/hooks';

describe('a workspace that is not trusted', () => {
  const vscode = useWorkbench(() => ({
    trust: true,
    files: {
      'contacts.csv': `${contactColumns.join(',')}\nAsha,,Mrs,9876543210,+91,+91\n`,
      '.vscode/settings.json': JSON.stringify({
        'agentassistContacts.check.rules': { 'value.required': 'off' },
      }),
    },
    settings: { 'security.workspace.trust.startupPrompt': 'never' },
  }));

  it('is checked by the user’s own rules, and sends nothing', async () => {
    const { editors, explorer, notifications, dialog, quickInput, page } = vscode();
    await editors.open('contacts.csv');
    await editors.waitForSquiggles('error');
    // Nothing offers it but the menus of the file, which tell why not.
    const send = 'Send CSV to Stream (Import)…';
    assert.ok((await quickInput.commands('Agent Assist Contacts: ')).length > 3);
    assert.equal((await quickInput.commands(send)).filter((title) => title.endsWith(send)).length, 0);
    assert.equal(await page.locator('.editor-actions .codicon-cloud-upload').count(), 0);
    await explorer.choose('contacts.csv', send);
    await notifications.wait('Trust this workspace to send contacts');
    assert.deepEqual(await notifications.buttons('Trust this workspace'), ['Manage Workspace Trust']);
    assert.equal(await dialog.isOpen(), false);
    await notifications.press('Trust this workspace', 'Manage Workspace Trust');
    await page.locator('.workspace-trust-editor').waitFor();
    await click(page.locator('.workspace-trust-buttons-row .monaco-button', { hasText: 'Trust' }).first());
    await editors.open('contacts.csv');
    await page.locator('.editor-actions .codicon-cloud-upload').first().waitFor();
  });
});
