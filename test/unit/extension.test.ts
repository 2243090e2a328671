import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import esbuild, { type BuildOptions } from 'esbuild';

const require = createRequire(import.meta.url);
const { parts } = require('../../esbuild.js') as { parts: BuildOptions };

/** The entry as it is published. */
interface Entry {
  activate(context: unknown): Promise<void>;
}

/** What the stand-in for `vscode` keeps. */
interface Shown {
  readonly shown: readonly string[];
}

const vscode = `
exports.shown = [];
exports.l10n = { t: (words) => words };
exports.window = { showErrorMessage: async (words) => void exports.shown.push(words) };
`;

describe('activation', () => {
  let folder: string;

  /** Loads the entry with a stand-in for the rest of the extension; without one, nothing lies beside the entry. */
  function entryBeside(main?: string): Entry {
    if (main !== undefined) fs.writeFileSync(path.join(folder, 'main.js'), main);
    return require(path.join(folder, 'extension.js')) as Entry;
  }

  const shown = () => (require(path.join(folder, 'node_modules/vscode')) as Shown).shown;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-entry-'));
    fs.mkdirSync(path.join(folder, 'node_modules/vscode'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'node_modules/vscode/index.js'), vscode);
    const { extension = '' } = parts.entryPoints as Readonly<Record<string, string>>;
    await esbuild.build({ ...parts, entryPoints: { extension }, outdir: folder });
  });

  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('loads the rest, and has started it when it is through', async () => {
    const entry = entryBeside('exports.start = (context) => context.started.push("all");');
    const context = { started: [] };
    const activated = entry.activate(context);
    assert.deepEqual(context.started, []);
    await activated;
    assert.deepEqual(context.started, ['all']);
    assert.deepEqual(shown(), []);
  });

  it('fails, and says so, when the rest is not there', async () => {
    await assert.rejects(entryBeside().activate({}), { code: 'MODULE_NOT_FOUND' });
    assert.deepEqual(shown(), ['Agent Assist Contacts could not start. Installing it again may help.']);
  });

  it('fails, and says so, when a part cannot be made', async () => {
    const entry = entryBeside('exports.start = () => { throw new Error("no part"); };');
    await assert.rejects(entry.activate({}), { message: 'no part' });
    assert.equal(shown().length, 1);
  });
});
