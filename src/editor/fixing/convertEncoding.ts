import * as vscode from 'vscode';
import { hasWrongLetters, withRightLetters } from '../../core/contact';
import type { ConversionProblem } from '../../core/files/convertFile';
import { shownName } from '../files';
import { loadDelivery } from '../loadDelivery';
import type { Encoding } from './encodings';
import { fittingReadings, type Reading, type ReadingItem } from './fittingReadings';
import { UserError } from '../errors';
import type { Handler } from '../commandIds';
import { toast } from '../toast';

/**
 * Convert to UTF-8: offers the ways in which the letters are right, each with a line of the file as it would then read,
 * and rewrites the file. Where that cannot be, it is only reopened. The menu of fixes and the lens lead here, with the
 * file.
 */
export function convertEncoding(): Handler {
  return async (uri) => {
    if (typeof uri !== 'string') return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (document.isDirty) {
      // Not awaited: a message that nobody answers keeps no command running.
      void offerToDiscard(document);
      return;
    }
    await convert(document);
  };
}

/** Reopening reads the file afresh: what is not saved would be gone, and what is saved has lost its letters. */
async function offerToDiscard(document: vscode.TextDocument): Promise<void> {
  const discard = vscode.l10n.t('Discard Edits and Reopen…');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} has unsaved edits. Saving them would lose letters for good.', shownName(document.uri)),
    discard,
  );
  if (choice !== discard) return;
  await reload(document);
  if (!document.isDirty) await convert(document);
}

async function convert(document: vscode.TextDocument): Promise<void> {
  const mayWrite = await isWritableFile(document.uri);
  const reading = await askReading(document, mayWrite);
  if (reading === undefined) return;
  const rewrites = mayWrite ? await askToRewrite(document, reading) : false;
  // Edits may have been made while the question was open.
  if (rewrites === undefined || document.isDirty) return;
  if (rewrites) {
    await rewrite(document, reading);
    return;
  }
  await reopen(document, reading.encoding);
  if (!mayWrite) sayReopened(document, reading.encoding);
}

/** Where the user could not choose to rewrite the file, nothing else has said that it is as it was. */
function sayReopened({ uri }: vscode.TextDocument, { label }: Encoding): void {
  void toast(
    'information',
    vscode.l10n.t(
      '{0} cannot be rewritten, so it was only reopened as {1}. Saving keeps this encoding.',
      shownName(uri),
      label,
    ),
  );
}

async function askReading(document: vscode.TextDocument, mayWrite: boolean): Promise<Reading | undefined> {
  const items = [
    ...(await fittingReadings(document, mayWrite)),
    { label: vscode.l10n.t('Choose Another Encoding…') } satisfies ReadingItem,
  ];
  const choice = await vscode.window.showQuickPick<ReadingItem>(items, {
    title: vscode.l10n.t('Convert {0} to UTF-8', shownName(document.uri)),
    placeHolder: vscode.l10n.t('Choose the line that reads correctly'),
  });
  if (choice !== undefined && choice.reading === undefined) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
  }
  return choice?.reading;
}

/** @returns whether the file is rewritten, or else only reopened; `undefined` when the user gives up */
async function askToRewrite(document: vscode.TextDocument, reading: Reading): Promise<boolean | undefined> {
  const name = shownName(document.uri);
  const rewriting = { label: vscode.l10n.t('Convert'), isRewriting: true };
  const reopening = {
    label: vscode.l10n.t('Reopen Only'),
    detail: vscode.l10n.t('The file is not changed. Saving keeps {0}.', reading.encoding.label),
    isRewriting: false,
  };
  const choice = await vscode.window.showQuickPick(reading.isMisread ? [rewriting] : [rewriting, reopening], {
    title: vscode.l10n.t('Rewrite {0} as UTF-8?', name),
  });
  return choice?.isRewriting;
}

async function rewrite(document: vscode.TextDocument, { encoding, isMisread }: Reading): Promise<void> {
  const { uri, encoding: before } = document;
  const { convertToUtf8 } = await loadDelivery();
  let isStillWrong = false;
  const done = await convertToUtf8(uri.fsPath, async (bytes) => {
    const read = await vscode.workspace.decode(bytes, { encoding: encoding.id });
    const text = isMisread ? withRightLetters(read) : read;
    isStillWrong = hasWrongLetters(text);
    return text;
  });
  if (!done.ok) throw new UserError(problemMessage(uri, done.problem));
  await reopen(document, { id: 'utf8', label: 'UTF-8' });
  void offerUndo(document, before, done.undo, isStillWrong);
}

async function offerUndo(
  document: vscode.TextDocument,
  encoding: string,
  undo: () => Promise<boolean>,
  isStillWrong: boolean,
): Promise<void> {
  const name = shownName(document.uri);
  const label = vscode.l10n.t('Undo');
  const choice = isStillWrong
    ? await vscode.window.showWarningMessage(
        vscode.l10n.t('{0} is UTF-8 now, but some letters are wrong. Undo to choose another encoding.', name),
        label,
      )
    : await vscode.window.showInformationMessage(vscode.l10n.t('{0} is UTF-8 now.', name), label);
  if (choice === undefined) return;
  if (!document.isDirty && (await undo())) {
    await reopen(document, { id: encoding, label: encoding });
    return;
  }
  void toast(
    'error',
    vscode.l10n.t('{0} changed since then, so the conversion was not undone.', shownName(document.uri)),
  );
}

async function reopen(document: vscode.TextDocument, encoding: Encoding): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.workspace.openTextDocument(document.uri, { encoding: encoding.id });
  // In the same encoding it is not read again by itself.
  await reload(document);
}

async function reload(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

async function isWritableFile(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  const { isWritable } = await loadDelivery();
  return await isWritable(uri.fsPath);
}

function problemMessage(uri: vscode.Uri, problem: ConversionProblem): string {
  const name = shownName(uri);
  const { reason } = problem;
  if (reason === 'undecodable') {
    return vscode.l10n.t(
      '{0} was not converted: line {1} is not valid in this encoding. Choose another one.',
      name,
      problem.line,
    );
  }
  if (reason === 'changed') {
    return vscode.l10n.t('{0} was not converted: it changed meanwhile. Try again.', name);
  }
  if (reason === 'notKept') {
    return vscode.l10n.t(
      '{0} was not converted: the disk did not store what was written. The file is unchanged.',
      name,
    );
  }
  if (reason === 'noPermission') {
    return vscode.l10n.t('{0} was not converted: you have no permission to write to it or its folder.', name);
  }
  return vscode.l10n.t('{0} was not converted: it cannot be read or written.', name);
}
