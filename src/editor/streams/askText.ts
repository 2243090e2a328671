import * as vscode from 'vscode';
import { ask, type Place, type Reply } from '../quickInput';

/** What is said of a text: an error keeps the box open, a warning lets it through. Nothing when it is fine. */
export interface Remark {
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface TextQuestion {
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly password?: boolean;
  /** Judges the answer; it is given trimmed. */
  check(text: string): Remark | undefined;
}

/** Asks for one line of text. Gives it trimmed, and never one that `check` calls an error. */
export async function askText(place: Place, question: TextQuestion): Promise<Reply<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.password = question.password ?? false;
  box.value = question.value;
  const remark = () => question.check(box.value.trim());
  const show = () => (box.validationMessage = messageOf(remark()));
  if (question.value !== '') show();
  return await ask<string>(box, place, (resolve) => [
    // An empty box is no mistake yet: it becomes one on Enter.
    box.onDidChangeValue(() => (box.value.trim() === '' ? (box.validationMessage = undefined) : show())),
    box.onDidAccept(() => {
      if (remark()?.severity === 'error') show();
      else resolve(box.value.trim());
    }),
  ]);
}

function messageOf(remark: Remark | undefined): vscode.InputBoxValidationMessage | undefined {
  if (remark === undefined) return undefined;
  const { Error, Warning } = vscode.InputBoxValidationSeverity;
  return { message: remark.message, severity: remark.severity === 'error' ? Error : Warning };
}
