import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './paths';
import { capture } from './processes';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Flags with which Chromium runs as root, in a container without much /dev/shm, and without calling home. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Launch options that leave signals to cleanup.ts: Playwright's own handlers would keep this process from ending. */
export const ownSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const;

/**
 * Gives the absolute path of a Chromium: the one that `CHROMIUM_PATH` names, else an installed one, else Playwright's
 * own (downloaded if need be), else Debian's package when run as root.
 * @throws Error in one line when there is none and none could be had.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (fs.existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const found = onPath() ?? fromPlaywright();
  if (found) return found;

  console.log("No Chromium is installed: trying Playwright's download …");
  const cli = path.join(root, 'node_modules/playwright-core/cli.js');
  await capture(process.execPath, [cli, 'install', 'chromium']);
  const downloaded = fromPlaywright();
  if (downloaded) return downloaded;

  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log("That failed: installing Debian's package …");
    await capture('apt-get', ['update']).catch(() => undefined);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await capture('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env }).catch(
      () => undefined,
    );
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error('No Chromium found or installable: install one, or name it in CHROMIUM_PATH.');
}

function onPath(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}

function fromPlaywright(): string | undefined {
  const file = chromium.executablePath();
  return file && fs.existsSync(file) ? file : undefined;
}
