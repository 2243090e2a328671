import { systemError } from './systemError';

/**
 * Why a file could not be read to its end, as data: the editor words it.
 *
 * | reason | when |
 * |---|---|
 * | `notFound` | nothing is there |
 * | `noPermission` | the user may not read it |
 * | `notAFile` | a directory, or a device |
 * | `unreadable` | any other error of the system; `systemCode` is Node's code for it |
 * | `changed` | its size, its time of change or its bytes became others while it was read, or since it was checked |
 * | `utf16` | it is UTF-16, by its byte order mark or by its NULs |
 * | `encoding` | it is not UTF-8: the first byte that cannot be is at `offset`, in bytes from the start of the file |
 * | `recordTooLong` | the record that starts on `line` has not ended after 16 M UTF-16 units |
 * | `cancelled` | the caller's signal was aborted |
 */
export type FileProblem =
  | { readonly reason: 'notFound' | 'noPermission' | 'notAFile' | 'changed' | 'utf16' | 'cancelled' }
  | { readonly reason: 'unreadable'; readonly systemCode?: string }
  | ({ readonly reason: 'encoding'; readonly offset: number } & Place)
  | { readonly reason: 'recordTooLong'; readonly line: number };

/** A place in a file. Both count from 1, columns in UTF-16 units; lines are those of {@link lineStarts}. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Ends the reading of a file. Its message holds nothing of the file, so it may be logged. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(readonly problem: FileProblem) {
    super(`The file was not read to its end: ${problem.reason}`);
  }
}

const reasons: Readonly<Record<string, 'notFound' | 'noPermission' | 'notAFile'>> = {
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EISDIR: 'notAFile',
};

/** What a {@link FileError} or an error of Node's file system says; `undefined` for any other error. */
export function problemOf(error: unknown): FileProblem | undefined {
  if (error instanceof FileError) return error.problem;
  const { code, call } = systemError(error);
  if (code === undefined || call === undefined) return undefined;
  const reason = reasons[code];
  return reason === undefined ? { reason: 'unreadable', systemCode: code } : { reason };
}
