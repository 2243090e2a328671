import { open, stat, type FileHandle } from 'node:fs/promises';
import { FileError, problemOf } from './fileProblem';
import { placeBehind } from './lines';
import { isUtf16, Utf8Cutter, utf16SampleBytes } from './utf8';

/** What a caller may want of the reading of a file besides what is in it. */
export interface FileReading {
  /** Ends it, with the problem `cancelled`. */
  readonly signal?: AbortSignal;
  /** Is told how far the reading is, in bytes. */
  readonly onProgress?: (bytesRead: number, bytesInAll: number) => void;
  /** How much is read at a time; 64 kB unless given. */
  readonly chunkBytes?: number;
}

/** What those of this folder want besides. */
export interface RawReading extends FileReading {
  /**
   * Is handed all bytes of the file, the byte order mark included, in stretches of `chunkBytes` of which only the last
   * may be shorter: each before any character of it is given.
   */
  readonly onBytes?: (bytes: Uint8Array) => void;
  /** The file as it was before: its size in bytes and its time of change in ms since 1970. */
  readonly expected?: { readonly size: number; readonly mtimeMs: number };
}

/** With more at a time it gets no faster. */
const usualChunkBytes = 0x1_0000;

/**
 * Reads a file as UTF-8, strictly: gives its bytes without a byte order mark, in pieces that are whole characters. The
 * file is closed when the generator ends, whichever way.
 *
 * @throws FileError with any reason but `recordTooLong`. What comes before a bad byte is given first; whether the file
 *   has changed meanwhile is known at its end
 */
export async function* readUtf8File(path: string, reading: RawReading = {}): AsyncGenerator<Buffer, void> {
  try {
    // Opening a pipe would wait for somebody to write into it.
    if (!(await stat(path)).isFile()) throw new FileError({ reason: 'notAFile' });
    const file = await open(path);
    try {
      yield* charactersOf(file, reading);
    } finally {
      await file.close();
    }
  } catch (error) {
    const problem = problemOf(error);
    throw problem === undefined ? error : new FileError(problem);
  }
}

async function* charactersOf(file: FileHandle, reading: RawReading): AsyncGenerator<Buffer, void> {
  const start = await read(file, 0, utf16SampleBytes);
  if (isUtf16(start)) throw new FileError({ reason: 'utf16' });
  const cutter = new Utf8Cutter();
  let badOffset: number | undefined;
  for await (const bytes of bytesOf(file, reading)) {
    const taken = cutter.take(bytes);
    if (taken.characters.length > 0) yield taken.characters;
    badOffset = taken.badOffset;
    if (badOffset !== undefined) break;
  }
  badOffset ??= cutter.end();
  if (badOffset === undefined) return;
  // Read again to count lines: only a file with such a byte pays for it.
  const place = await placeBehind(textBefore(file, badOffset, reading));
  throw new FileError({ reason: 'encoding', offset: badOffset, ...place });
}

/** All bytes of the file, and an error unless it is at the end the file that it was at the start. */
async function* bytesOf(file: FileHandle, reading: RawReading): AsyncGenerator<Buffer, void> {
  const before = await file.stat();
  const { size, mtimeMs } = reading.expected ?? before;
  if (before.size !== size || before.mtimeMs !== mtimeMs) throw new FileError({ reason: 'changed' });
  let bytesRead = 0;
  // One byte more than there should be: a log that is written to all the time has no end.
  for await (const bytes of chunksOf(file, size + 1, reading)) {
    bytesRead += bytes.length;
    reading.onBytes?.(bytes);
    reading.onProgress?.(bytesRead, size);
    yield bytes;
  }
  const after = await file.stat();
  if (bytesRead !== size || after.mtimeMs !== mtimeMs) throw new FileError({ reason: 'changed' });
}

async function* textBefore(
  file: FileHandle,
  end: number,
  reading: FileReading,
): AsyncGenerator<string, void> {
  const cutter = new Utf8Cutter();
  for await (const bytes of chunksOf(file, end, reading)) yield cutter.take(bytes).characters.toString();
}

/** The file up to an offset, or its end. */
async function* chunksOf(
  file: FileHandle,
  end: number,
  { signal, chunkBytes = usualChunkBytes }: FileReading,
): AsyncGenerator<Buffer, void> {
  for (let offset = 0; offset < end;) {
    if (signal?.aborted === true) throw new FileError({ reason: 'cancelled' });
    const bytes = await read(file, offset, Math.min(chunkBytes, end - offset));
    if (bytes.length === 0) return;
    offset += bytes.length;
    yield bytes;
  }
}

/** So many bytes, unless the file ends before: the system may give fewer at once. */
async function read(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
