import { stat, type FileHandle } from 'node:fs/promises';
import { StorageError, storing } from '../../files/storageError';
import { syncWithinMs, type LedgerFile } from './store';

/** Stands behind what is left of a line that could not be written to its end. No line that is whole ends so. */
export const tornMark = ' (torn)';

/**
 * A ledger that is being written into a file, one line after the other, though nobody waits for the one before.
 * @param file where it lies: what goes on into a file that was removed is known to nobody
 */
export function diskLedgerFile(handle: FileHandle, file: string): LedgerFile {
  let last: Promise<unknown> = Promise.resolve();
  // Rows are named while the outcome of those before is written down.
  const inTurn = (work: () => Promise<void>) => {
    const done = last.then(() => storing(work));
    last = done.catch(() => undefined);
    return done;
  };

  let soon: NodeJS.Timeout | undefined;
  const sync = async () => {
    clearTimeout(soon);
    soon = undefined;
    await handle.datasync();
  };
  /** What went wrong when nobody waited for the disk. The system tells it once: whoever appends next must hear of it. */
  let failure: unknown;
  const syncUnasked = () =>
    void inTurn(() =>
      sync().catch((error: unknown) => {
        failure = error;
      }),
    );

  let isTorn = false;
  const write = async (line: string) => {
    // What is left of a line must not spoil the next one.
    const text = `${isTorn ? `${tornMark}\n` : ''}${line}\n`;
    isTorn = true;
    await handle.appendFile(text);
    isTorn = false;
  };

  const assertThere = async () => {
    const [there, own] = await Promise.all([stat(file), handle.stat()]);
    if (own.nlink === 0 || there.ino !== own.ino) throw new StorageError('ENOENT');
  };

  return {
    write: (line) =>
      inTurn(async () => {
        await write(line);
        soon ??= setTimeout(syncUnasked, syncWithinMs);
      }),
    append: (line) =>
      inTurn(async () => {
        if (failure !== undefined) throw failure as Error;
        await write(line);
        await sync();
        await assertThere();
      }),
    async touch() {
      const now = new Date();
      await handle.utimes(now, now);
    },
    close: () =>
      inTurn(async () => {
        clearTimeout(soon);
        await handle.close();
      }),
  };
}
