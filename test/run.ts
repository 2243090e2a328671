// npm test [-- --only=lint,types,unit,host,e2e] [--desktop]: runs the tiers in order and sums them up.
import { tierNames, tiers, type TierName } from './support/tiers';

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(`npm test [-- --only=TIER,TIER] [--desktop]
  tiers      ${tierNames.join(', ')}
  --desktop  host tests in a desktop VS Code that is downloaded (npm run test:desktop); not proven on every system`);
    return;
  }
  const [passed, failed] = await run(selected(args), args.includes('--desktop'));
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function selected(args: readonly string[]): readonly TierName[] {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  if (only === undefined) return tierNames;
  const names = only.split(',');
  const unknown = names.filter((name) => !tierNames.some((tier) => tier === name));
  if (unknown.length > 0)
    throw new Error(`No such tier: ${unknown.join(', ')}. There are ${tierNames.join(', ')}.`);
  return tierNames.filter((name) => names.includes(name));
}

/** Runs tiers one after the other, whether earlier ones failed or not, and adds up what passed and what failed. */
async function run(names: readonly TierName[], desktop: boolean): Promise<[number, number]> {
  const lines: string[] = [];
  let [passed, failed] = [0, 0];
  for (const name of names) {
    console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
    const begun = Date.now();
    const result = await tiers[name]({ desktop }).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1, pending: 0 };
    });
    // A tier that ran nothing proves nothing.
    const empty = result.passed + result.failed === 0;
    if (empty) console.error(`${name}: no test ran.`);
    const failures = empty ? 1 : result.failed;
    passed += result.passed;
    failed += failures;
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    const skipped = result.pending > 0 ? `, ${result.pending} skipped` : '';
    lines.push(
      `${name.padEnd(6)} ${String(result.passed)} passed, ${failures} failed${skipped} in ${seconds} s`,
    );
    console.log(lines.at(-1));
  }
  console.log(`\n${lines.join('\n')}`);
  return [passed, failed];
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});
