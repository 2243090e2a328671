import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks';
import { headerMend, nextStep, possibleIn, type Pick, type TextEdit } from '../../core/fixes';
import { openSmallCsv } from '../checking/openCsv';
import { fullId, showProblemsId, type CommandId, type Handler } from '../commandIds';
import { chosenFiles } from '../files';
import { applyFix } from './apply';
import { askValue } from './askValue';
import type { FileFixes } from './fileFixes';
import type { FreshReports } from './freshReports';
import type { ReviewFixes } from './review';
import { workOut } from './workOut';

/** Take the Next Step: does what the file needs first, see `nextStep`. The line above the header leads here. */
export function takeStep(reports: FreshReports, fixes: FileFixes, review: ReviewFixes): Handler {
  return async (...args) => {
    for (const uri of chosenFiles(args)) {
      const document = await openSmallCsv(uri);
      const { version } = document;
      const report = await reports.of(document);
      if (report === undefined) continue;
      const edits = await editsFor(document, report, fixes, review);
      if (edits !== undefined && edits.length > 0) await applyFix(document, version, edits);
    }
  };
}

/** What is the next step; `undefined` when it is no edit, and is done then, or when the user gives up. */
async function editsFor(
  document: vscode.TextDocument,
  report: CheckReport,
  fixes: FileFixes,
  review: ReviewFixes,
): Promise<readonly TextEdit[] | undefined> {
  const { uri } = document;
  const text = document.getText();
  const picked = async (picks: readonly Pick[] | undefined) =>
    picks && (await workOut(document, (signal) => fixes.picked(text, uri, picks, signal)));
  const step = nextStep(report.codes, possibleIn(report, !document.isUntitled, review.isHeldIn(uri)));
  switch (step) {
    case 'layout':
    case 'quotes':
      return await workOut(document, (signal) => fixes.structure(text, uri, step, signal));
    case 'header':
      return await picked(await headerPicks(document, report));
    case 'review':
      await review.run(document, report);
      return undefined;
    case 'encoding':
      await run('convertEncoding', uri.toString());
      return undefined;
    case 'safe':
      await run('fixAll', uri);
      return undefined;
    case 'goodRows':
      await run('sendGoodRows', uri);
      return undefined;
    case 'send':
      await run('sendCsv', uri);
      return undefined;
    case 'problems':
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand(showProblemsId);
      return undefined;
  }
}

async function headerPicks(
  { uri }: vscode.TextDocument,
  report: CheckReport,
): Promise<readonly Pick[] | undefined> {
  const mend = headerMend(report);
  if (mend === 'map') {
    await run('mapColumns', uri);
    return undefined;
  }
  const { picks, asks } = mend;
  if (asks === undefined) return picks;
  const answer = await askValue(asks);
  return answer === undefined
    ? undefined
    : picks.map((pick) => (pick.kind === 'fillColumn' ? { ...pick, answer } : pick));
}

async function run(command: CommandId, ...args: unknown[]): Promise<void> {
  await vscode.commands.executeCommand(fullId(command), ...args);
}
