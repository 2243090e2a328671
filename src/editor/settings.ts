import * as vscode from 'vscode';
import { type FindingCode, readRuleSettings, type RuleSettings, type Severity } from '../core/checks';
import { ownStreams, readStreams } from '../core/stream/streamSettings';
import { type Remedy, UserError } from './errors';

/** Prefix of every setting and command of this extension. */
const section = 'agentassistContacts';

/** Full key of the setting that holds the streams. */
export const streamsKey = `${section}.streams`;

/** What help there is; each can be turned off by the setting of that name below `assist`. */
export type AssistKind = 'hover' | 'completion' | 'codeLens' | 'outline';

/** What the assistants read of the settings, for the file at hand. */
export interface AssistSettings {
  assists(kind: AssistKind, scope: vscode.Uri): boolean;
  readonly onDidChange: vscode.Event<void>;
}

/** Takes a change back. */
export type Undo = () => Promise<void>;

/** What the checker reads of the settings, for the file at hand. */
export interface CheckSettings {
  checkFiles(scope: vscode.Uri): readonly string[];
  checkRules(scope: vscode.Uri): RuleSettings;
  readonly onDidChange: vscode.Event<void>;
}

/**
 * The only door to the settings. Every getter reads afresh and gives a value that can be used: what is missing, of
 * the wrong type or out of range becomes the default or the nearest limit, except streams, whose faults are reported.
 */
export class Settings implements CheckSettings, AssistSettings {
  /** After any change to a setting of this extension. */
  readonly onDidChange = changesOf(section);

  /** After a change to the streams. */
  readonly onDidChangeStreams = changesOf(streamsKey);

  /** Usable streams with their place in the setting, and what is wrong with the rest. */
  get streams(): ReturnType<typeof readStreams> {
    return readStreams(ownStreams(read()));
  }

  /**
   * Changes the setting `streams` in the user's settings. `change` is given the entries as they are written there,
   * good or bad, and returns them as they shall be. Throws a `UserError` when the setting is no list, which nobody
   * wants replaced unseen, or when VS Code cannot write its settings file.
   */
  async changeStreams(change: (entries: readonly unknown[]) => readonly unknown[]): Promise<void> {
    const written = ownStreams(read()) ?? [];
    if (!Array.isArray(written)) {
      throw new UserError(vscode.l10n.t('The setting {0} must be a list.', streamsKey), openSettings());
    }
    try {
      await read().update('streams', change(written), vscode.ConfigurationTarget.Global);
    } catch {
      throw settingsNotSaved();
    }
  }

  /** Globs of the files to check in that place. */
  checkFiles(scope: vscode.Uri): readonly string[] {
    const globs = read(scope).get<unknown>('check.files');
    return Array.isArray(globs) ? globs.filter((glob) => typeof glob === 'string') : ['**/*.[cC][sS][vV]'];
  }

  /** Severities that differ from the default in that place; unknown codes and severities are ignored. */
  checkRules(scope: vscode.Uri): RuleSettings {
    return readRuleSettings(read(scope).get<unknown>('check.rules'));
  }

  /** Whether the help of that kind is wanted in that place; unless it is turned off, it is. */
  assists(kind: AssistKind, scope: vscode.Uri): boolean {
    return read(scope).get<unknown>(`assist.${kind}`) !== false;
  }

  /** Whether rows that were created are marked beside their lines, too. */
  marksCreated(scope: vscode.Uri): boolean {
    return read(scope).get<unknown>('marks.created') === true;
  }

  /** Changes how a rule is reported where the file's own settings are: the workspace's, or the user's when there is none. */
  async setRule(code: FindingCode, severity: Severity | 'off', scope: vscode.Uri): Promise<Undo> {
    return await changeCheck('check.rules', scope, (written) => ({
      ...(typeof written === 'object' ? written : undefined),
      [code]: severity,
    }));
  }

  /** Adds a glob that leaves files out, in the same place. A list there hides those of wider scope, so it takes over what they say. */
  async leaveFileOut(glob: string, scope: vscode.Uri): Promise<Undo> {
    return await changeCheck('check.files', scope, () => [
      ...new Set([...this.checkFiles(scope), `!${glob}`]),
    ]);
  }

  /** How long one request may take, in ms. */
  get timeoutMs(): number {
    return whole('send.timeoutSeconds', 120, 5, 3600) * 1000;
  }

  /** The most rows of one request. */
  get batchRows(): number {
    return whole('send.batchRows', 1000, 1, 10_000);
  }

  /** The most requests to one host in any minute. */
  get requestsPerMinute(): number {
    return whole('send.requestsPerMinute', 60, 1, 6_000);
  }

  /** After so many days imports are forgotten; 0 keeps them. */
  get keepDays(): number {
    return whole('history.keepDays', 0, 0, 36_500);
  }

  /** For how long a token is good, in seconds; 0 leaves the `exp` claim out. */
  get tokenExpiresInSeconds(): number {
    return whole('token.expiresInSeconds', 300, 0, 86_400);
  }
}

/** Why a setting could not be written, which VS Code does not say. */
export function settingsNotSaved(): UserError {
  return new UserError(
    vscode.l10n.t(
      'Settings could not be saved. If settings.json has errors or unsaved changes, fix and save it, then try again.',
    ),
    openSettings(),
  );
}

/** Opens settings.json of the user. */
export function openSettings(): Remedy {
  return {
    label: vscode.l10n.t('Open settings.json'),
    run: () => vscode.commands.executeCommand('workbench.action.openSettingsJson'),
  };
}

function read(scope?: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(section, scope);
}

/** Changes a setting of the checks where it takes effect for that place. `change` is given what is written there now. */
async function changeCheck(
  key: string,
  scope: vscode.Uri,
  change: (written: unknown) => unknown,
): Promise<Undo> {
  const { value, target } = writtenFor(key, scope);
  await read(scope).update(key, change(value), target);
  return async () => {
    await read(scope).update(key, value, target);
  };
}

/** Whether settings for that place are written into a workspace; else into the user's own. */
export function hasWorkspaceSettings(): boolean {
  // A workspace that is not trusted is not listened to: `check.*` is restricted.
  return Boolean(vscode.workspace.workspaceFolders?.length) && vscode.workspace.isTrusted;
}

function writtenFor(key: string, scope: vscode.Uri) {
  const written = read(scope).inspect<unknown>(key);
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  if (!hasWorkspaceSettings()) return { value: written?.globalValue, target: Global };
  return written?.workspaceFolderValue === undefined
    ? { value: written?.workspaceValue, target: Workspace }
    : { value: written.workspaceFolderValue, target: WorkspaceFolder };
}

/** Fires after a change to the setting of that key, or to one below it. */
function changesOf(key: string): vscode.Event<void> {
  return (listener, thisArgument, disposables) =>
    vscode.workspace.onDidChangeConfiguration(
      (event) => {
        if (event.affectsConfiguration(key)) listener.call(thisArgument);
      },
      undefined,
      disposables,
    );
}

function whole(key: string, byDefault: number, least: number, most: number): number {
  const value = read().get<unknown>(key);
  if (typeof value !== 'number' || !Number.isFinite(value)) return byDefault;
  return Math.min(most, Math.max(least, Math.round(value)));
}
