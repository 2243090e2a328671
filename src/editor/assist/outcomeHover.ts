import * as vscode from 'vscode';
import type { RowOutcomes } from '../checking/rowOutcomes';
import { shownMoment } from '../counted';
import { outcomeLabel } from '../outcomeLabels';
import { plainText } from '../plainText';
import { escaped } from './escaped';

/** What became of the row under the pointer: outcome, stream, time, and the contact's id. */
export class OutcomeHover implements vscode.HoverProvider {
  constructor(private readonly outcomes: Pick<RowOutcomes, 'at'>) {}

  provideHover(document: vscode.TextDocument, { line }: vscode.Position): vscode.Hover | undefined {
    const row = this.outcomes.at(document, line);
    if (row === undefined) return undefined;
    const { at, stream } = row.record.begun;
    const parts = [
      stream.sandbox ? 'SANDBOX' : plainText(stream.name),
      shownMoment(new Date(at)),
      ...(row.id === '' ? [] : [vscode.l10n.t('ID {0}', row.id)]),
    ];
    const words = `**${escaped(outcomeLabel(row.outcome))}** — ${escaped(parts.join(' · '))}`;
    return new vscode.Hover(new vscode.MarkdownString(words));
  }
}
