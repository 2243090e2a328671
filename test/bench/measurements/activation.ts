import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageExtension } from '../../vscode/packageExtension';
import { root } from '../../vscode/paths';
import type { Figure, Measurement } from '../measurement';
import { exactly, summarise } from '../summary';

const rounds = 41;

/** What VS Code does before it can activate the extension, as it is published, each time in a process of its own. */
const measurement: Measurement = {
  about: 'loading the extension, and its size',
  rows: [],
  async measure() {
    const vsix = await packageExtension();
    const kilobytes = (file: string) => exactly(fs.statSync(file).size / 1000);
    return [
      ...times(),
      { what: 'size of the entry', unit: 'kB', value: kilobytes(built('extension')), target: { atMost: 15 } },
      { what: 'size of the VSIX', unit: 'kB', value: kilobytes(vsix), target: { atMost: 500 } },
    ];
  },
};
export default measurement;

function built(part: string): string {
  return path.join(root, 'dist', `${part}.js`);
}

function times(): Figure[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-bench-'));
  try {
    const [empty, entry, rest] = inTurns([emptyExtension(folder), built('extension'), built('main')]);
    const ms = (what: string, samples: readonly number[] = []): Figure => {
      return { what, unit: 'ms', value: summarise(samples) };
    };
    const figures = [
      ms('require of an empty extension', empty),
      ms('require of the entry', entry),
      ms('require of the rest, when activate is called', rest),
    ] as const;
    const more = figures[1].value.median - figures[0].value.median;
    return [
      ...figures,
      { what: 'the entry takes more', unit: 'ms', value: exactly(more), target: { atMost: 1 } },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The least that an extension can be. */
function emptyExtension(folder: string): string {
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "main": "./extension.js" }\n');
  const file = path.join(folder, 'extension.js');
  fs.writeFileSync(file, 'exports.activate = () => {};\n');
  return file;
}

/** How long it takes to require each file, in ms, one after the other and over again. */
function inTurns(files: readonly string[]): number[][] {
  const names = namesOfTheApi();
  const samples = files.map(() => [] as number[]);
  for (let round = -2; round < rounds; round++) {
    for (const [index, file] of files.entries()) {
      const took = requireTime(file, names);
      if (round >= 0) samples[index]?.push(took);
    }
  }
  return samples;
}

function requireTime(file: string, names: readonly string[]): number {
  const program = path.join(import.meta.dirname, '..', 'activation', 'requireTime.mjs');
  // Without the options by which this process runs TypeScript.
  const env = { ...process.env, NODE_OPTIONS: '' };
  return Number(execFileSync(process.execPath, [program, file, names.join()], { env, encoding: 'utf8' }));
}

/** What `vscode` exports, by its typings: their number matters, for bundles copy them. */
function namesOfTheApi(): string[] {
  const typings = fs.readFileSync(path.join(root, 'node_modules/@types/vscode/index.d.ts'), 'utf8');
  const exported = /^\texport (?:class|enum|namespace|const|function|let) (\w+)/gm;
  return [...new Set([...typings.matchAll(exported)].map(([, name = '']) => name))];
}
