import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import manifest from '../../package.json' with { type: 'json' };
import { grepVariable, readCounts, reportVariable, type Counts } from '../support/counts';
import { pinnedFromEnvironment } from './codeServer';
import { packageFolder, reportsFolder, root } from './paths';

/** How the host tests are run. */
export interface HostOptions {
  /** In a desktop VS Code that is downloaded, instead of code-server through our stand-in. */
  readonly desktop: boolean;
  /** Those alone with these words in their name. */
  readonly grep: string | undefined;
}

/**
 * Runs the suite of test/host, which must have been built, inside a real extension host.
 * Gives its counts; a run that wrote no report (the host was killed, VS Code did not start) is one failure.
 */
export async function runHostTests({ desktop, grep = '' }: HostOptions): Promise<Counts> {
  const report = path.join(reportsFolder, 'host.json');
  fs.rmSync(report, { force: true });
  fs.mkdirSync(reportsFolder, { recursive: true });
  const workspace = fs.mkdtempSync(path.join(reportsFolder, 'host-'));
  try {
    await runTests({
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(packageFolder, 'host', 'suite'),
      launchArgs: [workspace],
      extensionTestsEnv: { [reportVariable]: report, [grepVariable]: grep },
      ...(desktop
        ? { version: desktopVersion() }
        : { vscodeExecutablePath: path.join(root, 'test/vscode/standIn.mjs') }),
    });
    return readCounts(report) ?? { passed: 0, failed: 1, pending: 0 };
  } catch (error) {
    const counts = readCounts(report) ?? { passed: 0, failed: 0, pending: 0 };
    if (counts.failed === 0) console.error(error instanceof Error ? error.message : error);
    return { ...counts, failed: Math.max(1, counts.failed) };
  } finally {
    fs.rmSync(workspace, { recursive: true, force: true });
  }
}

/** Which desktop VS Code is downloaded: the newest, or the oldest that the manifest's `engines` claims. */
function desktopVersion(): string {
  return pinnedFromEnvironment() === 'oldest' ? manifest.engines.vscode.replace('^', '') : 'stable';
}
