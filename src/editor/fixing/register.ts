import * as vscode from 'vscode';
import type { RuleNeeds } from '../../core/checks/rule';
import type { CommandId, Handler } from '../commandIds';
import type { Settings } from '../settings';
import { applyAskingFix } from './askingFix';
import { CommandProvider } from './commandProvider';
import { leaveFileOut, turnOffRule } from './checkSettings';
import { FileFixes } from './fileFixes';
import { FixProvider, providedKinds } from './fixProvider';
import { FreshReports, type ReportSource } from './freshReports';
import { explainNumber } from './lostNumber';
import { convertEncoding } from './convertEncoding';

/** The light bulb of contact documents, with what its entries run. */
export interface RegisteredFixes {
  /** What the command that fixes whole files needs. */
  readonly files: FileFixes;
  readonly commands: Readonly<Record<FixCommand, Handler>>;
  dispose(): void;
}

type FixCommand = Extract<
  CommandId,
  'applyFix' | 'explainNumber' | 'convertEncoding' | 'turnOffRule' | 'leaveFileOut'
>;

/** Puts fixes behind the light bulb of every document that the checker checks, whatever its language. */
export function registerFixes(
  checker: ReportSource,
  settings: Settings,
  loadPhones: () => Promise<RuleNeeds['phones']>,
): RegisteredFixes {
  const reports = new FreshReports(checker, settings);
  const files = new FileFixes(loadPhones, settings);
  // Any document may be named by `check.files`; one that is not checked is answered at once, with nothing.
  // VS Code lists the entries of the provider that came last first.
  const registration = vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider('*', new CommandProvider(reports), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.languages.registerCodeActionsProvider('*', new FixProvider(reports, files), {
      providedCodeActionKinds: providedKinds,
    }),
  );
  return {
    files,
    commands: {
      applyFix: applyAskingFix(reports, files),
      explainNumber: explainNumber(reports),
      convertEncoding: convertEncoding(),
      turnOffRule: turnOffRule(settings),
      leaveFileOut: leaveFileOut(settings),
    },
    dispose: () => void registration.dispose(),
  };
}
