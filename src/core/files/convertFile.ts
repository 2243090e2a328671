import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { problemOf, type FileProblem } from './fileProblem';
import { replaceFile } from './replaceFile';

/**
 * Why a file was not converted. `undecodable`: the encoding cannot read it; the first character that it cannot is on
 * that line. `notKept`: what was read back is not what was written, and the old bytes are there again.
 */
export type ConversionProblem =
  FileProblem | { readonly reason: 'undecodable'; readonly line: number } | { readonly reason: 'notKept' };

export type Conversion =
  | {
      readonly ok: true;
      /** Writes the old bytes back, unless the file is another one by now: then `false`. */
      readonly undo: () => Promise<boolean>;
    }
  | { readonly ok: false; readonly problem: ConversionProblem };

/**
 * Rewrites a file as UTF-8 without a byte order mark: decodes it, writes what comes of it beside, puts that in its place,
 * and reads it back. Until then the file is what it was.
 *
 * @param decode the text of the bytes, in which U+FFFD stands for what cannot be decoded
 */
export async function convertToUtf8(
  path: string,
  decode: (bytes: Uint8Array) => string | PromiseLike<string>,
): Promise<Conversion> {
  try {
    // A link stays one.
    const file = await realpath(path);
    const before = await readFile(file);
    const text = (await decode(before)).replace(/^\uFEFF/, '');
    // Half of a pair has no UTF-8 either.
    const lost = text.search(/[\uFFFD\p{Surrogate}]/u);
    if (lost >= 0) {
      const line = text.slice(0, lost).split(/\r\n|\r|\n/).length;
      return { ok: false, problem: { reason: 'undecodable', line } };
    }
    const after = Buffer.from(text);
    if (!(await replace(file, before, after))) return { ok: false, problem: { reason: 'changed' } };
    if (!(await readFile(file)).equals(after)) {
      await overwrite(file, before);
      return { ok: false, problem: { reason: 'notKept' } };
    }
    return { ok: true, undo: () => replace(file, after, before) };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return { ok: false, problem };
  }
}

/**
 * Whether a file may be written. What is put in its place asks the folder alone, so that one which nobody may write would
 * be rewritten too.
 * @throws when it is not there
 */
export async function isWritable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & 0o222) === 0) return false;
  return await access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Replaces what a file holds, if it still holds that. */
async function replace(file: string, before: Buffer, after: Buffer): Promise<boolean> {
  if (!(await readFile(file)).equals(before)) return false;
  await overwrite(file, after);
  return true;
}

/** Whoever reads finds the old or the new, whatever happens meanwhile; who may read it stays as it is. */
async function overwrite(file: string, bytes: Buffer): Promise<void> {
  const { mode } = await stat(file);
  await replaceFile(file, [bytes], { mode: mode & 0o777, isSynced: true });
}
