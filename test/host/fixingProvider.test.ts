import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import { toDiagnostics } from '../../src/editor/checking/diagnostics';
import { FileFixes } from '../../src/editor/fixing/fileFixes';
import { FixProvider } from '../../src/editor/fixing/fixProvider';
import { FreshReports, type ReportSource } from '../../src/editor/fixing/freshReports';
import { checked } from '../support/checked';
import { openText } from './openText';

const text = `${contactColumns.join(',')}\nAsha,Rao,Mrs,9876543210,0091,+91\n`;
const settings = { checkFiles: () => ['**/*.csv'], checkRules: () => ({}) };
const never = new vscode.CancellationTokenSource().token;

/** A checker whose checks come to their end when the test says so. */
class SlowChecker implements ReportSource {
  begun = 0;
  private finish: (() => void) | undefined;

  constructor(private readonly known = false) {}

  reportOf(document: vscode.TextDocument) {
    return this.known ? checked(document.getText()) : undefined;
  }

  async checkNow(document: vscode.TextDocument) {
    this.begun++;
    const report = checked(document.getText());
    await new Promise<void>((resolve) => (this.finish = resolve));
    return report;
  }

  end(): void {
    this.finish?.();
  }
}

describe('the provider of fixes', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('names the markers that a fix is for', async () => {
    const document = await openText(text);
    const markers = toDiagnostics(document, checked(text));
    const actions = await ask(new SlowChecker(true), document, markers);
    assert.deepEqual(
      actions.map(({ diagnostics }) => diagnostics),
      actions.map(() => markers),
    );
  });

  it('waits for a check of the text as it is, one for all who ask', async () => {
    const document = await openText(text);
    const checker = new SlowChecker();
    const reports = new FreshReports(checker, settings);
    const both = Promise.all([reports.of(document), reports.of(document)]);
    checker.end();
    const [one, other] = await both;
    assert.equal(checker.begun, 1);
    assert.ok(one);
    assert.equal(one, other);
  });

  it('gives nothing when the text was changed while it was checked', async () => {
    const document = await openText(text);
    const checker = new SlowChecker();
    const pending = new FreshReports(checker, settings).of(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '!');
    assert.ok(await vscode.workspace.applyEdit(edit));
    checker.end();
    assert.equal(await pending, undefined);
  });

  it('checks no file that is left out', async () => {
    const document = await openText(text);
    const checker = new SlowChecker();
    const reports = new FreshReports(checker, { checkFiles: () => ['!**/*'] });
    assert.equal(await reports.of(document), undefined);
    assert.equal(checker.begun, 0);
  });
});

async function ask(
  checker: ReportSource,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  const phones = createPhoneNumbers();
  const provider = new FixProvider(
    new FreshReports(checker, settings),
    new FileFixes(() => Promise.resolve(phones), settings, { of: () => undefined }),
  );
  const place = document.positionAt(text.indexOf('0091'));
  const context = { diagnostics, only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke };
  return await provider.provideCodeActions(document, new vscode.Range(place, place), context, never);
}
