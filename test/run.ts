// npm test [-- --only=lint,types,host,unit,e2e] [--grep=WORDS] [--long] [--desktop]: runs the tiers and sums them up.
import { prepare, tierNames, tiers, type Runner, type TierName } from './support/tiers';
import type { HostOptions } from './vscode/hostTests';
import { capture, runVisibly } from './vscode/processes';

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(`npm test [-- --only=TIER,TIER] [--grep=WORDS] [--long] [--desktop]
  tiers      ${tierNames.join(', ')}
  --grep     of the host tests those alone with these words in their name
  --long     all runs of randomised tests and matrices instead of a share of them (npm run test:long)
  --desktop  host tests in a desktop VS Code that is downloaded (npm run test:desktop); not proven on every system`);
    return;
  }
  if (args.includes('--long')) process.env['TEST_LONG'] = '1';
  const host = { desktop: args.includes('--desktop'), grep: valueOf('--grep', args) };
  const [passed, failed] = await run(selected(args), host);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function selected(args: readonly string[]): readonly TierName[] {
  const only = valueOf('--only', args);
  if (only === undefined) return tierNames;
  const names = only.split(',');
  const unknown = names.filter((name) => !tierNames.some((tier) => tier === name));
  if (unknown.length > 0)
    throw new Error(`No such tier: ${unknown.join(', ')}. There are ${tierNames.join(', ')}.`);
  return tierNames.filter((name) => names.includes(name));
}

function valueOf(option: string, args: readonly string[]): string | undefined {
  return args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1);
}

/** Runs tiers, whether others failed or not, and adds up what passed and what failed. */
async function run(names: readonly TierName[], host: HostOptions): Promise<[number, number]> {
  await prepare(names, host.desktop);
  const all = await runTiers(names, host);
  console.log(`\n${all.map(({ line }) => line).join('\n')}`);
  const sum = (count: (result: TierResult) => number) =>
    all.reduce((total, result) => total + count(result), 0);
  return [sum(({ passed }) => passed), sum(({ failed }) => failed)];
}

interface TierResult {
  readonly passed: number;
  readonly failed: number;
  /** Both, and how long it took, for people. */
  readonly line: string;
}

/**
 * End to end takes about as long as all other tiers together: it runs beside them, and then takes over the last of
 * those that have not begun. The others are seen as they go on; of what runs beside them is shown what it said when it
 * is through.
 */
async function runTiers(names: readonly TierName[], host: HostOptions): Promise<TierResult[]> {
  const left = names.filter((name) => name !== 'e2e');
  const results = new Map<TierName, TierResult>();
  const work = async (next: () => TierName | undefined, quiet: boolean) => {
    for (let name = next(); name !== undefined; name = next()) {
      results.set(name, await runTier(name, host, quiet));
    }
  };
  const beside = async () => {
    results.set('e2e', await runTier('e2e', host, left.length > 0));
    await work(() => left.pop(), true);
  };
  await Promise.all([work(() => left.shift(), false), ...(names.includes('e2e') ? [beside()] : [])]);
  return names.flatMap((name) => results.get(name) ?? []);
}

async function runTier(name: TierName, host: HostOptions, quiet: boolean): Promise<TierResult> {
  const title = `\n── ${name} ${'─'.repeat(70 - name.length)}`;
  if (!quiet) console.log(title);
  let kept = '';
  const runUnseen: Runner = async (...command) => {
    const { code, output } = await capture(...command);
    if (quiet) kept += output;
    else console.log(output);
    return code;
  };
  const begun = Date.now();
  const run = quiet ? runUnseen : runVisibly;
  const counts = await tiers[name]({ host, run, runUnseen }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, pending: 0 };
  });
  if (quiet) console.log(`${title}\n${kept}`);
  // A tier that ran nothing proves nothing.
  const empty = counts.passed + counts.failed === 0;
  if (empty) console.error(`${name}: no test ran.`);
  const failed = empty ? 1 : counts.failed;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const skipped = counts.pending > 0 ? `, ${counts.pending} skipped` : '';
  const line = `${name.padEnd(6)} ${String(counts.passed)} passed, ${failed} failed${skipped} in ${seconds} s`;
  console.log(line);
  return { passed: counts.passed, failed, line };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});
