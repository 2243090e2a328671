import * as vscode from 'vscode';
import type { RuleNeeds } from '../../core/checks';
import type { CommandId, Handler } from '../commandIds';
import type { Settings } from '../settings';
import type { Answers } from '../checking/listAnswers';
import type { FileRules } from '../checking/fileRules';
import type { HeldBackRows } from '../checking/heldBack';
import { changeReporting } from './changeReporting';
import { applyChosenFix } from './chosenFix';
import { CommandProvider } from './commandProvider';
import { FileFixes } from './fileFixes';
import { FixProvider, providedKinds } from './fixProvider';
import { FreshReports, type ReportSource } from './freshReports';
import { explainNumber } from './lostNumber';
import { convertEncoding } from './convertEncoding';
import { takeStep } from './takeStep';
import { ReviewFixes } from './review';
import { holdRowBack, keepAsIs } from './rowAnswers';

/** The light bulb of contact documents, with what its entries run. */
export interface RegisteredFixes {
  /** What the command that fixes whole files needs. */
  readonly files: FileFixes;
  readonly commands: Readonly<Record<FixCommand, Handler>>;
  dispose(): void;
}

type FixCommand = Extract<
  CommandId,
  | 'applyFix'
  | 'explainNumber'
  | 'convertEncoding'
  | 'changeReporting'
  | 'holdRowBack'
  | 'keepAsIs'
  | 'takeStep'
>;

/** Puts fixes behind the light bulb of every document that the checker checks, whatever its language. */
export function registerFixes(
  checker: ReportSource,
  settings: Settings,
  rules: FileRules,
  held: HeldBackRows,
  answers: Answers,
  loadPhones: () => Promise<RuleNeeds['phones']>,
): RegisteredFixes {
  const reports = new FreshReports(checker, rules);
  const files = new FileFixes(loadPhones, rules, answers);
  // Any document may be named by `check.files`; one that is not checked is answered at once, with nothing.
  // VS Code lists the entries of the provider that came last first.
  const registration = vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider('*', new CommandProvider(reports, held), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.languages.registerCodeActionsProvider('*', new FixProvider(reports, files), {
      providedCodeActionKinds: providedKinds,
    }),
  );
  return {
    files,
    commands: {
      applyFix: applyChosenFix(reports, files),
      explainNumber: explainNumber(reports),
      convertEncoding: convertEncoding(),
      changeReporting: changeReporting(settings, rules),
      holdRowBack: holdRowBack(reports, held),
      keepAsIs: keepAsIs(reports, rules),
      takeStep: takeStep(reports, files, new ReviewFixes(files, rules, held)),
    },
    dispose: () => void registration.dispose(),
  };
}
