// npm run l10n: writes l10n/bundle.l10n.json, every sentence of `src` that a translation needs.
import fs from 'node:fs';
import { bundleFile, exportedBundle } from './support/l10n/bundle';

async function main(): Promise<void> {
  fs.writeFileSync(bundleFile, await exportedBundle());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
