/** What Node and node-fetch tell of a failed request besides its text, which is for people. */
export interface SystemError {
  readonly code: string | undefined;
  /** The system call that failed, such as `connect`. */
  readonly call: string | undefined;
}

/** Reads Node's errors and node-fetch's, which keep code and call but not the error they wrap. */
export function systemError(error: unknown): SystemError {
  const fields = Object(error) as Partial<Record<'code' | 'syscall' | 'erroredSysCall', unknown>>;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return { code: text(fields.code), call: text(fields.syscall) ?? text(fields.erroredSysCall) };
}
