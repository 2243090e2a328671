import * as vscode from 'vscode';
import type { Checker } from '../checking/checker';
import { offerProblems } from '../checking/problemsView';
import { counted } from '../counted';
import { applyFix } from '../fixing/apply';
import type { FileFixes } from '../fixing/fileFixes';
import { workOut } from '../fixing/workOut';
import { chosenFiles, shownName } from '../files';
import { openSmallCsv } from '../checking/openCsv';
import type { Handler } from '../commandIds';
import { toast } from '../toast';

/** What Fix All came to: how many problems it fixed, and how many are left to the user. */
interface Fixed {
  readonly fixed: number;
  readonly left: number;
  /** Whether the file is checked as a contact list: nothing is fixed in another one. */
  readonly isList: boolean;
}

/** Fix All: everything that loses and invents nothing, in one undo step, and says how much it was and what is left. */
export function fixAll(checker: Pick<Checker, 'sheetOf' | 'checkNow'>, fixes: FileFixes): Handler {
  return async (...args) => {
    for (const uri of chosenFiles(args)) {
      const document = await openSmallCsv(uri);
      const done = await workOut(document, (signal) => fix(document, signal));
      if (done === undefined) return;
      // Not awaited, so that the next file is fixed meanwhile.
      void tell(document, done);
    }
  };

  async function fix(document: vscode.TextDocument, signal: AbortSignal): Promise<Fixed | undefined> {
    const { version } = document;
    const edits = await fixes.safe(checker.sheetOf(document), document.uri, signal);
    if (edits === undefined) return undefined;
    if (edits.length > 0) await applyFix(document, version, edits);
    const report = await checker.checkNow(document, { forSending: false });
    const isList = report?.codes['columns.none'] === undefined;
    const left = report === undefined ? 0 : report.counts.error + report.counts.warning;
    return { fixed: edits.length, left, isList };
  }
}

async function tell(document: vscode.TextDocument, { fixed, left, isList }: Fixed): Promise<void> {
  const file = shownName(document.uri);
  if (!isList) {
    await toast(
      'information',
      vscode.l10n.t('Nothing was fixed: {0} is not checked as a contact list.', file),
    );
    return;
  }
  const message = counted(
    vscode.l10n.t(
      '{fixed, plural, =0 {Nothing left to fix automatically} one {Fixed # problem} other {Fixed # problems}} in {file}. {left, plural, =0 {No problems are left.} one {# problem needs you.} other {# problems need you.}}',
    ),
    { file, fixed, left },
  );
  if (left === 0) await toast('information', message);
  else await offerProblems(document, message, 'information');
}
