import { readKeptValues, readRuleSettings, type RuleSettings, type Said } from '../core/checks';
import { fits, mapFor, type RememberedMap } from '../core/mapping/columnMap';
import { readRememberedMap } from '../core/mapping/rememberedMap';

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
const columnMapsKey = 'columnMaps';

const saidKey = 'contactLists';
const fileRulesKey = 'fileRules';
const clearedMarksKey = 'clearedMarks';

/** How many headers' maps are kept; the oldest goes first. */
const mostColumnMaps = 30;
/** How many files are kept of which the user said what they are. */
const mostSaid = 500;

/** A file, by its URI, and what the user said of it. */
type SaidOfFile = readonly [uri: string, said: Said];

const importCountKey = 'importCount';

/**
 * How many imports to streams there were, the sandbox's left out. VS Code keeps it with its user, wherever the extension
 * runs: so it outlasts a container that is rebuilt, and the ledgers in it do not.
 */
export class ImportCount {
  constructor(private readonly user: StateStorage) {}

  get value(): number {
    const value = this.user.get(importCountKey);
    return Number.isSafeInteger(value) ? Number(value) : 0;
  }

  async add(): Promise<void> {
    await this.user.update(importCountKey, this.value + 1);
  }

  async forget(): Promise<void> {
    await this.user.update(importCountKey, undefined);
  }
}

/** The only door to what is kept of this workspace between sessions, outside of settings and secrets. */
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

  /** How the columns of a file with exactly this header were mapped last, if they were. */
  columnMapFor(headers: readonly string[]): RememberedMap | undefined {
    for (const remembered of this.columnMaps) {
      const columns = mapFor(remembered, headers);
      if (columns) return { headers, columns };
    }
    return undefined;
  }

  /** Keeps a map in place of an older one for the same header. It holds names of columns, and of a
   * contact's values none but salutations that were given a meaning. */
  async setColumnMap(map: RememberedMap): Promise<void> {
    const others = this.columnMaps.filter((remembered) => !fits(remembered, map.headers));
    await this.workspace.update(columnMapsKey, [map, ...others].slice(0, mostColumnMaps));
  }

  /** How many headers' maps are kept. */
  get columnMapCount(): number {
    return this.columnMaps.length;
  }

  async forgetColumnMaps(): Promise<void> {
    await this.workspace.update(columnMapsKey, undefined);
  }

  /** What the user said of a file, if anything. */
  saidOf(uri: string): Said | undefined {
    return this.said.find(([file]) => file === uri)?.[1];
  }

  /** Keeps what the user said of a file, in place of an older word. */
  async setSaid(uri: string, said: Said): Promise<void> {
    const others = this.said.filter(([file]) => file !== uri);
    await this.workspace.update(saidKey, [[uri, said], ...others].slice(0, mostSaid));
  }

  async forgetSaid(): Promise<void> {
    await this.workspace.update(saidKey, undefined);
  }

  /** How the user wants a file's problems reported, where that differs from the settings. */
  rulesOf(uri: string): RuleSettings {
    return this.fileRules.find(([file]) => file === uri)?.[1] ?? {};
  }

  /** Keeps that in place of what was kept of the file. It holds salutations and extensions that are kept as they are. */
  async setRules(uri: string, rules: RuleSettings): Promise<void> {
    const others = this.fileRules.filter(([file]) => file !== uri);
    const own = Object.keys(rules).length > 0 ? [[uri, rules] as const] : [];
    await this.workspace.update(fileRulesKey, [...own, ...others].slice(0, mostSaid));
  }

  async forgetRules(): Promise<void> {
    await this.workspace.update(fileRulesKey, undefined);
  }

  /** The last import of a file when the user cleared its marks, if that was ever done. */
  marksClearedAt(uri: string): string | undefined {
    return this.clearedMarks.find(([file]) => file === uri)?.[1];
  }

  async setMarksCleared(uri: string, importId: string): Promise<void> {
    const others = this.clearedMarks.filter(([file]) => file !== uri);
    await this.workspace.update(clearedMarksKey, [[uri, importId], ...others].slice(0, mostSaid));
  }

  async forgetClearedMarks(): Promise<void> {
    await this.workspace.update(clearedMarksKey, undefined);
  }

  /** Has what is kept of files that were moved hold where they are now, in place of what was kept of a file there. */
  async moveFiles(newAddress: (uri: string) => string | undefined): Promise<void> {
    const move = async (key: string, list: readonly (readonly [uri: string, ...unknown[]])[]) => {
      const old = list.filter(([uri]) => newAddress(uri) !== undefined);
      if (old.length === 0) return;
      const moved = old.map(([uri, ...kept]) => [newAddress(uri), ...kept]);
      const done = new Set([...old, ...moved].map(([uri]) => uri));
      await this.workspace.update(key, [...moved, ...list.filter(([uri]) => !done.has(uri))]);
    };
    await move(saidKey, this.said);
    await move(fileRulesKey, this.fileRules);
    await move(clearedMarksKey, this.clearedMarks);
  }

  private get clearedMarks(): readonly (readonly [uri: string, importId: string])[] {
    const value = this.workspace.get(clearedMarksKey);
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown) =>
      Array.isArray(item) && typeof item[0] === 'string' && typeof item[1] === 'string'
        ? [[item[0], item[1]] as const]
        : [],
    );
  }

  private get fileRules(): readonly (readonly [uri: string, rules: RuleSettings])[] {
    const value = this.workspace.get(fileRulesKey);
    if (!Array.isArray(value)) return [];
    return value.flatMap((item: unknown) =>
      Array.isArray(item) && typeof item[0] === 'string' ? [[item[0], storedRules(item[1])] as const] : [],
    );
  }

  private get said(): readonly SaidOfFile[] {
    const value = this.workspace.get(saidKey);
    return Array.isArray(value) ? value.filter((item) => isSaidOfFile(item)) : [];
  }

  private get columnMaps(): readonly RememberedMap[] {
    const value = this.workspace.get(columnMapsKey);
    return Array.isArray(value) ? value.flatMap((item: unknown) => readRememberedMap(item) ?? []) : [];
  }
}

/** What an older version may have stored is not trusted to have this shape; the name is all that is relied on. */
function isSelectedStream(value: unknown): value is SelectedStream {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

function isSaidOfFile(value: unknown): value is SaidOfFile {
  return (
    Array.isArray(value) && typeof value[0] === 'string' && (value[1] === 'list' || value[1] === 'noList')
  );
}

function storedRules(value: unknown): RuleSettings {
  const kept = readKeptValues((value as { kept?: unknown } | null)?.kept);
  return { ...readRuleSettings(value), ...(Object.keys(kept).length > 0 && { kept }) };
}
