import * as vscode from 'vscode';
import { callingCodeDigits, type ContactColumn } from '../../core/contact';

/**
 * Asks for the value that a fix needs: one for every row of a column, or one for a cell.
 * @param before the cell's own value, which is there to be corrected
 * @returns the value as it is to be written; `undefined` when the user gives up
 */
export async function askValue(column: ContactColumn, before?: string): Promise<string | undefined> {
  const isCode = column === 'cellPhoneCountryCode';
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Value for {0}', column),
    prompt: prompt(before === undefined, isCode),
    ...(before !== undefined && { value: before }),
    ...(isCode && { placeHolder: '+91' }),
    ignoreFocusOut: true,
    validateInput: (text) => whatIsWrong(column, text),
  });
  if (typed === undefined) return undefined;
  // Written as the API page writes it, however it was typed: 0091 would only be the next thing to mend.
  return isCode ? `+${callingCodeDigits(typed) ?? ''}` : typed.trim();
}

function prompt(isForAll: boolean, isCode: boolean): string {
  if (!isForAll) {
    return isCode
      ? vscode.l10n.t('The country code for this row, such as +91.')
      : vscode.l10n.t('The value for this row.');
  }
  return isCode
    ? vscode.l10n.t('The country code for every row, such as +91.')
    : vscode.l10n.t('The value for every row.');
}

function whatIsWrong(column: ContactColumn, text: string): string | undefined {
  if (text.trim() === '') return vscode.l10n.t('Enter a value, or press Escape to change nothing.');
  if (column === 'cellPhoneCountryCode' && callingCodeDigits(text) === undefined) {
    return vscode.l10n.t('This is not a country calling code. Write it like +91.');
  }
  return undefined;
}
