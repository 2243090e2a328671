import * as vscode from 'vscode';
import type { Keepable, KeptValues, RuleSettings } from '../../core/checks';
import type { CheckSettings, Undo } from '../settings';
import type { State } from '../state';

/**
 * The settings of the checks, with what the user said of single files on top: rules that are reported otherwise there,
 * and values that are kept as they are. It outlasts the session, but for untitled documents, whose names come again, and
 * for phone numbers, which are people's and are stored nowhere.
 */
export class FileRules implements CheckSettings, vscode.Disposable {
  private readonly untitled = new Map<string, RuleSettings>();
  private readonly numbers = new Map<string, readonly string[]>();
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
        if (uri.scheme === 'untitled') this.numbers.delete(uri.toString());
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

  /** Reports these values of one file no more. */
  async keepValues(uri: vscode.Uri, values: readonly Keepable[]): Promise<Undo> {
    return await this.set(uri, (before) => ({ ...before, kept: withKept(before.kept, values) }));
  }

  /** Keeps what holds for files that were moved, and for documents before they were saved for the first time. */
  async moveFiles(newAddress: (uri: string) => string | undefined): Promise<void> {
    for (const uri of new Set([...this.untitled.keys(), ...this.numbers.keys()])) {
      const moved = newAddress(uri);
      if (moved !== undefined) await this.keep(vscode.Uri.parse(moved), this.of(vscode.Uri.parse(uri)));
    }
    this.changed.fire();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private of(uri: vscode.Uri): RuleSettings {
    const known = this.untitled.get(uri.toString()) ?? this.state.rulesOf(uri.toString());
    const numbers = this.numbers.get(uri.toString());
    return numbers === undefined ? known : { ...known, kept: { ...known.kept, cellPhoneNumber: numbers } };
  }

  private async keep(uri: vscode.Uri, { kept, ...rules }: RuleSettings): Promise<void> {
    const { cellPhoneNumber, ...others } = kept ?? {};
    const stored = Object.keys(others).length > 0 ? { ...rules, kept: others } : rules;
    if (cellPhoneNumber) this.numbers.set(uri.toString(), cellPhoneNumber);
    else this.numbers.delete(uri.toString());
    if (uri.scheme === 'untitled') this.untitled.set(uri.toString(), stored);
    else await this.state.setRules(uri.toString(), stored);
    this.changed.fire();
  }
}

function withKept(before: KeptValues | undefined, values: readonly Keepable[]): KeptValues {
  const kept: { -readonly [Column in keyof KeptValues]: KeptValues[Column] } = { ...before };
  for (const column of new Set(values.map((one) => one.column))) {
    const own = values.filter((one) => one.column === column).map(({ value }) => value);
    kept[column] = [...new Set([...(kept[column] ?? []), ...own])];
  }
  return kept;
}
