import * as vscode from 'vscode';
import { counted } from '../counted';
import { streamsKey, type Settings } from '../settings';
import { plainText, type PlainText } from '../plainText';
import { streamProblemMessage } from './problemMessages';
import { toast } from '../toast';

/**
 * Tells about bad entries of the setting `streams`: at once, and when the setting changes. One message names the
 * first problem that was not told yet, counts the rest and leads to all, for several messages at a time show as none.
 */
export class SettingsProblems implements vscode.Disposable {
  private readonly told = new Set<PlainText>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly settings: Settings) {
    this.subscription = settings.onDidChangeStreams(() => void this.tell());
    void this.tell();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async tell(): Promise<void> {
    const all = this.settings.streams.problems.map((problem) => plainText(streamProblemMessage(problem)));
    const words = all.filter((text) => !this.told.has(text));
    // What is put right and goes wrong again is told again.
    for (const text of this.told) if (!all.includes(text)) this.told.delete(text);
    for (const text of words) this.told.add(text);
    const [first, ...rest] = words;
    if (first === undefined) return;

    const open = vscode.l10n.t('Open Settings');
    const showAll = vscode.l10n.t('Show All Problems');
    const buttons = rest.length === 0 ? [open] : [showAll, open];
    const choice = await toast('warning', problemsMessage(first, rest.length), ...buttons);
    if (choice === open || (choice === showAll && (await showProblems(all, open))))
      await openStreamsSetting();
  }
}

/** Every problem, a line each. Gives whether the user wants to see the settings. */
async function showProblems(problems: readonly PlainText[], open: string): Promise<boolean> {
  const message = counted(vscode.l10n.t('{count, plural, one {# problem} other {# problems}} in {setting}'), {
    count: problems.length,
    setting: streamsKey,
  });
  const options = { modal: true, detail: problems.join('\n') };
  return (await vscode.window.showWarningMessage(message, options, open)) === open;
}

/** Opens the user's settings.json at the streams. */
async function openStreamsSetting(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettingsJson', {
    revealSetting: { key: streamsKey },
  });
}

/** The first problem, and how many there are besides. */
function problemsMessage(first: string, others: number): string {
  return others === 0
    ? first
    : counted(
        vscode.l10n.t(
          '{first} {count, plural, one {There is # more problem.} other {There are # more problems.}}',
        ),
        { first, count: others },
      );
}
