import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Starts the extension; the first CSV would too, but is asked for fixes before it has. */
export async function activate(): Promise<void> {
  await vscode.extensions.getExtension('agentassist-contacts.agentassist-contacts')?.activate();
}

interface Where {
  /** The last occurrence, not the first. */
  readonly last?: boolean | undefined;
  readonly kind?: vscode.CodeActionKind;
}

/** What is offered at the start of a piece of the text, edits worked out. */
export async function actionsAt(
  document: vscode.TextDocument,
  at: string,
  { last = false, kind = vscode.CodeActionKind.QuickFix }: Where = {},
): Promise<readonly vscode.CodeAction[]> {
  const text = document.getText();
  const offset = last ? text.lastIndexOf(at) : text.indexOf(at);
  assert.ok(offset >= 0, `“${at}” is not in the text`);
  const place = document.positionAt(offset);
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(place, place),
    kind.value,
    100,
  );
}

/** Does what VS Code does when the action with this title is chosen: makes its edit, or runs its command. */
export async function apply(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = find(actions, title);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  else await runCommand(action);
}

/** The action with this title. */
export function find(actions: readonly vscode.CodeAction[], title: string): vscode.CodeAction {
  const action = actions.find((offered) => offered.title === title);
  assert.ok(action, `${title} is not among ${JSON.stringify(actions.map((offered) => offered.title))}`);
  return action;
}

/** Runs the command of an action, as VS Code does when it is chosen. */
export async function runCommand({ command }: vscode.CodeAction): Promise<void> {
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}
