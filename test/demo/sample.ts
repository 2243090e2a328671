import fs from 'node:fs';
import path from 'node:path';
import { root, scratch } from '../vscode/paths';
import { files } from './labels';

/** Everything that the demo writes: workspace, profile, screenshots. */
export const demoFolder = path.join(scratch, 'demo');

const fixtures = path.join(root, 'test/fixtures/demo');

/** The demo's files as bytes, by name. */
export function sampleFiles(): Record<string, Buffer> {
  return Object.fromEntries(
    Object.values(files).map((name) => [name, fs.readFileSync(path.join(fixtures, name))]),
  );
}

/** Copies the samples into a fresh workspace folder, so that edits never reach the repository; gives its path. */
export function sampleWorkspace(): string {
  const folder = path.join(demoFolder, 'workspace');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(fixtures, folder, { recursive: true });
  return folder;
}
