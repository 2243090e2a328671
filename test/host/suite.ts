import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { grepVariable } from '../support/counts';
import CountingReporter from '../support/countingReporter';
import { ready } from './ready';

/**
 * What VS Code calls inside its extension host: runs every `*.test.js` that esbuild put beside this file.
 * Resolves when all passed; rejects otherwise, which becomes VS Code's exit code.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: CountingReporter,
    color: false,
    // A busy machine: what a test waits for has a limit of its own, and says what it was.
    timeout: 120_000,
    slow: 1_000,
    forbidOnly: true,
    failZero: true,
    fgrep: process.env[grepVariable] ?? '',
  });
  for (const name of fs.readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  await ready();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
