import assert from 'node:assert/strict';
import { contactColumns } from '../../src/core/contact/columns';
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
    const { editors, notifications, dialog } = vscode();
    await editors.open('contacts.csv');
    await editors.waitForSquiggles('error');
    await vscode().command('Agent Assist Contacts: Send CSV to Stream (Import)…');
    await notifications.wait('Trust this workspace to send contacts');
    assert.deepEqual(await notifications.buttons('Trust this workspace'), ['Manage Workspace Trust']);
    assert.equal(await dialog.isOpen(), false);
  });
});
