import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { RowPaste } from '../../src/editor/assist/pasteRows';
import { checked } from '../support/checked';
import { openHidden } from './openText';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const row = '"Asha\nDevi",Rao,Mrs,9876543210,+91,+91';
const cells = 'Ben\tDoe\tMr\t9876543211\t+91\t+91';
const pasted = 'Ben,Doe,Mr,9876543211,+91,+91';

describe('cells pasted as contact rows', () => {
  async function editAt(line: number, character: number) {
    const content = `${header}\n${row}\n\nCleo,Ray,Mrs,9876543212,+91,+91\n`;
    const document = await openHidden(content);
    const report = checked(content);
    const provider = new RowPaste({ lastReportOf: () => report });
    const data = new vscode.DataTransfer();
    data.set('text/plain', new vscode.DataTransferItem(cells));
    const position = new vscode.Position(line, character);
    const edits = await provider.provideDocumentPasteEdits(
      document,
      [new vscode.Range(position, position)],
      data,
    );
    const [edit] = edits ?? [];
    const below = edit?.additionalEdit?.entries().flatMap(([, changes]) => changes) as
      readonly vscode.TextEdit[] | undefined;
    return {
      text: edit?.insertText,
      below: below?.map(({ range, newText }) => [range.start.line, range.start.character, newText]),
      yields: edit?.yieldTo?.map(({ value }) => value),
    };
  }

  it('are the default on an empty line and at the end', async () => {
    assert.deepEqual(await editAt(3, 0), { text: pasted, below: undefined, yields: undefined });
    assert.deepEqual(await editAt(5, 0), { text: `${pasted}\n`, below: undefined, yields: undefined });
  });

  it('come below the row elsewhere, where text is the default', async () => {
    const below = [[2, 32, `\n${pasted}`]];
    assert.deepEqual(await editAt(1, 3), { text: '', below, yields: ['text'] });
  });
});
