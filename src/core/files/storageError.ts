import { systemError } from './systemError';

/** What is kept beside the user's files cannot be written: the disk is full, read-only, or what was being written is gone. */
export class StorageError extends Error {
  override readonly name = 'StorageError';

  /** @param code Node's, such as `ENOSPC`; `ENOENT` for what was removed while it was being written */
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`The storage of the extension cannot be written (${code})`, options);
  }
}

/**
 * The code of a {@link StorageError}; `undefined` for any other error. Not by `instanceof`: parts that are loaded apart
 * from each other throw it, each by a class of its own.
 */
export function storageCode(error: unknown): string | undefined {
  return error instanceof Error && error.name === 'StorageError' ? systemError(error).code : undefined;
}

/** Does what writes; an error of the system becomes a {@link StorageError}, any other one stays what it is. */
export async function storing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = systemError(error);
    if (code === undefined || storageCode(error) !== undefined) throw error;
    throw new StorageError(code, { cause: error });
  }
}
