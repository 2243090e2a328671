import { stat, type FileHandle } from 'node:fs/promises';
import { StorageError, storing } from '../../files/storageError';
import { syncWithinMs, type LedgerFile } from './store';

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

  const assertThere = async () => {
    const [there, own] = await Promise.all([stat(file), handle.stat()]);
    if (own.nlink === 0 || there.ino !== own.ino) throw new StorageError('ENOENT');
  };

  return {
    write: (line) =>
      inTurn(async () => {
        await handle.appendFile(`${line}\n`);
        soon ??= setTimeout(syncUnasked, syncWithinMs);
      }),
    append: (line) =>
      inTurn(async () => {
        if (failure !== undefined) throw failure as Error;
        await handle.appendFile(`${line}\n`);
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
