import fs from 'node:fs';
import path from 'node:path';
import { builtVsix } from '../e2e/support/builtVsix';
import { runHostTests } from '../vscode/hostTests';
import { reportsFolder, root } from '../vscode/paths';
import { mustRun, runVisibly } from '../vscode/processes';
import { readCounts, reportVariable, type Counts } from './counts';

/** The tiers' names in the order in which they run: the quickest to tell first. */
export const tierNames = ['lint', 'types', 'unit', 'host', 'e2e'] as const;

/** One of {@link tierNames}. */
export type TierName = (typeof tierNames)[number];

/** How the tiers are run. */
export interface TierOptions {
  /** Host tests in a downloaded desktop VS Code instead of code-server. */
  readonly desktop: boolean;
}

/** What runs each tier: gives its counts, and throws an Error in plain words when it could not run at all. */
export const tiers: Readonly<Record<TierName, (options: TierOptions) => Promise<Counts>>> = {
  lint: () =>
    checks([
      ['eslint', 'node_modules/eslint/bin/eslint.js', '.'],
      ['prettier', 'node_modules/prettier/bin/prettier.cjs', '--check', '.'],
    ]),
  types: () => checks(projects().map((project) => ['tsc', 'node_modules/typescript/bin/tsc', '-p', project])),
  unit: () => mocha('unit', '.mocharc.json'),
  host: async ({ desktop }) => {
    await mustRun(process.execPath, ['esbuild.js', '--tests'], { cwd: root });
    return runHostTests(desktop ? 'desktop' : 'server');
  },
  e2e: async () => mocha('e2e', '.mocharc.e2e.json', { VSCODE_TEST_VSIX: await builtVsix() }),
};

/** The folders with a compiler configuration of their own, by glob, so that no layer is left unchecked. */
function projects(): string[] {
  const folders = fs
    .readdirSync(path.join(root, 'src'), { withFileTypes: true })
    .filter((e) => e.isDirectory());
  const own = folders.filter(({ name }) => fs.existsSync(path.join(root, 'src', name, 'tsconfig.json')));
  return ['.', ...own.map(({ name }) => `src/${name}`)];
}

/** Runs programs of node_modules, each of which counts as one check. */
async function checks(commands: readonly (readonly string[])[]): Promise<Counts> {
  let failed = 0;
  for (const [name = '', ...args] of commands) {
    const code = await runVisibly(process.execPath, args, { cwd: root });
    if (code !== 0) failed += 1;
    console.log(`${code === 0 ? '✔' : '✖'} ${name} ${args.slice(1).join(' ')}`);
  }
  return { passed: commands.length - failed, failed, pending: 0 };
}

/** Runs mocha in a process of its own and reads the counts from the report that it leaves. */
async function mocha(tier: string, config: string, env: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const report = path.join(reportsFolder, `${tier}.json`);
  fs.rmSync(report, { force: true });
  const args = ['node_modules/mocha/bin/mocha.js', '--config', config];
  args.push('--reporter', path.join(root, 'test/support/countingReporter.ts'));
  const code = await runVisibly(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, [reportVariable]: report },
  });
  const counts = readCounts(report) ?? { passed: 0, failed: 0, pending: 0 };
  // Ended by a signal, by an error while the files were loaded, or by something left running: no success either way.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
