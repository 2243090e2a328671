import * as vscode from 'vscode';
import type { RuleSettings } from '../../core/checks';
import type { CheckSettings, Undo } from '../settings';
import type { State } from '../state';

/**
 * The settings of the checks, with what the user said of single files on top: rules that are reported otherwise there,
 * and values that are kept as they are. It outlasts the session, but for untitled documents, whose names come again.
 */
export class FileRules implements CheckSettings, vscode.Disposable {
  private readonly untitled = new Map<string, RuleSettings>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly settings: CheckSettings,
    private readonly state: Pick<State, 'rulesOf' | 'setRules'>,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      settings.onDidChange(() => this.changed.fire()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.untitled.delete(uri.toString());
      }),
    );
  }

  checkFiles(scope: vscode.Uri): readonly string[] {
    return this.settings.checkFiles(scope);
  }

  checkRules(scope: vscode.Uri): RuleSettings {
    return { ...this.settings.checkRules(scope), ...this.of(scope) };
  }

  /** Changes what holds for one file; `change` is given what does now. */
  async set(uri: vscode.Uri, change: (before: RuleSettings) => RuleSettings): Promise<Undo> {
    const before = this.of(uri);
    await this.keep(uri, change(before));
    return () => this.keep(uri, before);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private of(uri: vscode.Uri): RuleSettings {
    return this.untitled.get(uri.toString()) ?? this.state.rulesOf(uri.toString());
  }

  private async keep(uri: vscode.Uri, rules: RuleSettings): Promise<void> {
    if (uri.scheme === 'untitled') this.untitled.set(uri.toString(), rules);
    else await this.state.setRules(uri.toString(), rules);
    this.changed.fire();
  }
}
