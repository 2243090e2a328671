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
  /** What is meant by what was typed or pasted; trimmed, unless it is given. */
  readonly read?: (text: string) => string;
  /** Judges the answer, as it was read. */
  check(text: string): Remark | undefined;
}

/** Asks for one line of text. Gives it as `read` does, and never one that `check` calls an error. */
export async function askText(place: Place, question: TextQuestion): Promise<Reply<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.password = question.password ?? false;
  box.value = question.value;
  const answer = () => (question.read ?? ((text) => text.trim()))(box.value);
  const remark = () => question.check(answer());
  const show = () => (box.validationMessage = messageOf(remark()));
  if (question.value !== '') show();
  return await ask<string>(box, place, (resolve) => [
    // An empty box is no mistake yet: it becomes one on Enter.
    box.onDidChangeValue(() => (box.value.trim() === '' ? (box.validationMessage = undefined) : show())),
    box.onDidAccept(() => {
      if (remark()?.severity === 'error') show();
      else resolve(answer());
    }),
  ]);
}

function messageOf(remark: Remark | undefined): vscode.InputBoxValidationMessage | undefined {
  if (remark === undefined) return undefined;
  const { Error, Warning } = vscode.InputBoxValidationSeverity;
  return { message: remark.message, severity: remark.severity === 'error' ? Error : Warning };
}
