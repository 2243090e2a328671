import fs from 'node:fs';
import path from 'node:path';
import { poll } from './poll';

/**
 * Deletes the results that are kept for a reload, once they are: that comes after the message about an import, and what
 * is written later would be there again.
 * @param storage the extension's folder of a session
 */
export async function deleteKeptResults(storage: string): Promise<void> {
  const folder = path.join(storage, 'results');
  await poll('results to be kept', () => {
    const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    const isWhole = names.length > 0 && names.every((name) => name.endsWith('.results'));
    return Promise.resolve(isWhole ? true : undefined);
  });
  fs.rmSync(folder, { recursive: true });
}
