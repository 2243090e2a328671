import * as vscode from 'vscode';

/** Of a toast without a button VS Code shows one line, in which so many characters have room. */
const mostInOneLine = 60;

function methodOf(severity: 'error' | 'warning' | 'information') {
  if (severity === 'error') return vscode.window.showErrorMessage;
  return severity === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
}

/**
 * Shows a message, all of it: a long one without a button of its own gets one. Gives the button that was pressed;
 * `undefined` when it was none of `buttons`.
 */
export async function toast<Button extends string | vscode.MessageItem>(
  severity: 'error' | 'warning' | 'information',
  message: string,
  ...buttons: readonly Button[]
): Promise<Button | undefined> {
  const show = methodOf(severity);
  const items = buttons.map((button) => ({
    title: typeof button === 'string' ? button : button.title,
    button,
  }));
  if (items.length > 0) return (await show(message, ...items))?.button;
  await show(message, ...(message.length > mostInOneLine ? [vscode.l10n.t('OK')] : []));
  return undefined;
}
