import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** How a file is written. */
export interface Writing {
  /** Who may do what with it; its owner alone unless that is told. `usual`: as for any file that the user makes. */
  readonly mode?: number | 'usual';
  /**
   * Whether the disk is waited for. If not, what a power cut leaves may be neither the old nor the new: that is for what
   * can be made anew or done without, and knows when it is damaged.
   */
  readonly isSynced?: boolean;
}

/**
 * Writes a file beside the one that is there, and puts it in its place: whoever reads it finds the one or the other as a
 * whole, though several write it at once.
 * @param file its name begins that of the file that is written beside it
 * @param pieces what it holds, one behind the other
 * @throws when it cannot be written; the one before is then still there
 */
export async function replaceFile(
  file: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  { mode = 0o600, isSynced = false }: Writing = {},
): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(beside, 'wx', mode === 'usual' ? 0o666 : mode);
    try {
      // What the process masks is the file's own all the same.
      if (mode !== 'usual') await handle.chmod(mode);
      for await (const piece of pieces) await handle.appendFile(piece);
      if (isSynced) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
