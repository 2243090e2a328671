import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild, { type BuildOptions } from 'esbuild';

const { parts } = createRequire(import.meta.url)('../../../esbuild.js') as { parts: BuildOptions };

/** Builds the thread that reads workbooks as it is published, into a folder of its own, once for all tests of a file. */
export async function builtReader(): Promise<{ readonly file: string; readonly remove: () => void }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agentassist-contacts-'));
  const { spreadsheet } = parts.entryPoints as Readonly<Record<string, string>>;
  if (spreadsheet === undefined) throw new Error('There is no part that reads workbooks.');
  await esbuild.build({
    ...parts,
    entryPoints: { spreadsheet },
    outdir: folder,
    sourcemap: false,
    logLevel: 'silent',
  });
  return { file: path.join(folder, 'spreadsheet.js'), remove: () => fs.rmSync(folder, { recursive: true }) };
}
