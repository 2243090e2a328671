import type * as vscode from 'vscode';

/** Which stream is selected: its name, and what it is known by should it have been renamed elsewhere. */
export interface SelectedStream {
  readonly name: string;
  readonly host?: string;
  readonly streamId?: string;
  readonly clientId?: string;
  readonly sandbox?: true;
}

const selectedStreamKey = 'selectedStream';

/** The only door to what is kept between sessions outside of settings and secrets: state of this workspace. */
export class State {
  constructor(private readonly workspace: vscode.Memento) {}

  /** The stream that was selected in this workspace, if any. */
  get selectedStream(): SelectedStream | undefined {
    const value = this.workspace.get<Partial<SelectedStream>>(selectedStreamKey);
    return typeof value?.name === 'string' ? { ...value, name: value.name } : undefined;
  }

  async setSelectedStream(selected: SelectedStream | undefined): Promise<void> {
    await this.workspace.update(selectedStreamKey, selected);
  }
}
