import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds, fullId } from '../../src/editor/commandIds';

const extensionId = 'agentassist-contacts.agentassist-contacts';

describe('commands', () => {
  before(async () => {
    await vscode.extensions.getExtension(extensionId)?.activate();
  });

  it('are all registered, and no other with this prefix', async () => {
    const registered = await vscode.commands.getCommands(true);
    // VS Code itself registers commands under the id of a view, such as the one that shows it.
    const ours = registered.filter((id) => /^agentassistContacts\.(?!imports\.)/.test(id));
    assert.deepEqual(ours.toSorted(), commandIds.map(fullId).toSorted());
  });
});

describe('activation', () => {
  it('comes with the first CSV', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'csv', content: '' });
    await vscode.window.showTextDocument(document);
    assert.equal(vscode.extensions.getExtension(extensionId)?.isActive, true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
