import * as vscode from 'vscode';
import { type CheckReport, keepable } from '../../core/checks';
import { type Decision, type IsHeld, type Pick, type Proposal, type Review, rowsIn } from '../../core/fixes';
import type { FileRules } from '../checking/fileRules';
import type { HeldBackRows } from '../checking/heldBack';
import { kindLabel } from '../checking/kindLabels';
import { counted, shownNumber } from '../counted';
import { applyFix } from './apply';
import type { FileFixes } from './fileFixes';
import { fixAllTitle } from './fixAllTitle';
import { offerUndo } from './offerUndo';
import { workOut } from './workOut';

/** Review: shows the fixes of values and rows, and the rows to be decided on, and does what its user leaves ticked. */
export class ReviewFixes {
  constructor(
    private readonly fixes: FileFixes,
    private readonly rules: FileRules,
    private readonly held: HeldBackRows,
  ) {}

  /** @param report of the document as it is now */
  async run(document: vscode.TextDocument, report: CheckReport): Promise<void> {
    const { uri, version } = document;
    const isHeld = this.isHeldIn(uri);
    const review = await workOut(document, (signal) => this.fixes.review(report, uri, isHeld, signal));
    if (review === undefined) return;
    const chosen = await ask(review);
    if (chosen === undefined) return;
    const picks = chosen.flatMap((item) => item.fix ?? []);
    const { text } = report.sheet.table;
    const edits = await workOut(document, (signal) => this.fixes.reviewed(text, uri, picks, signal));
    if (edits === undefined) return;
    if (edits.length > 0) await applyFix(document, version, edits);
    const toHold = new Set(chosen.flatMap((item) => item.decision ?? []));
    await this.decide(document, review.decisions, toHold);
  }

  /** Holds the rows of these decisions back, and keeps those of the others as they are. */
  private async decide(
    document: vscode.TextDocument,
    asked: readonly Decision[],
    toHold: ReadonlySet<Decision>,
  ): Promise<void> {
    const { uri } = document;
    const open =
      asked.length > 0
        ? await workOut(document, (signal) =>
            this.fixes.decisions(document.getText(), uri, this.isHeldIn(uri), signal),
          )
        : undefined;
    if (open === undefined) return;
    const ofThese = (isHeld: boolean) => {
      const kinds = new Set(asked.filter((one) => toHold.has(one) === isHeld).map(({ kind }) => kind));
      return open.decisions.filter(({ kind }) => kinds.has(kind));
    };
    const records = new Set(ofThese(true).flatMap((one) => one.records));
    const kept = ofThese(false);
    const values = kept.flatMap(({ findings }) => findings.flatMap((one) => keepable(one) ?? []));
    if (records.size > 0) this.held.set(uri, open.sheet, records, true);
    const undoKept = values.length > 0 ? await this.rules.keepValues(uri, values) : undefined;
    if (records.size === 0 && undoKept === undefined) return;
    const sent = rowsIn(
      kept.map((one) => ({ ...one, records: one.records.filter((record) => !records.has(record)) })),
    );
    offerUndo(decidedMessage(records.size, sent), async () => {
      if (records.size > 0) this.held.set(uri, open.sheet, records, false);
      await undoKept?.();
    });
  }

  isHeldIn(uri: vscode.Uri): IsHeld {
    return (sheet, record) => this.held.has(uri, sheet, record);
  }
}

interface Item extends vscode.QuickPickItem {
  readonly fix?: Pick;
  readonly decision?: Decision;
}

async function ask({ fixes, decisions }: Review): Promise<readonly Item[] | undefined> {
  const items: Item[] = fixes.toSorted((a, b) => Number(b.isAdvised) - Number(a.isAdvised)).map(fixItem);
  if (decisions.length > 0) {
    const kind = vscode.QuickPickItemKind.Separator;
    items.push({ label: vscode.l10n.t('Rows to decide on: cleared ones are sent as they are'), kind });
    items.push(...decisions.map(decisionItem));
  }
  return await vscode.window.showQuickPick(items, {
    title: fixes.length > 0 ? vscode.l10n.t('Review Fixes') : vscode.l10n.t('Decide on Rows'),
    placeHolder: vscode.l10n.t('Clear what you do not want, then press Enter'),
    canPickMany: true,
  });
}

function fixItem({ code, kind, count, isAdvised }: Proposal): Item {
  return {
    label: fixAllTitle(kind, code),
    description: shownNumber(count),
    picked: isAdvised,
    fix: { code, kind },
  };
}

function decisionItem(decision: Decision): Item {
  const count = decision.records.length;
  return {
    label: counted(
      vscode.l10n.t('{count, plural, one {Hold # row back: {kind}} other {Hold # rows back: {kind}}}'),
      { count, kind: kindLabel(decision.kind) },
    ),
    picked: true,
    decision,
  };
}

function decidedMessage(held: number, asTheyAre: number): string {
  if (asTheyAre === 0)
    return counted(
      vscode.l10n.t(
        '{count, plural, one {# row is held back until you edit it.} other {# rows are held back until you edit them.}}',
      ),
      { count: held },
    );
  if (held === 0)
    return counted(
      vscode.l10n.t('{count, plural, one {# row is sent as it is.} other {# rows are sent as they are.}}'),
      { count: asTheyAre },
    );
  return counted(
    vscode.l10n.t(
      '{held, plural, one {# row is held back until you edit it.} other {# rows are held back until you edit them.}} {sent, plural, one {# row is sent as it is.} other {# rows are sent as they are.}}',
    ),
    { held, sent: asTheyAre },
  );
}
