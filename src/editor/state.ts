/** What is needed of a `vscode.Memento`. */
export interface StateStorage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

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
  constructor(private readonly workspace: StateStorage) {}

  /** The stream that was selected in this workspace, if any. */
  get selectedStream(): SelectedStream | undefined {
    const value = this.workspace.get(selectedStreamKey);
    return isSelectedStream(value) ? value : undefined;
  }

  async setSelectedStream(selected: SelectedStream | undefined): Promise<void> {
    await this.workspace.update(selectedStreamKey, selected);
  }
}

/** What an older version may have stored is not trusted to have this shape; the name is all that is relied on. */
function isSelectedStream(value: unknown): value is SelectedStream {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
