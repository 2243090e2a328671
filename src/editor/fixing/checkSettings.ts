import * as vscode from 'vscode';
import { findingCodes } from '../../core/checks/finding';
import type { Settings } from '../settings';
import { globOf } from './fileGlob';
import { UserError } from '../errors';
import type { Handler } from '../commandIds';

/** Turn Off Rule: `check.rules` gets `off` for it. Only the menu of fixes leads here, with the file and the code. */
export function turnOffRule(settings: Settings): Handler {
  return async (uri, code) => {
    const known = findingCodes.find((name) => name === code);
    if (known === undefined || typeof uri !== 'string') return;
    await saved(() => settings.turnOffRule(known, vscode.Uri.parse(uri)));
  };
}

/** Leave File Out: `check.files` gets a glob that leaves the file out. Only the menu of fixes leads here. */
export function leaveFileOut(settings: Settings): Handler {
  return async (uri) => {
    if (typeof uri !== 'string') return;
    const file = vscode.Uri.parse(uri);
    await saved(() => settings.leaveFileOut(globOf(file), file));
  };
}

async function saved(save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch {
    throw new UserError(
      vscode.l10n.t(
        'The settings could not be saved. If settings.json has errors or unsaved changes, correct and save it, then try again.',
      ),
    );
  }
}
