// npx tsx test/vscode/install.ts [newest|oldest]: gets the test VS Code and Chromium ahead of time.
import { codeServer, pinnedFromEnvironment } from './codeServer';

async function main(): Promise<void> {
  const { version } = await codeServer(process.argv[2] === 'oldest' ? 'oldest' : pinnedFromEnvironment());
  console.log(`code-server ${version} is ready.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
