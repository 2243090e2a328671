import * as vscode from 'vscode';
import { keepable } from '../../core/checks';
import type { FileRules } from '../checking/fileRules';
import type { HeldBackRows } from '../checking/heldBack';
import type { Handler } from '../commandIds';
import { shownName } from '../files';
import { plainText } from '../plainText';
import { findAgain, isFindingRef } from './findingRef';
import type { FreshReports } from './freshReports';
import { offerUndo } from './offerUndo';

/** Hold This Row Back, and Send This Row Too. Only the menu of fixes leads here. */
export function holdRowBack(reports: FreshReports, held: HeldBackRows): Handler {
  return async (ref, isHeld: unknown) => {
    if (!isFindingRef(ref) || typeof isHeld !== 'boolean') return;
    const { document, report, finding } = await findAgain(ref, reports);
    const { sheet } = report;
    const record = sheet.table.cellAt(finding.range.start)?.record;
    if (record === undefined || record === 0) return;
    const set = (value: boolean) => held.set(document.uri, sheet, [record], value);
    set(isHeld);
    const line = document.positionAt(finding.range.start).line + 1;
    const message = isHeld
      ? vscode.l10n.t('The row on line {0} is held back until you edit it. The others can be sent.', line)
      : vscode.l10n.t('The row on line {0} is no longer held back.', line);
    offerUndo(message, () => {
      set(!isHeld);
      return Promise.resolve();
    });
  };
}

/** Keep as It Is: the value is no longer reported in this file. Only the menu of fixes leads here. */
export function keepAsIs(reports: FreshReports, rules: FileRules): Handler {
  return async (ref) => {
    if (!isFindingRef(ref)) return;
    const { document, finding } = await findAgain(ref, reports);
    const what = keepable(finding);
    if (what === undefined) return;
    const { column, value } = what;
    const undo = await rules.keepValues(document.uri, [what]);
    const name = shownName(document.uri);
    const message =
      value === ''
        ? vscode.l10n.t('An empty {0} is no longer reported in {1}.', column, name)
        : vscode.l10n.t('“{0}” is no longer reported in {1}.', plainText(value, 40), name);
    offerUndo(message, undo);
  };
}
