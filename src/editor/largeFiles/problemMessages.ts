import * as vscode from 'vscode';
import type { FileProblem } from '../../core/delivery/index';
import { shownName } from '../files';

/** Why a large file could not be read to its end, and what to do. */
export function fileProblemMessage(uri: vscode.Uri, problem: FileProblem): string {
  const name = shownName(uri);
  switch (problem.reason) {
    case 'notFound':
      return vscode.l10n.t('{0} was not found.', name);
    case 'noPermission':
      return vscode.l10n.t('You have no permission to read {0}.', name);
    case 'notAFile':
      return vscode.l10n.t(
        '{0} is too large for an editor. Save it on this computer’s disk and try again.',
        name,
      );
    case 'changed':
      return vscode.l10n.t('{0} changed while it was read. Try again when it is complete.', name);
    case 'utf16':
      return vscode.l10n.t(
        '{0} is UTF-16. Save it as UTF-8 (in a spreadsheet, as “CSV UTF-8”) and try again.',
        name,
      );
    case 'encoding':
      return vscode.l10n.t(
        '{0} is not UTF-8: line {1}, column {2} cannot be read. Save it as UTF-8 and try again.',
        name,
        problem.line,
        problem.column,
      );
    case 'recordTooLong':
      return vscode.l10n.t(
        '{0} was not read: the row on line {1} never ends. Add the missing quote or line break.',
        name,
        problem.line,
      );
    case 'unreadable':
      return vscode.l10n.t('{0} cannot be read ({1}).', name, problem.systemCode ?? '?');
    case 'cancelled':
      return vscode.l10n.t('Cancelled.');
  }
}
