import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file that only its owner may read, beside the one that is there, and puts it in its place: whoever reads it
 * finds the one or the other as a whole, though several write it at once. The disk is not waited for: what a power cut
 * leaves may be neither, so this is for what can be made anew or done without, and knows when it is damaged.
 * @param file its name begins that of the file that is written beside it
 * @param pieces what it holds, one behind the other
 * @throws when it cannot be written; the one before is then still there
 */
export async function replaceFile(
  file: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      for await (const piece of pieces) await handle.appendFile(piece);
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
