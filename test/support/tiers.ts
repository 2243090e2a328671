import type { SpawnOptions } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { builtVsix, vsixVariable } from '../e2e/support/builtVsix';
import { findChromium } from '../vscode/chromium';
import { codeServer } from '../vscode/codeServer';
import { runHostTests, type HostOptions } from '../vscode/hostTests';
import { reportsFolder, root, scratch } from '../vscode/paths';
import { mustRun } from '../vscode/processes';
import { readCounts, reportVariable, type Counts } from './counts';

/**
 * The tiers' names in the order in which they run: the quickest to tell first. Host tests come before unit tests, whose
 * output can be kept back while another tier's is seen.
 */
export const tierNames = ['lint', 'types', 'host', 'unit', 'e2e'] as const;

/** One of {@link tierNames}. */
export type TierName = (typeof tierNames)[number];

/** Runs a program to its end and gives its exit code. */
export type Runner = (program: string, args: readonly string[], options: SpawnOptions) => Promise<number>;

/** How the tiers are run. */
export interface TierOptions {
  readonly host: HostOptions;
  /** What becomes of the output of programs: it goes to the terminal, or is kept until the tier has ended. */
  readonly run: Runner;
  /** The same for what goes on beside it: its output is seen when it has ended. */
  readonly runUnseen: Runner;
}

/**
 * Gets and builds what the tiers need, so that tiers which run side by side do not get in each other's way: VS Code,
 * the packaged extension, and after it the extension as the host tests load it, in the folder that was packaged.
 */
export async function prepare(names: readonly TierName[], desktop: boolean): Promise<void> {
  const [host, e2e] = [names.includes('host'), names.includes('e2e')];
  if (e2e || (host && !desktop)) await Promise.all([codeServer(), findChromium()]);
  if (e2e) process.env[vsixVariable] = await builtVsix();
  if (host) await mustRun(process.execPath, ['esbuild.js', '--tests'], { cwd: root });
}

/** What runs each tier: gives its counts, and throws an Error in plain words when it could not run at all. */
export const tiers: Readonly<Record<TierName, (options: TierOptions) => Promise<Counts>>> = {
  lint: ({ run }) =>
    checks(run, [
      ['eslint', 'node_modules/eslint/bin/eslint.js', '.'],
      ['circles', 'node_modules/tsx/dist/cli.mjs', 'test/circles.ts'],
      // What has not changed since it was well formatted is not parsed again. With types it is otherwise: there a change
      // in one file is a mistake in another, so eslint and tsc keep nothing.
      [
        'prettier',
        'node_modules/prettier/bin/prettier.cjs',
        '--check',
        '.',
        ...['--cache', '--cache-strategy', 'content'],
        ...['--cache-location', path.join(scratch, 'prettier')],
      ],
    ]),
  types: ({ run }) =>
    checks(
      run,
      projects().map((project) => ['tsc', 'node_modules/typescript/bin/tsc', '-p', project]),
    ),
  unit: ({ run }) => mocha(run, 'unit', '.mocharc.cjs'),
  host: ({ host }) => runHostTests(host),
  e2e: async ({ run, runUnseen }) => {
    const [first, second] = e2eHalves();
    const [one, other] = await Promise.all([
      mocha(run, 'e2e-1', '.mocharc.e2e.json', first),
      mocha(runUnseen, 'e2e-2', '.mocharc.e2e.json', second),
    ]);
    return {
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      pending: one.pending + other.pending,
    };
  },
};

/**
 * The files of the end-to-end tests in two halves that take about as long. Most of that is waiting, for windows and for
 * what a stream asks for: they go on side by side, each with windows of its own.
 */
function e2eHalves(): readonly [string[], string[]] {
  const folder = 'test/e2e';
  const files = fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));
  const isFirst = (file: string) => /page|delivery|failures|fixing/.test(path.relative(folder, file));
  return [files.filter(isFirst), files.filter((file) => !isFirst(file))];
}

/** The folders with a compiler configuration of their own, by glob, so that no layer is left unchecked. */
function projects(): string[] {
  const folders = fs
    .readdirSync(path.join(root, 'src'), { withFileTypes: true })
    .filter((e) => e.isDirectory());
  const own = folders.filter(({ name }) => fs.existsSync(path.join(root, 'src', name, 'tsconfig.json')));
  return ['.', ...own.map(({ name }) => `src/${name}`)];
}

/** Runs programs of node_modules, each of which counts as one check. */
async function checks(run: Runner, commands: readonly (readonly string[])[]): Promise<Counts> {
  let failed = 0;
  for (const [name = '', ...args] of commands) {
    const code = await run(process.execPath, args, { cwd: root });
    if (code !== 0) failed += 1;
    console.log(`${code === 0 ? '✔' : '✖'} ${name} ${args.slice(1).join(' ')}`);
  }
  return { passed: commands.length - failed, failed, pending: 0 };
}

/** Runs mocha in a process of its own and reads the counts from the report that it leaves. */
async function mocha(
  run: Runner,
  tier: string,
  config: string,
  files: readonly string[] = [],
): Promise<Counts> {
  const report = path.join(reportsFolder, `${tier}.json`);
  fs.rmSync(report, { force: true });
  const args = ['node_modules/mocha/bin/mocha.js', '--config', config];
  args.push(...files, '--reporter', path.join(root, 'test/support/countingReporter.ts'));
  const code = await run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, [reportVariable]: report },
  });
  const counts = readCounts(report) ?? { passed: 0, failed: 0, pending: 0 };
  // Ended by a signal, by an error while the files were loaded, or by something left running: no success either way.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
