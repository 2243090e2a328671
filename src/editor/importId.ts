/** What names an import in the ledger, where a command is about one. */
export interface NamesImport {
  readonly importId: string;
}

/** The import that a command's argument names: its id, or an item of the list of imports. */
export function importIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  const { importId } = (argument ?? {}) as Partial<NamesImport>;
  return typeof importId === 'string' ? importId : undefined;
}
