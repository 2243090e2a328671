import * as vscode from 'vscode';
import { callingCodeDigits } from '../../core/contact/callingCode';
import type { ContactColumn } from '../../core/contact/columns';

/**
 * Asks for the one value that every row of a column gets.
 * @returns the value as it is to be written; `undefined` when the user gives up
 */
export async function askValue(column: ContactColumn): Promise<string | undefined> {
  const isCode = column === 'cellPhoneCountryCode';
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Value for {0}', column),
    prompt: isCode
      ? vscode.l10n.t('Every row gets this country code. Write it like +91.')
      : vscode.l10n.t('Every row gets this value.'),
    ...(isCode && { placeHolder: '+91' }),
    ignoreFocusOut: true,
    validateInput: (text) => whatIsWrong(column, text),
  });
  if (typed === undefined) return undefined;
  // Written as the API page writes it, however it was typed: 0091 would only be the next thing to mend.
  return isCode ? `+${callingCodeDigits(typed) ?? ''}` : typed.trim();
}

function whatIsWrong(column: ContactColumn, text: string): string | undefined {
  if (text.trim() === '') return vscode.l10n.t('Type the value, or press Escape to leave the file as it is.');
  if (column === 'cellPhoneCountryCode' && callingCodeDigits(text) === undefined) {
    return vscode.l10n.t('This is not a country calling code. Write it like +91.');
  }
  return undefined;
}
