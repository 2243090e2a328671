import * as vscode from 'vscode';
import type { Checker } from './checker';
import type { Stage } from './watchedDocument';

/** How long a check runs before the status bar speaks of it, in ms: a shorter one would only flicker. */
const unseenMs = 250;

/** One item, there while the document in front is being checked and that takes long. */
export class CheckStatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'agentassistContacts.check',
    vscode.StatusBarAlignment.Right,
    // Left of the stream, which stays in its place.
    101,
  );
  private readonly subscriptions: vscode.Disposable;
  private waiting: NodeJS.Timeout | undefined;

  constructor(private readonly checker: Pick<Checker, 'onDidChangeStage' | 'stageOf'>) {
    this.item.name = vscode.l10n.t('Contact Check');
    const update = () => this.update();
    this.subscriptions = vscode.Disposable.from(
      this.item,
      checker.onDidChangeStage(update),
      vscode.window.onDidChangeActiveTextEditor(update),
    );
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.subscriptions.dispose();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const stage = document && this.checker.stageOf(document);
    if (stage === undefined) {
      clearTimeout(this.waiting);
      this.waiting = undefined;
      this.item.hide();
      return;
    }
    const words = wordsOf(stage);
    this.item.text = `$(loading~spin) ${words}`;
    this.item.tooltip = vscode.l10n.t('You can keep editing. Sending waits until the whole file is checked.');
    this.item.accessibilityInformation = { label: words };
    this.waiting ??= setTimeout(() => this.item.show(), unseenMs);
  }
}

function wordsOf(stage: Stage): string {
  return stage === 'rows' ? vscode.l10n.t('Checking contacts…') : vscode.l10n.t('Checking phone numbers…');
}
