import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, ownSignals } from './chromium';

/**
 * What every run's console says and no test: native loggers are left unbuilt so that no compiler is needed, there is
 * no gallery, and connections come and go.
 */
const noise =
  /spdlog|native-watchdog|additional builtin extensions|^Creating a socket|connection token|^\[(reconnection-grace|Service Worker|AgentHost|AccountPolicy)/;

/** What a workbench is asked to run in its extension host; all paths absolute. */
export interface HostRun {
  /** `http://127.0.0.1:PORT` of a server with the smoke-test driver. */
  readonly address: string;
  readonly chromium: string;
  readonly extension: string;
  readonly suite: string;
  readonly folder: string | undefined;
  readonly timeoutMs: number;
}

/**
 * Opens a workbench that runs a test suite, prints what the suite prints, and gives the exit code it reports.
 * @throws Error when it reports none within the time.
 */
export async function runInHost(run: HostRun): Promise<number> {
  const browser = await chromium.launch({ executablePath: run.chromium, args: chromiumFlags, ...ownSignals });
  try {
    const page = await browser.newPage();
    const exited = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The suite did not end within ${run.timeoutMs / 1000} s.`)),
        run.timeoutMs,
      );
      const exit = (code: unknown) => {
        clearTimeout(timer);
        resolve(typeof code === 'number' ? code : 1);
      };
      // The two functions by which VS Code's test mode reports; they must exist before the page loads.
      page
        .exposeFunction('codeAutomationExit', exit)
        .then(() => page.exposeFunction('codeAutomationLog', print))
        .then(() => page.goto(workbenchAddress(run)))
        .catch(reject);
    });
    return await exited;
  } finally {
    await browser.close();
  }
}

function workbenchAddress(run: HostRun): string {
  const remote = (file: string) => `vscode-remote://${new URL(run.address).host}${file}`;
  const payload = [
    ['extensionDevelopmentPath', remote(run.extension)],
    ['extensionTestsPath', remote(run.suite)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (run.folder) query.set('folder', run.folder);
  return `${run.address}/?${query.toString()}`;
}

function print(type: unknown, args: unknown): void {
  const words: unknown[] = Array.isArray(args) ? args : [args];
  const text = format(...words);
  if (noise.test(text)) return;
  process.stdout.write(`${type === 'error' || type === 'warn' ? `[${type}] ` : ''}${text}\n`);
}
