import assert from 'node:assert/strict';
import { readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import type { CheckedFile } from '../../../../src/core/files/checkedFile';
import { checkFile, type FileCheckOptions } from '../../../../src/core/files/checkFile';
import { FileError, type FileProblem } from '../../../../src/core/files/fileProblem';
import { readFileRows, type FileRow } from '../../../../src/core/files/fileRows';

export const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';

/** A folder that goes when the suite ends. Gives a function that puts a file into it, over the last one. */
export function tempFile(): (content: string | Uint8Array) => Promise<string> {
  let folder = '';
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'contacts-')));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  return async (content) => {
    const path = join(folder, 'contacts.csv');
    await writeFile(path, content);
    return path;
  };
}

/** Whether this process has the file open. Linux tells; elsewhere nothing is known, and nothing claimed. */
export function isOpen(path: string): boolean {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc/self/fd').some((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === path;
    } catch {
      return false;
    }
  });
}

/** The problem with which a reading ends, and what it gave before; the reading must fail. */
export async function failing<T>(
  reading: AsyncIterable<T>,
): Promise<{ readonly problem: FileProblem; readonly given: readonly T[] }> {
  const given: T[] = [];
  try {
    for await (const item of reading) given.push(item);
  } catch (error) {
    assert.ok(error instanceof FileError, String(error));
    return { problem: error.problem, given };
  }
  assert.fail('the reading came to its end');
}

const phones = createPhoneNumbers();

/** The file as a check leaves it, whatever it finds. */
export async function checkedFile(
  path: string,
  options: Partial<FileCheckOptions> = {},
): Promise<CheckedFile> {
  const result = await checkFile(path, { phones, settings: {}, limit: 0, ...options });
  assert.ok(result.ok);
  return result.file;
}

/** All rows of a file that was checked. */
export async function allRows(...of: Parameters<typeof readFileRows>): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  for await (const group of readFileRows(...of)) rows.push(...group);
  return rows;
}

/** Line and column of an offset, found the slow way. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
