import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A temporary folder for each test of the suite, removed after it. */
export function useFolder(): () => string {
  let folder = '';
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-delivery-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return () => folder;
}
