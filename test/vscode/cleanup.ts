import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { signalGroup } from './processes';

const folders = new Set<string>();
const groups = new Set<number>();
let watching = false;
let interrupted: (() => void) | undefined;

/** Makes an empty folder under the system's temporary one, which is removed at the latest when this process ends. */
export function temporaryFolder(): string {
  watch();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-vscode-'));
  folders.add(folder);
  return folder;
}

/** Removes a folder of {@link temporaryFolder} now. A second call does nothing. */
export function removeTemporaryFolder(folder: string): void {
  if (!folders.delete(folder)) return;
  // A process that was just killed may still be writing its last file: hence the retries.
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Has a detached process's group killed when this process ends, however it ends; gives the undo. */
export function killAtExit(pid: number): () => void {
  watch();
  groups.add(pid);
  return () => groups.delete(pid);
}

/** Resolves at Ctrl+C, which then does not end the process: the caller does, in good order. */
export function untilInterrupted(): Promise<void> {
  watch();
  return new Promise((resolve) => {
    interrupted = resolve;
  });
}

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const pid of groups) signalGroup(pid, 'SIGKILL');
    for (const folder of [...folders]) {
      try {
        removeTemporaryFolder(folder);
      } catch {
        // what cannot be removed at exit is left to the system's own cleaning
      }
    }
  });
  // Exit through 'exit' above: without a listener these signals would end the process past it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (interrupted) interrupted();
      else process.exit(130);
    });
  }
}
