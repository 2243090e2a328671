import { commandIds, fullId, needsTrust, type CommandId, type Handler } from '../commandIds';

/** What registering needs of VS Code. */
export interface CommandHost<T> {
  /** Registers what a command does under its full id. */
  register(id: string, run: Handler): T;
  /** Whether the workspace is trusted; tells the user when it is not. */
  isTrusted(): Promise<boolean>;
  /** Takes whatever a command throws, and what does it once more. */
  showError(error: unknown, again: () => unknown): void;
}

/** Registers every command of the table: one place refuses what must wait for trust, and shows what went wrong. */
export function registerCommands<T>(
  handlers: Readonly<Record<CommandId, Handler>>,
  host: CommandHost<T>,
): readonly T[] {
  return commandIds.map((id) => {
    const run: Handler = async (...args) => {
      try {
        if (needsTrust(id) && !(await host.isTrusted())) return undefined;
        return await handlers[id](...args);
      } catch (error) {
        host.showError(error, () => run(...args));
        return undefined;
      }
    };
    return host.register(fullId(id), run);
  });
}
