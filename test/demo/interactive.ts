import fs from 'node:fs';
import path from 'node:path';
import { removeTemporaryFolder, temporaryFolder, untilInterrupted } from '../vscode/cleanup';
import { codeServer } from '../vscode/codeServer';
import { cleanEnvironment } from '../vscode/environment';
import { root } from '../vscode/paths';
import { capture, runVisibly } from '../vscode/processes';
import { makeProfile } from '../vscode/profile';
import { installVsix, startServer } from '../vscode/server';
import { files } from './labels';
import { demoFolder, sampleWorkspace } from './sample';

/** Opens the demo for a person: in desktop VS Code when `code` is on the PATH, otherwise in the browser. */
export async function interactiveDemo(vsix: string): Promise<boolean> {
  const folder = sampleWorkspace();
  return (await desktopIsThere()) ? openDesktop(folder) : serve(folder, vsix);
}

const windows = process.platform === 'win32';

async function desktopIsThere(): Promise<boolean> {
  return capture('code', ['--version'], { env: cleanEnvironment(), shell: windows }).then(
    ({ code }) => code === 0,
    () => false,
  );
}

/** A profile of its own: neither the user's settings nor their other extensions take part. */
async function openDesktop(folder: string): Promise<boolean> {
  console.log('Opening VS Code …');
  const args = [
    '--new-window',
    '--disable-workspace-trust',
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${path.join(demoFolder, 'desktop/user-data')}`,
    `--extensions-dir=${path.join(demoFolder, 'desktop/extensions')}`,
    folder,
    path.join(folder, files.contacts),
  ];
  return (await runVisibly('code', args, { env: cleanEnvironment(), shell: windows })) === 0;
}

/** Serves VS Code on loopback until Ctrl+C. */
async function serve(folder: string, vsix: string): Promise<boolean> {
  const product = await codeServer();
  const home = temporaryFolder();
  const profile = makeProfile(home);
  await installVsix(product, profile, vsix);
  const server = await startServer(product, profile);
  const query = new URLSearchParams({
    folder,
    payload: opens(path.join(folder, files.contacts), server.address),
  });
  console.log(`\nVS Code is at ${server.address}/?${query.toString()}`);
  console.log(`Right-click ${files.contacts} and choose “Send CSV to Stream (Import)…”. Ctrl+C ends it.`);
  await untilInterrupted();
  await server.stop();
  removeTemporaryFolder(home);
  fs.rmSync(folder, { recursive: true, force: true });
  return true;
}

/** The part of the address that has the workbench open a file. */
function opens(file: string, address: string): string {
  return JSON.stringify([['openFile', `vscode-remote://${new URL(address).host}${file}`]]);
}
