import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as vscode from 'vscode';
import type { CheckOptions, CheckReport } from '../../src/core/checks/check';
import { contactColumns } from '../../src/core/contact/columns';
import { createPhoneNumbers } from '../../src/core/contact/phone';
import type { TextChange } from '../../src/core/csv/blockText';
import { WatchedDocument } from '../../src/editor/checking/watchedDocument';
import { checked } from '../support/checked';
import { anyEdit, type Edit } from '../support/edits';
import { finished } from '../support/finished';
import { isLong } from '../support/long';
import { openText } from './openText';

const pieces = [
  'Asha,Rao,Mrs,9876543210,+91,+91\n',
  'Ravi,"Iyer, R",Mr,9812345678,+91,+91\n',
  'Asha,Rao,Mrs,+919876543210,0091,\n',
  '\n',
  '\r\n',
  '\r',
  '"',
  ',',
  ';',
  '9876543210',
  '😀',
];
const options: CheckOptions = { phones: createPhoneNumbers(), settings: {}, limit: 1000 };

/** What the editor can be asked for: a change of the text, in one or several places, or one of its own commands. */
const event = fc.oneof(
  { weight: 12, arbitrary: anyEdit(pieces) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.constantFrom(vscode.EndOfLine.LF, vscode.EndOfLine.CRLF) },
);

describe('a check that follows a document', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('finds after every edit, undo, redo and change of line ends what a check of the whole text finds', async function () {
    this.timeout(120_000);
    const row = pieces[0] ?? '';
    const content = `${contactColumns.join(',')}\n${row.repeat(400)}`;
    const document = await openText(content);
    const editor = await vscode.window.showTextDocument(document);
    const watched = new WatchedDocument(document);
    const listener = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document) watched.follow(change.contentChanges);
    });
    try {
      let changes = 0;
      for (const [step, what] of fc.sample(event, { numRuns: isLong ? 200 : 60, seed: 5 }).entries()) {
        const { version } = document;
        await happen(editor, what);
        if (document.version !== version) changes++;
        const live = watched.check(options);
        finished(live.work());
        assert.deepEqual(
          told(live.report()),
          told(checked(document.getText(), options)),
          `step ${step}: ${typeof what === 'function' ? 'an edit' : String(what)}`,
        );
      }
      assert.ok(changes > (isLong ? 130 : 40), `only ${changes} of them changed something`);
    } finally {
      listener.dispose();
    }
  });
});

async function happen(
  editor: vscode.TextEditor,
  what: Edit | 'undo' | 'redo' | vscode.EndOfLine,
): Promise<void> {
  const { document } = editor;
  if (what === 'undo' || what === 'redo') await vscode.commands.executeCommand(what);
  else if (typeof what === 'function') await replace(editor, apart(what(document.getText())));
  else await editor.edit((builder) => builder.setEndOfLine(what));
}

async function replace(editor: vscode.TextEditor, changes: readonly TextChange[]): Promise<void> {
  const { document } = editor;
  await editor.edit((builder) => {
    for (const { start, end, text } of changes) {
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  });
}

/** Those that can be one edit: an editor takes places of the text as it is, apart from each other. */
function apart(changes: readonly TextChange[]): readonly TextChange[] {
  return changes.filter(({ end }, at) => changes.slice(0, at).every(({ start }) => end < start));
}

function told(report: CheckReport | undefined) {
  assert.ok(report);
  const { rows, findings, counts, pending, sheet } = report;
  return { rows, findings, counts, pending, headers: sheet.headers, delimiter: sheet.table.delimiter };
}
