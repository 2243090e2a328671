import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contactColumns } from '../../src/core/contact/columns';
import { OutcomeMarks, type MarkedOutcome } from '../../src/core/delivery';
import { HeaderLenses } from '../../src/editor/assist/codeLens';
import { OutcomeHover } from '../../src/editor/assist/outcomeHover';
import { summaryMessage } from '../../src/editor/sending/outcomeMessages';
import { checked } from '../support/checked';

const text = `${contactColumns.join(',')}\nAsha,Rao,Mr,9876543210,+91,+91\nBen,Doe,Mr,9876543211,+91,+91\n`;
const row = (line: number, outcome: MarkedOutcome) => ({
  ...{ first: line, last: line, lastLength: 3, outcome, told: 0, place: line - 1 },
});

describe('a row that was found under another name', () => {
  it('is told apart from those that were found, by lens, hover and message', async () => {
    const document = await vscode.workspace.openTextDocument({ content: text });
    const marks = new OutcomeMarks([row(1, 'present'), row(2, 'otherName')]);
    const report = checked(text);
    const lenses = new HeaderLenses(
      { latest: () => report } as never,
      { selected: undefined },
      { marksOf: () => marks },
      { has: () => false },
      [],
    );
    const [first] = lenses.provideCodeLenses(document);
    lenses.dispose();
    assert.equal(first?.command?.title, '2 rows · 1 found under another name');

    const begun = { at: '2026-01-01T10:00:00.000Z', stream: { name: 'Support' } };
    const hover = new OutcomeHover({
      at: (_, line) => ({ ...marks.at(line), record: { begun }, id: '' }) as never,
    });
    const wordsAt = (line: number) => {
      const [words] = hover.provideHover(document, new vscode.Position(line, 0))?.contents ?? [];
      return (words as vscode.MarkdownString).value;
    };
    assert.match(wordsAt(1), /^\*\*Found on the stream\*\*/);
    assert.match(wordsAt(2), /^\*\*Found under another name: may be another person\*\*/);

    const counts = { created: 1, notReturned: 0, refused: 0, unknown: 0, present: 2, absent: 0, notSent: 0 };
    assert.equal(
      summaryMessage({ ...counts, otherNames: 1 }),
      '1 created, 1 found on the stream, 1 found under another name.',
    );
  });
});
