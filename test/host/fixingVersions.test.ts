import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyFix } from '../../src/editor/fixing/apply';
import { FixAction } from '../../src/editor/fixing/fixAction';
import { toWorkspaceEdit } from '../../src/editor/fixing/workspaceEdits';
import { openText } from './openText';

const never = new vscode.CancellationTokenSource().token;
const edits = [{ range: { start: 0, end: 1 }, text: 'X' }];

describe('a fix and the version it was made for', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is worked out while the text is the same', async () => {
    const document = await openText('abc');
    const action = new FixAction('Fix', vscode.CodeActionKind.QuickFix, document, () => edits);
    await action.resolve(never);
    assert.equal(action.edit?.get(document.uri)[0]?.newText, 'X');
  });

  it('is given up when the text was changed before it was chosen', async () => {
    const document = await openText('abc');
    const action = new FixAction('Fix', vscode.CodeActionKind.QuickFix, document, () => edits);
    await change(document);
    await action.resolve(never);
    assert.equal(action.edit, undefined);
  });

  it('is given up when the text is changed while it is worked out', async () => {
    const document = await openText('abc');
    const action = new FixAction('Fix', vscode.CodeActionKind.QuickFix, document, async () => {
      await change(document);
      return edits;
    });
    await action.resolve(never);
    assert.equal(action.edit, undefined);
  });

  it('is refused with words, and changes nothing, when it comes by a command', async () => {
    const document = await openText('abc');
    const { version } = document;
    await change(document);
    await assert.rejects(applyFix(document, version, edits), /Nothing was fixed: .* changed meanwhile/);
    assert.equal(document.getText(), '!abc');
  });

  it('makes one replacement of very many edits, of the smallest span', async () => {
    const document = await openText('a,'.repeat(5000));
    const many = Array.from({ length: 4998 }, (_, index) => ({
      range: { start: 2 + index * 2, end: 3 + index * 2 },
      text: 'b',
    }));
    const [only, ...others] = toWorkspaceEdit(document, many).get(document.uri);
    assert.deepEqual(others, []);
    assert.deepEqual([only?.range.start.character, only?.range.end.character], [2, 9997]);
    await applyFix(document, document.version, many);
    assert.equal(document.getText(), `a,${'b,'.repeat(4998)}a,`);
  });
});

async function change(document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), '!');
  assert.ok(await vscode.workspace.applyEdit(edit));
}
