/** What the manifest's `when` clauses ask for, without its prefix. A test holds this list against the manifest. */
export const contextKeys = [
  /** Paths of the open contact lists, spelt as {@link pathSpellings} does. */
  'lists',
  /** The same of the open files that may be sent with a click: contact lists, and whatever names people or numbers. */
  'sendable',
  'sandboxRuns',
  'hasStreams',
  /** Only once that is known, so that nothing is hidden before the extension was needed. */
  'noHistory',
  /** Of no import anything is left to resume, to find or to save: only once known, too. */
  'nothingToResume',
  'nothingToFind',
  'nothingToSave',
  'isLooking',
  /** Whether an import has brought a contact to a stream. */
  'hasSent',
  /** For a moment, some time after a page of VS Code's own was opened, such as a walkthrough. */
  'pageOpened',
] as const;
export type ContextKey = (typeof contextKeys)[number];

/**
 * Keeps a key at what is true: now, and after each of the changes. VS Code hears of it only when it differs.
 * @param read gives what is true; a rejection leaves the key as it is
 */
export function keepContextKey(
  key: ContextKey,
  read: () => unknown,
  changes: readonly ((listener: () => void) => { dispose(): void })[],
  set: (key: ContextKey, value: unknown) => void,
): { dispose(): void } {
  let told: string | undefined;
  let latest = 0;
  const update = async () => {
    const turn = ++latest;
    const value = await read();
    const text = JSON.stringify(value);
    // A later reading has overtaken this one, or nothing is new.
    if (turn !== latest || text === told) return;
    told = text;
    set(key, value);
  };
  const soon = () => void update().catch(() => undefined);
  const subscriptions = changes.map((change) => change(soon));
  soon();
  return {
    dispose: () => {
      latest = -1;
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/**
 * The path of a file as the window may have it in `resourcePath`: with the separators of its own system, which need not
 * be those of the machine the file is on.
 */
export function pathSpellings({ fsPath }: { readonly fsPath: string }): readonly string[] {
  return [...new Set([fsPath, fsPath.replaceAll('\\', '/'), fsPath.replaceAll('/', '\\')])];
}
