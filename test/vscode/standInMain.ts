// Started by standIn.mjs with the arguments that @vscode/test-electron gives to VS Code.
import fs from 'node:fs';
import { findChromium } from './chromium';
import { removeTemporaryFolder, temporaryFolder } from './cleanup';
import { codeServer } from './codeServer';
import { runInHost } from './hostPage';
import { makeProfile } from './profile';
import { startServer } from './server';

const hostTimeoutMs = 900_000;

async function main(args: readonly string[]): Promise<number> {
  const [product, chromium] = [await codeServer(), await findChromium()];
  const home = temporaryFolder();
  const profile = makeProfile(home);
  const server = await startServer(product, profile, { smokeTestDriver: true });
  try {
    const code = await runInHost({
      address: server.address,
      chromium,
      extension: option(args, 'extensionDevelopmentPath'),
      suite: option(args, 'extensionTestsPath'),
      folder: args.find((arg) => !arg.startsWith('-')),
      timeoutMs: hostTimeoutMs,
    });
    return hostWasKilled(fs.readFileSync(server.log, 'utf8')) ? 1 : code;
  } finally {
    await server.stop();
    removeTemporaryFolder(home);
  }
}

function option(args: readonly string[], name: string): string {
  const given = args.find((arg) => arg.startsWith(`--${name}=`));
  if (!given) throw new Error(`--${name}= is missing.`);
  return given.slice(name.length + 3);
}

/** The workbench reports exit code 0 for a suite whose extension host died; only the server's log tells. */
function hostWasKilled(log: string): boolean {
  const ends = [...log.matchAll(/Extension Host Process exited with code: (.*)/g)].map(([, how = '']) => how);
  const bad = ends.find((how) => !how.startsWith('0, signal: null'));
  if (bad) console.error(`The extension host was killed while the suite ran (code: ${bad}).`);
  return bad !== undefined;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
