import { realpath, stat } from 'node:fs/promises';
import { replaceFile } from './replaceFile';

/**
 * Writes a file of the user's, a piece at a time: one that is there keeps its place behind a link and who may use it.
 * @throws as `replaceFile` does, and what the pieces throw; the file is then as it was
 */
export async function saveFile(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const place = await realpath(file).catch(() => file);
  const mode = await stat(place).then(
    (known) => known.mode & 0o777,
    () => 'usual' as const,
  );
  await replaceFile(place, pieces, { mode });
}
