import * as vscode from 'vscode';
import {
  type FindingCode,
  findingCodes,
  settingsForSending,
  severities,
  type Severity,
} from '../../core/checks';
import type { FileRules } from '../checking/fileRules';
import type { Handler } from '../commandIds';
import { shownName } from '../files';
import { hasWorkspaceSettings, type Settings, settingsNotSaved, type Undo } from '../settings';
import { globOf } from './fileGlob';
import { offerUndo } from './offerUndo';

/** A way to report a problem, or a file, otherwise. `done`: what is said of it afterwards. */
interface Choice extends vscode.QuickPickItem {
  readonly change?: () => Promise<Undo>;
  readonly done?: string;
}

/**
 * Change How This Is Reported…: asks where a rule is switched off, or how severe it is, and offers to take that back.
 * Only the menu of fixes leads here, with the file and the codes of what is marked.
 */
export function changeReporting(settings: Settings, rules: FileRules): Handler {
  return async (uri, codes) => {
    if (typeof uri !== 'string' || !Array.isArray(codes)) return;
    const known = findingCodes.filter((name) => codes.includes(name));
    const code = known.length > 1 ? await askCode(known) : known[0];
    if (code === undefined) return;
    const choice = await vscode.window.showQuickPick(choices(code, vscode.Uri.parse(uri), settings, rules), {
      title: vscode.l10n.t('Change How {0} Is Reported', code),
    });
    if (choice?.change === undefined) return;
    offerUndo(choice.done ?? '', await saved(choice.change));
  };
}

async function askCode(codes: readonly FindingCode[]): Promise<FindingCode | undefined> {
  const title = vscode.l10n.t('Change How This Is Reported');
  const choice = await vscode.window.showQuickPick(
    codes.map((label) => ({ label })),
    { title },
  );
  return choice?.label;
}

function choices(
  code: FindingCode,
  uri: vscode.Uri,
  settings: Settings,
  rules: FileRules,
): readonly Choice[] {
  const name = shownName(uri);
  // What every contact needs stays an error when the file is sent.
  const isKept = settingsForSending({ [code]: 'off' })[code] === undefined;
  const current = rules.checkRules(uri)[code];
  const inFile: Choice = {
    label: vscode.l10n.t('Do Not Report in This File'),
    description: name,
    change: () => rules.set(uri, (before) => ({ ...before, [code]: 'off' })),
    done: isKept
      ? vscode.l10n.t('{0} is no longer reported in {1}. Sending still requires it.', code, name)
      : vscode.l10n.t('{0} is no longer reported in {1}.', code, name),
  };
  const everywhere: Choice = {
    label: hasWorkspaceSettings()
      ? vscode.l10n.t('Do Not Report in This Workspace')
      : vscode.l10n.t('Do Not Report in Any File'),
    change: () => settings.setRule(code, 'off', uri),
    done: isKept
      ? vscode.l10n.t('{0} is no longer reported. Sending still requires it.', code)
      : vscode.l10n.t('{0} is no longer reported.', code),
  };
  const graded = severities.map((severity): Choice => ({
    label: severityLabel(severity),
    ...(severity === current && { description: vscode.l10n.t('now') }),
    change: () => settings.setRule(code, severity, uri),
    done: severityMessage(code, severity),
  }));
  const leftOut: Choice = {
    label: vscode.l10n.t('Do Not Check This File'),
    description: name,
    change: () => settings.leaveFileOut(globOf(uri), uri),
    done: vscode.l10n.t('{0} is no longer checked.', name),
  };
  const kind = vscode.QuickPickItemKind.Separator;
  return [
    inFile,
    everywhere,
    { label: '', kind },
    ...graded,
    ...(uri.scheme === 'untitled' ? [] : [{ label: '', kind }, leftOut]),
  ];
}

function severityLabel(severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Report as an Error');
    case 'warning':
      return vscode.l10n.t('Report as a Warning');
    case 'information':
      return vscode.l10n.t('Report as Information');
    case 'hint':
      return vscode.l10n.t('Report as a Hint');
  }
}

function severityMessage(code: FindingCode, severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('{0} is reported as an error now.', code);
    case 'warning':
      return vscode.l10n.t('{0} is reported as a warning now.', code);
    case 'information':
      return vscode.l10n.t('{0} is reported as information now.', code);
    case 'hint':
      return vscode.l10n.t('{0} is reported as a hint now.', code);
  }
}

async function saved(change: () => Promise<Undo>): Promise<Undo> {
  try {
    return await change();
  } catch {
    throw settingsNotSaved();
  }
}
